// The only place that cuts text into statements and code into what it does and what it prints. The ledger counts these.

import type { Piece } from './page.ts';

const NOTE = /^(?:Changed|New|Added|Deprecated)(?: in| since) version \d/u;
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|cf|vs)\.$/u;

/** One paragraph. A note on versions is one piece; other text is cut into statements. */
export function piecesOfText(paragraph: string): readonly Piece[] {
  const text = paragraph.replace(/\.\.\./gu, '…').replace(/\s+/gu, ' ').trim();
  if (text === '') return [];
  if (NOTE.test(text)) return [{ kind: 'note', text }];
  return sentencesOf(text).flatMap(statementsOf).filter((statement) => /[\p{L}\p{N}]/u.test(statement))
    .map((statement): Piece => ({ kind: 'sentence', text: statement }));
}

/** One block of code; what it prints, as a comment at its end, is a piece of its own. */
export function piecesOfCode(code: string): readonly Piece[] {
  const lines = dedented(code);
  const from = lines.findIndex((line) => /^# Expected output:?$/u.test(line));
  const program = from < 0 ? lines : lines.slice(0, from);
  const pieces: Piece[] = [];
  if (program.some((line) => line !== '')) pieces.push({ kind: 'example', text: trimmed(program) });
  if (from >= 0) pieces.push({ kind: 'output', text: trimmed(lines.slice(from)) });
  return pieces;
}

/** At every full stop, question or exclamation mark before a space; three dots end nothing. */
function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let sentence = '';
  for (const part of text.split(/(?<=[.!?][)"'”’]*) /u)) {
    sentence = sentence === '' ? part : `${sentence} ${part}`;
    if (ABBREVIATION.test(sentence)) continue;
    sentences.push(sentence);
    sentence = '';
  }
  return sentence === '' ? sentences : [...sentences, sentence];
}

/** A sentence that says two things is two statements: at a semicolon, at `although`, at parentheses that end it. */
function statementsOf(sentence: string): readonly string[] {
  const at = closingParentheses(sentence);
  const parts = at === null ? [sentence] : [sentence.slice(0, at).trimEnd(), sentence.slice(at)];
  return parts.flatMap((part) => part.split(/(?<=;) |(?<=,) (?=although )/u));
}

/** Where the parentheses begin that end a sentence and hold a statement, three words or more; null where there are none. */
function closingParentheses(sentence: string): number | null {
  const end = sentence.replace(/[.;:]+$/u, '');
  if (!end.endsWith(')')) return null;
  let depth = 0;
  for (let at = end.length - 1; at > 0; at -= 1) {
    if (end[at] === ')') depth += 1;
    if (end[at] === '(') depth -= 1;
    if (depth === 0) return end[at - 1] === ' ' && end.slice(at).split(' ').length > 2 ? at : null;
  }
  return null;
}

function dedented(code: string): readonly string[] {
  const lines = code.split('\n').map((line) => line.trimEnd());
  const indent = Math.min(...lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0));
}

const trimmed = (lines: readonly string[]): string => lines.join('\n').replace(/^\n+|\n+$/gu, '');
