// The only place that prints the sums: of one implementation by class and level, of several side by side.

import { judgedByClass, judgedInAll, percent } from '../conformance/judged-by-class.ts';
import { classes, members } from '../conformance/spec.ts';
import type { Level } from '../conformance/spec.ts';
import type { Row } from '../conformance/overview.ts';
import { columnHeads, fitting } from './column-heads.ts';
import type { Page } from './page.ts';
import type { Paint } from './paint.ts';
import { table } from './table.ts';
import type { Cell } from './table.ts';
import { tally } from './tally.ts';

const levels: readonly Level[] = ['must', 'should', 'may', 'observed', 'contested'];
const left = { align: 'left' } as const;
const right = { align: 'right' } as const;

/** Nothing where none of them was started: a table of that would tell nothing more. */
export function profile(page: Page): readonly string[] {
  if (page.overview.implementations.every(({ description }) => description === null)) return [];
  return page.overview.implementations.length === 1 ? byClassAndLevel(page) : sideBySide(page);
}

function byClassAndLevel({ overview: { rows }, paint }: Page): readonly string[] {
  const used = levels.filter((level) => rows.some((row) => row.level === level));
  const line = (name: string, own: readonly Row[], colour: Paint['strong']): readonly Cell[] => [
    { text: name, colour },
    ...used.map((level) => tally(cellsAt(own.filter((row) => row.level === level), 0), paint)),
    tally(cellsAt(own, 0), paint),
    share(own, 0, paint),
  ];
  const heads = ['', ...used, 'all', 'judged'].map((text) => ({ text, colour: paint.faint }));
  const present = classes.filter((name) => rows.some((row) => row.class === name));
  const body = present.map((name) => line(name, rows.filter((row) => row.class === name), (text) => text));
  const lines = table([heads, ...body, line('all', rows, paint.strong)], [left, ...used.map(() => right), right, right]);
  return lines.map((text) => `  ${text}`);
}

/** How much of what is owed came to a verdict. What was not judged is no praise, and nothing judged is a warning. */
function share(rows: readonly Row[], index: number, paint: Paint): Cell {
  const all = judgedInAll(judgedByClass(rows, index));
  if (all.owed === 0) return { text: '' };
  return { text: percent(all), colour: all.judged === 0 ? paint.warning : paint.faint };
}

/** Blocks of rows: members, classes, levels, all. Implementations that do not fit beside each other come in further tables. */
function sideBySide(page: Page): readonly string[] {
  const { rows } = page.overview;
  const by = (name: string, own: readonly Row[]): { name: string; own: readonly Row[] } => ({ name, own });
  const blocks = [
    members.map((member) => by(member, rows.filter((row) => row.member === member))),
    classes.map((name) => by(name, rows.filter((row) => row.class === name))),
    levels.map((level) => by(level, rows.filter((row) => row.level === level))),
    [by('all', rows)],
  ].map((block) => block.filter(({ own }) => own.length > 0).map(({ name, own }) => ({
    // Once: which columns fit beside each other is found by trying.
    name, tallies: page.overview.implementations.map((_, index) => tally(cellsAt(own, index), page.paint)),
  })));
  const indexes = page.overview.implementations.map((_, index) => index);
  const build = (chosen: readonly number[]): readonly string[] => {
    const body = blocks.flatMap((block, place): (readonly Cell[])[] => [
      ...(place === 0 ? [] : [[]]),
      ...block.map(({ name, tallies }) => [
        { text: name, colour: name === 'all' ? page.paint.strong : (text: string) => text },
        ...chosen.map((index) => tallies[index] ?? { text: '' }),
      ]),
    ]);
    const judged = [{ text: 'judged', colour: page.paint.faint }, ...chosen.map((index) => share(rows, index, page.paint))];
    return table([...columnHeads(page, chosen), ...body, ...(rows.length === 0 ? [] : [judged])], [left, ...chosen.map(() => right)]).map((line) => `  ${line}`.trimEnd());
  };
  return fitting(indexes, page.width, build);
}

function cellsAt(rows: readonly Row[], index: number): Row['cells'] {
  return rows.map(({ cells }) => cells[index]).filter((cell) => cell !== undefined);
}
