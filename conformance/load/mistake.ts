// The only place for mistakes in spec files: what they are, how they are gathered, and how they read.

/** A mistake in a file that somebody wrote: where it is, what is wrong, what to do. Line and column count from 1. */
export interface Mistake {
  readonly code: MistakeCode;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** The line it stands in, or null where the file could not be read. */
  readonly sourceLine: string | null;
}

export type MistakeCode =
  | 'file-unreadable' | 'file-too-large' | 'file-not-utf8' | 'file-misplaced'
  | 'yaml-syntax' | 'yaml-alias' | 'yaml-duplicate-key' | 'yaml-depth'
  | 'schema' | 'unknown-key' | 'missing-key' | 'wrong-type' | 'one-verb'
  | 'expression-syntax' | 'unknown-name' | 'unknown-attribute' | 'keyword-argument'
  | 'reserved-name' | 'name-clash' | 'text-is-name' | 'label-twice' | 'unknown-label'
  | 'unknown-clause' | 'unused-clause' | 'duplicate-clause' | 'clause-of-other-member'
  | 'unknown-exception' | 'unknown-variant' | 'missing-variant' | 'no-expectation'
  | 'unreachable-step' | 'body-not-started' | 'no-main' | 'misplaced-verb' | 'handler' | 'times' | 'frame'
  | 'prerequisite';

/** The end of a file's own text, for mistakes about the file as a whole. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Gathers the mistakes of one file, so that all of them are told in one go. */
export class Mistakes {
  readonly found: Mistake[] = [];
  readonly #file: string;
  readonly #lines: readonly string[];

  constructor(file: string, source: string) {
    this.#file = file;
    this.#lines = source.split(/\r?\n/);
  }

  add(code: MistakeCode, place: Place, message: string, hint: string): void {
    const sourceLine = this.#lines[place.line - 1] ?? null;
    this.found.push({ code, file: this.#file, line: place.line, column: place.column, message, hint, sourceLine });
  }
}

const visible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) =>
    character === '\t' ? ' ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

/** The mistake as text: place, code, message, the line with a caret under the column, and what to do. */
export function renderMistake(mistake: Mistake): string {
  const head = `${visible(mistake.file)}:${mistake.line}:${mistake.column}  ${mistake.code}  ${visible(mistake.message)}`;
  const lines = [head];
  if (mistake.sourceLine !== null && mistake.sourceLine.trim() !== '') {
    const from = Math.max(0, mistake.column - 80);
    const shown = visible(mistake.sourceLine.slice(from, from + 120));
    const indent = visible(mistake.sourceLine.slice(from, mistake.column - 1)).length;
    const number = String(mistake.line);
    lines.push(`  ${number} | ${shown}`, `  ${' '.repeat(number.length)} | ${' '.repeat(indent)}^`);
  }
  lines.push(`  ${visible(mistake.hint)}`);
  return lines.join('\n');
}
