// The only place that prints scenarios beside implementations: those that differ, or all.

import type { Cell as Verdict, Row } from '../conformance/overview.ts';
import { columnHeads, fitting } from './column-heads.ts';
import type { Page } from './page.ts';
import { markOf, marks } from './mark.ts';
import { table } from './table.ts';
import type { Cell } from './table.ts';
import { clip, visible } from './visible.ts';

const left = { align: 'left' } as const;
const middle = { align: 'middle' } as const;

/** Longer ids are cut: a column for each implementation matters more. */
const longestId = 48;

export function matrix(page: Page): readonly string[] {
  const { overview, paint, all } = page;
  const rows = all ? overview.rows : overview.rows.filter(differs);
  if (rows.length === 0) return [paint.faint('  Every scenario comes out the same on all of them.')];
  const heading = paint.strong(all ? 'Every scenario' : 'Where they differ');
  const build = (chosen: readonly number[]): readonly string[] => {
    const heads = columnHeads(page, chosen);
    const body = rows.map((row) => [
      { text: clip(visible(row.scenario), longestId) },
      ...chosen.map((index) => cell(page, row, row.cells[index])),
      { text: key(row), colour: paint.faint },
    ]);
    return table([...heads, ...body], [left, ...chosen.map(() => middle), left]).map((line) => `  ${line}`);
  };
  return [heading, ...fitting(overview.implementations.map((_, index) => index), page.width, build)];
}

/** Whether the implementations do not all come out the same, or come out by different outcomes. */
function differs({ cells }: Row): boolean {
  return new Set(cells.map((verdict) => `${markOf(verdict)} ${verdict.variant}`)).size > 1;
}

function cell({ paint }: Page, row: Row, verdict: Verdict | undefined): Cell {
  if (verdict === undefined) return { text: '' };
  const { sign, colour } = marks[markOf(verdict)];
  const letter = verdict.variant === '' ? '' : letterOf(row.variants.indexOf(verdict.variant));
  return { text: `${sign}${letter}`, colour: paint[colour] };
}

/** The letters of the outcomes that fitted somewhere: `a words  b cpython<3.8`. */
function key({ variants, cells }: Row): string {
  const used = variants.filter((variant) => variant !== '' && cells.some((verdict) => verdict.variant === variant));
  return used.map((variant) => `${letterOf(variants.indexOf(variant))} ${visible(variant)}`).join('  ');
}

function letterOf(index: number): string {
  return String.fromCharCode(97 + index);
}
