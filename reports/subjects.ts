// The only place that prints what was judged by what: the document, and each implementation with what it really is.

import type { ImplementationOverview } from '../conformance/overview.ts';
import type { Page } from './page.ts';
import { count } from './count.ts';
import { table } from './table.ts';
import { visible } from './visible.ts';

const left = { align: 'left' } as const;

export function subjects({ overview, paint }: Page): readonly string[] {
  const title = `asyncio.Task as documented for Python ${overview.document}`;
  const rows = overview.implementations.map((implementation) => [
    { text: visible(implementation.name), colour: paint.strong }, { text: describe(implementation), colour: paint.faint },
  ]);
  const spec = `${count(overview.rows.length, 'scenario')}, specification ${overview.digest}`;
  return [`${paint.strong(title)}  ${paint.faint(spec)}`, ...table(rows, [left, left]).map((line) => `  ${line}`)];
}

function describe({ description, target }: ImplementationOverview): string {
  if (description === null) return 'was not started';
  const { implementation, version, task } = description;
  const asked = target === description.target ? '' : ', asked for';
  return visible(`${implementation} ${version}, ${task}, judged as Python ${target ?? '?'}${asked}`);
}
