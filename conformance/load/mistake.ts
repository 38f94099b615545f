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
  | 'yaml-syntax' | 'yaml-alias' | 'yaml-tag' | 'yaml-directive' | 'yaml-duplicate-key' | 'yaml-depth' | 'character'
  | 'schema' | 'unknown-key' | 'missing-key' | 'wrong-type' | 'one-verb'
  | 'expression-syntax' | 'unknown-name' | 'unknown-attribute' | 'keyword-argument'
  | 'reserved-name' | 'name-clash' | 'text-is-name' | 'label-twice' | 'unknown-label'
  | 'unknown-clause' | 'unused-clause' | 'duplicate-clause' | 'clause-of-other-member'
  | 'unknown-exception' | 'unknown-variant' | 'missing-variant' | 'no-expectation'
  | 'unreachable-step' | 'body-not-started' | 'no-main' | 'misplaced-verb' | 'handler' | 'times' | 'frame'
  | 'sentence-id' | 'unclassified-sentence' | 'clause-without-row' | 'clause-of-other-kind' | 'proofs'
  | 'prerequisite' | 'situation' | 'duplicate-situation' | 'unknown-scenario' | 'baseline' | 'more-mistakes';

/** Where something stands in a file. Line and column count from 1, the column in UTF-16 units as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** More of them in one file help nobody, and one line of a megabyte could have a hundred thousand. */
const MOST = 100;

/** Characters of a message; names in it can be as long as the file. */
const LONGEST = 400;

/** Gathers the mistakes of one file, so that all of them are told in one go. */
export class Mistakes {
  readonly #added = new Map<string, Mistake>();
  readonly #file: string;
  readonly #lines: readonly string[];

  constructor(file: string, source: string) {
    this.#file = file;
    this.#lines = source.split(/\r?\n/);
  }

  add(code: MistakeCode, place: Place, message: string, hint: string): void {
    const sourceLine = this.#lines[place.line - 1] ?? null;
    const { line, column } = place;
    const told = message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message;
    const key = JSON.stringify([code, line, column, told]);
    const mistake = { code, file: this.#file, line, column, message: told, hint, sourceLine };
    if (!this.#added.has(key)) this.#added.set(key, mistake);
  }

  /** Whether something was told of exactly this place. */
  isTold({ line, column }: Place): boolean {
    return [...this.#added.values()].some((told) => told.line === line && told.column === column);
  }

  /** Takes over what others found in lines where nothing was found before. */
  addWhereNone(others: readonly Mistake[]): void {
    const lines = new Set([...this.#added.values()].map(({ line }) => line));
    for (const other of others) if (!lines.has(other.line)) this.add(other.code, other, other.message, other.hint);
  }

  /** Each mistake once, from the first line to the last. */
  get found(): readonly Mistake[] {
    const all = [...this.#added.values()].sort((one, other) => one.line - other.line || one.column - other.column);
    const last = all[MOST];
    if (last === undefined) return all;
    const rest = { code: 'more-mistakes', message: `and ${all.length - MOST} more from here on`, hint: 'Mend the first ones.' } as const;
    return [...all.slice(0, MOST), { ...last, ...rest }];
  }
}

/** Nothing that a file holds may work the terminal. */
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
