// The only place that says what the marks mean: those that were used.

import type { Page } from './page.ts';
import { markOf, marks } from './mark.ts';
import type { Mark } from './mark.ts';
import { wrap } from './wrap.ts';

export function legend({ overview, paint, width }: Page): readonly string[] {
  const used = new Set<Mark>(overview.rows.flatMap((row) => row.cells.map(markOf)));
  used.delete('pass');
  if (used.size === 0) return [];
  const order = Object.entries(marks).filter(([mark]) => [...used].some((one) => one === mark));
  // Words that belong together must stay together when the line is broken.
  const text = order.map(([, { sign, meaning }]) => `${sign} ${meaning}`.replaceAll(' ', '\u00a0')).join('   ');
  return wrap(text, width - 2, '   ').map((line) => paint.faint(`  ${line.replaceAll('\u00a0', ' ')}`));
}
