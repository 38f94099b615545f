// The only place that finds the character of a value in the file again, through quotes, escapes and folded lines.

import type { Place } from './mistake.ts';
import type { ScalarTree } from './yaml-tree.ts';

const UNIT_IN_DOUBLE_QUOTES = /\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)|./suy;
const UNIT_IN_SINGLE_QUOTES = /''|./suy;
const UNIT = /./suy;
const BLANK = /^(?:\s|\\[ \t\r\nntrvfN_LP])/u;

/**
 * Where the character at an offset of a scalar's text stands. YAML changes nothing but blanks, quotes and escapes
 * between file and value, so characters that are not blank are counted.
 */
export function placeInScalar(scalar: ScalarTree, offset: number): Place {
  const before = scalar.raw.slice(0, rawOffset(scalar, offset)).split('\n');
  const last = before.at(-1) ?? '';
  return { line: scalar.at.line + before.length - 1, column: (before.length === 1 ? scalar.at.column : 1) + last.length };
}

function rawOffset({ raw, value }: ScalarTree, offset: number): number {
  const text = String(value);
  const unit = raw.startsWith('"') ? UNIT_IN_DOUBLE_QUOTES : raw.startsWith("'") ? UNIT_IN_SINGLE_QUOTES : UNIT;
  const isLast = text.slice(offset).trim() === '';
  let wanted = [...text.slice(0, offset)].filter((character) => !BLANK.test(character)).length;
  let end = contentStart(raw);
  unit.lastIndex = end;
  for (let match = unit.exec(raw); match !== null; match = unit.exec(raw)) {
    if (!BLANK.test(match[0])) {
      if (wanted === 0) return isLast ? end : match.index;
      wanted -= 1;
      end = unit.lastIndex;
    }
  }
  return end;
}

/** Past the quote, or past the line that begins a block. */
function contentStart(raw: string): number {
  if (/^["']/u.test(raw)) return 1;
  return /^[|>]/u.test(raw) ? raw.indexOf('\n') + 1 : 0;
}
