// The only place that writes how many scenarios came out how: `30 ✘1 –3`.

import type { Cell } from '../conformance/overview.ts';
import { markOf, marks } from './mark.ts';
import type { Mark } from './mark.ts';
import type { Paint } from './paint.ts';
import type { Cell as TableCell } from './table.ts';

const others: readonly Mark[] = ['fail', 'broken', 'warning', 'differs', 'unsupported', 'not owed', 'not run'];

/** Passes first, then each other mark with its number, each in its own colour. */
export function tally(cells: readonly Cell[], paint: Paint): TableCell {
  if (cells.length === 0) return { text: '' };
  const counts = new Map<Mark, number>();
  for (const cell of cells) {
    const mark = markOf(cell);
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const passes = counts.get('pass') ?? 0;
  const parts = others.filter((mark) => counts.has(mark)).map((mark) => ({ mark, text: `${marks[mark].sign}${counts.get(mark)}` }));
  if (passes > 0 || parts.length === 0) parts.unshift({ mark: 'pass', text: String(passes) });
  const painted = parts.map(({ mark, text }) => paint[marks[mark].colour](text)).join(' ');
  return { text: parts.map(({ text }) => text).join(' '), colour: () => painted };
}
