// The only place that prints, of one implementation, what differs where the document leaves it open: in brief.

import type { Page } from './page.ts';
import { count } from './count.ts';
import { marks } from './mark.ts';
import { brief, clip, longestText, visible } from './visible.ts';
import { wrap } from './wrap.ts';

/** Of differences that decide nothing only so many; --all shows the rest. */
const most = 10;

/** So many lines of each; what is cut off is marked. */
const mostLines = 3;

export function differences({ overview, paint, width, all }: Page): readonly string[] {
  const [only] = overview.implementations;
  if (only === undefined) return [];
  const shown = all ? only.differences : only.differences.slice(0, most);
  const found = shown.flatMap(({ scenario, clause, where, expected, seen, variant }) => {
    const place = where?.line == null ? '' : `line ${where.line}, ${where.text ?? ''}: `;
    const as = variant === null ? '' : ` (as ${variant}, the nearest)`;
    const told = wrap(brief(`${place}expected ${expected ?? 'an end'}${as}, saw ${seen}`, longestText), width - 6);
    return [`  ${paint.note(marks.differs.sign)} ${visible(scenario)}  ${paint.faint(`${clause.level} ${visible(clause.id)}`)}`,
      ...told.slice(0, mostLines).map((line, index) => `      ${clip(index === mostLines - 1 && told.length > mostLines ? `${line} …` : line, width - 6)}`)];
  });
  const rest = only.differences.length - shown.length;
  const more = rest === 0 ? [] : [paint.faint(`  and ${count(rest, 'other')}: --all`)];
  const heading = found.length === 0 ? [] : [paint.strong('Where the document is silent or contested it differs')];
  return [...heading, ...found, ...more, ...outcomes(overview.rows, found.length > 0)];
}

/** By which outcome the scenarios that allow several passed. */
function outcomes(rows: Page['overview']['rows'], apart: boolean): readonly string[] {
  const counts = new Map<string, number>();
  for (const { cells: [cell] } of rows) {
    if (cell?.kind === 'pass' && cell.variant !== '') counts.set(cell.variant, (counts.get(cell.variant) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const text = [...counts].map(([variant, number]) => `${number} as ${visible(variant)}`).join(', ');
  return [...(apart ? [''] : []), `  Of the scenarios that allow several outcomes, it passes ${text}.`];
}
