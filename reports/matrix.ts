// The only place that prints scenarios beside implementations: those that differ, or all.

import type { Cell as Verdict, Row } from '../conformance/overview.ts';
import { columnHeads, fitting } from './column-heads.ts';
import { count } from './count.ts';
import { markOf, marks } from './mark.ts';
import type { Page } from './page.ts';
import { table } from './table.ts';
import type { Cell } from './table.ts';
import { variantLetters } from './variant-letters.ts';
import { clip, visible } from './visible.ts';
import { wrap } from './wrap.ts';

const left = { align: 'left' } as const;
const middle = { align: 'middle' } as const;

/** Longer ids are cut: a column for each implementation matters more. */
const longestId = 48;

export function matrix(page: Page): readonly string[] {
  const { overview, paint, all } = page;
  const rows = all ? overview.rows : overview.rows.filter(differs);
  if (rows.length === 0) return [paint.faint('  Whatever was judged comes out the same on all of them.')];
  const letters = variantLetters(rows);
  const build = (chosen: readonly number[]): readonly string[] => {
    const body = rows.map((row) => [
      { text: clip(visible(row.scenario), longestId) }, ...chosen.map((index) => cell(page, letters, row.cells[index])),
    ]);
    return table([...columnHeads(page, chosen), ...body], [left, ...chosen.map(() => middle)]).map((line) => `  ${line}`);
  };
  const heading = paint.strong(all ? 'Every scenario' : 'Where they differ');
  const tables = fitting(overview.implementations.map((_, index) => index), page.width, build);
  return [heading, ...tables, ...key(page, letters), ...silent(page, rows.length)];
}

/** Whether those that were judged do not all come out the same, or come out by different outcomes. */
function differs({ cells }: Row): boolean {
  const judged = cells.filter(({ weight }) => weight !== 'grey' && weight !== 'broken');
  return new Set(judged.map((verdict) => `${markOf(verdict)} ${verdict.variant}`)).size > 1;
}

function cell({ paint }: Page, letters: ReadonlyMap<string, string>, verdict: Verdict | undefined): Cell {
  if (verdict === undefined) return { text: '' };
  const { sign, colour } = marks[markOf(verdict)];
  return { text: `${sign}${letters.get(verdict.variant) ?? ''}`, colour: paint[colour] };
}

/** What the letters stand for: `as a cpython   b words`. */
function key({ paint, width }: Page, letters: ReadonlyMap<string, string>): readonly string[] {
  if (letters.size === 0) return [];
  const names = [...letters].map(([name, letter]) => `${letter}\u00a0${visible(name).replaceAll(' ', '\u00a0')}`).join(' ');
  return ['', ...wrap(`passes\u00a0as ${names}`, width - 2, '   ').map((line) => paint.faint(`  ${line.replaceAll('\u00a0', ' ')}`))];
}

/** Rows that are left out although some of their cells are not green. */
function silent({ overview, paint, all, width }: Page, shown: number): readonly string[] {
  const grey = overview.rows.filter((row) => !differs(row) && row.cells.some(({ weight }) => weight === 'grey')).length;
  if (all || grey === 0 || shown === 0) return [];
  const text = `${count(grey, 'scenario')} could not be judged on all of them; --all shows every scenario.`;
  return wrap(text, width - 2).map((line) => paint.faint(`  ${line}`));
}
