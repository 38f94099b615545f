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
  /** Null where one of them is too wide: the others need not be built then. */
  const inParts = (count: number): readonly (readonly string[])[] | null => {
    const parts: (readonly string[])[] = [];
    for (let first = 0; first < columns.length; first += count) {
      const lines = build(columns.slice(first, first + count));
      if (count > 1 && lines.some((line) => lengthOf(plain(line)) > width)) return null;
      parts.push(lines);
    }
    return parts;
  };
  let best: { readonly count: number; readonly parts: readonly (readonly string[])[] | null } = { count: 1, parts: null };
  // Halving: with a hundred implementations, trying each number would build thousands of tables.
  for (let most = columns.length; most > best.count;) {
    const count = most === columns.length ? most : Math.ceil((best.count + most) / 2);
    const parts = inParts(count);
    if (parts === null) most = count - 1;
    else best = { count, parts };
  }
  return joined(best.parts ?? inParts(1) ?? []);
}

function joined(parts: readonly (readonly string[])[]): readonly string[] {
  return parts.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function plain(line: string): string {
  return line.replaceAll(/\u001b\[\d+m/gu, '');
}
