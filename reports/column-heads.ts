// The only place that names implementations above columns: one part of the name a line, so that columns stay narrow.

import type { Page } from './page.ts';
import { lengthOf } from './table.ts';
import type { Cell } from './table.ts';
import { brief } from './visible.ts';

/** No name may widen its column beyond this. */
const widest = 14;

/** Lines of heads, the first cell of each left free: kind, variant, version. */
export function columnHeads({ overview, paint }: Page, chosen: readonly number[]): readonly (readonly Cell[])[] {
  const parts = chosen.map((index) => {
    const implementation = overview.implementations[index];
    const [, kind = '', variant = '', where = ''] = /^([^+:]*)(\+[^:]*)?:?(.*)/su.exec(implementation?.name ?? '') ?? [];
    return [kind, variant, implementation?.description?.version ?? where].map((part) => brief(part, widest));
  });
  const lines = [0, 1, 2].map((line) => parts.map((part) => part[line] ?? ''));
  const used = lines.filter((line) => line.some((text) => text !== ''));
  return used.map((line, index) => [
    { text: '' }, ...line.map((text) => ({ text, colour: index === 0 ? paint.strong : paint.faint })),
  ]);
}

/** The lines of one table if it is narrow enough, else of as few as it takes, one below the other. */
export function fitting(
  columns: readonly number[],
  width: number,
  build: (columns: readonly number[]) => readonly string[],
): readonly string[] {
  for (let count = columns.length; count > 1; count -= 1) {
    const parts: (readonly string[])[] = [];
    for (let from = 0; from < columns.length; from += count) parts.push(build(columns.slice(from, from + count)));
    if (parts.every((lines) => lines.every((line) => lengthOf(plain(line)) <= width))) return joined(parts);
  }
  return joined(columns.map((column) => build([column])));
}

function joined(parts: readonly (readonly string[])[]): readonly string[] {
  return parts.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function plain(line: string): string {
  return line.replaceAll(/\u001b\[\d+m/gu, '');
}
