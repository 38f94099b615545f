// The only place that gives the outcomes of scenarios letters, so that a column can name them in one character.

import type { Row } from '../conformance/overview.ts';

/** A letter for each outcome that fitted somewhere in these rows, the same in all of them; the document's words come first. */
export function variantLetters(rows: readonly Row[]): ReadonlyMap<string, string> {
  const names = new Set(rows.flatMap(({ variants, cells }) =>
    variants.filter((variant) => variant !== '' && cells.some((cell) => cell.variant === variant))));
  return new Map([...names].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1)).map((name, index) => [name, letterOf(index)]));
}

const rank = (name: string): number => (name === 'words' ? 0 : 1);

function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(97 + index) : `z${index - 25}`;
}
