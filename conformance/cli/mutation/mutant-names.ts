// The only place that names mutants so that the name lasts: by what is changed into what, and by no line number.

import { digest } from '../../load/digest.ts';

/** A place in a text as Stryker tells it: lines and columns from 1, the end exclusive. */
export interface Range {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export interface Change {
  readonly file: string;
  readonly mutator: string;
  /** The text of the file, and where in it the change is. */
  readonly text: string;
  readonly range: Range;
  readonly replacement: string;
}

/** One name for each change, in the order given: equal changes of a file are counted, from the second one on. */
export function mutantNames(changes: readonly Change[]): readonly string[] {
  const seen = new Map<string, number>();
  return changes.map((change) => {
    const name = nameOf(change);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} #${count}`;
  });
}

/** The line with the change in it, so that a reader knows the place. */
function nameOf({ file, mutator, text, range, replacement }: Change): string {
  const { original, before, after } = cut(text, range);
  return `${file} ${mutator}: ${before}«${short(original)} → ${short(replacement)}»${after}`;
}

/** What stands at a range, and on its lines beside it. Throws where the text has no such lines. */
function cut(text: string, { start, end }: Range): { readonly original: string; readonly before: string; readonly after: string } {
  const lines = text.split('\n').slice(start.line - 1, end.line);
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined || lines.length !== end.line - start.line + 1) throw new Error(`there is no line ${end.line}`);
  const before = first.slice(0, start.column - 1);
  const after = last.slice(end.column - 1);
  const whole = lines.join('\n');
  return { original: whole.slice(before.length, whole.length - after.length), before: before.trimStart(), after: after.trimEnd() };
}

const room = 70;

/** A digest stands for what is left out of a long text, so that two of them with one beginning keep apart. */
function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line === '') return 'nothing';
  return line.length <= room ? line : `${line.slice(0, room)}… ${digest(line).slice(0, 4)}`;
}
