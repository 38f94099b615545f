// The only place that prints what was judged by what: the document, and each implementation with what it really is.

import type { ImplementationOverview } from '../conformance/overview.ts';
import type { Page } from './page.ts';
import { count } from './count.ts';
import { lengthOf, table } from './table.ts';
import { brief, longestName, longestText, visible } from './visible.ts';
import { wrap } from './wrap.ts';

const left = { align: 'left' } as const;

export function subjects({ overview, paint, width }: Page): readonly string[] {
  const title = `asyncio.Task as documented for Python ${overview.document}`;
  const room = width - 4 - Math.max(0, ...overview.implementations.map(({ name }) => lengthOf(brief(name, longestName))));
  const rows = overview.implementations.flatMap((implementation) => wrap(describe(implementation), Math.max(30, room)).map((line, index) => [
    { text: index === 0 ? brief(implementation.name, longestName) : '', colour: paint.strong }, { text: line, colour: paint.faint },
  ]));
  const spec = `${count(overview.rows.length, 'scenario')}, specification ${visible(overview.digest)}`;
  const fits = lengthOf(title) + 2 + lengthOf(spec) <= width;
  const heading = fits ? [`${paint.strong(title)}  ${paint.faint(spec)}`] : [paint.strong(title), `  ${paint.faint(spec)}`];
  return [...heading, ...table(rows, [left, left]).map((line) => `  ${line}`)];
}

function describe({ description, target, failures: [failure] }: ImplementationOverview): string {
  if (description === null) return brief(failure === undefined ? 'not started' : `not started: ${failure.verdict.replace(/^adapter error: /u, '')}`, longestText);
  const { implementation, version, task, byDesign, caution } = description;
  const asked = target === description.target ? '' : ', asked for';
  const design = byDesign === undefined ? '' : `; by design ${brief(byDesign, longestText)}`;
  const careful = caution === undefined ? '' : `; ${brief(caution, longestText)}`;
  return `${brief(`${implementation} ${version}, ${task}`, longestText)}, judged as Python ${visible(target ?? '?')}${asked}${design}${careful}`;
}
