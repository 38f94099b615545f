// The only place that writes bad files for the tests: the text shows by itself where each mistake must be told.

import * as assert from 'uvu/assert';
import { readScenario } from '../load-scenario.ts';
import { renderMistake, type Mistake, type MistakeCode } from '../mistake.ts';
import type { Clause, Scenario } from '../../spec.ts';

/** Stands before the character that the caret must point at. */
const MARK = '§';

const clauseIds = ['task.done.x', 'task.done.y', 'task.cancel.thrown'];

/** The clauses that exist in these tests. */
export const clauses: ReadonlyMap<string, Clause> = new Map(clauseIds.map((id): [string, Clause] => [id, {
  id, member: 'done', class: 'core', level: 'must', text: 'What it promises.', sentences: ['done.1'], link: 'https://example.org/',
  since: null, until: null, file: 'spec/clauses/done.yaml', line: 1,
}]));

const source = { file: 'spec/scenarios/done/x.yaml', id: 'done/x' };

/** The text without the indentation that it has in the test. */
export function dedent(text: string): string {
  const lines = text.replace(/^\n/u, '').replace(/\n? *$/u, '\n').split('\n');
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => /^ */u.exec(line)?.[0].length ?? 0));
  return lines.map((line) => line.slice(indent)).join('\n');
}

/** A scenario file with these sections after title and clauses. */
export const scenarioFile = (sections: string): string =>
  `title: What it is about, and how it ends\nclauses: [task.done.x]\n${dedent(sections)}`;

/** A scenario file whose `main` has these steps. */
export const mainOf = (steps: string): string =>
  scenarioFile(`\ncoroutines:\n  main:\n${dedent(steps).replace(/^(?=.)/gmu, '    ')}`);

/** Reads a text that must have no mistake. */
export function accepted(text: string): Scenario {
  const { scenario, mistakes } = readScenario(text, source, clauses, new Set(['done/x', 'done/other']));
  assert.equal(mistakes.map(renderMistake), []);
  assert.ok(scenario);
  return scenario;
}

export function mistakesIn(text: string): readonly Mistake[] {
  const { scenario, mistakes } = readScenario(text, source, clauses, new Set(['done/x', 'done/other']));
  assert.is(scenario === null, mistakes.length > 0, 'no scenario without a reason, and no reason beside a scenario');
  return mistakes;
}

type Expected = readonly [code: MistakeCode, message: string, hint: string];

/** The text must be refused for exactly these mistakes, the nth at the nth mark. */
export function refused(marked: string, ...expected: readonly Expected[]): void {
  const found = mistakesIn(marked.replaceAll(MARK, ''));
  assert.equal(found.map(({ code, message, hint }) => [code, message, hint]), expected);
  assert.equal(found.map(({ line, column }) => `${line}:${column}`), marksIn(marked));
  for (const mistake of found) caretIsUnder(mistake);
}

/** Line and column of each mark, as if no mark were there. */
function marksIn(marked: string): readonly string[] {
  return marked.split('\n').flatMap((line, index) =>
    line.split(MARK).slice(0, -1).map((_, nth, parts) => `${index + 1}:${parts.slice(0, nth + 1).join('').length + 1}`));
}

/** In the text for the reader the caret stands under the character that the column names. */
function caretIsUnder(mistake: Mistake): void {
  if ((mistake.sourceLine ?? '').trim() === '') return;
  const [, shown = '', caret = ''] = renderMistake(mistake).split('\n');
  const at = caret.indexOf('^');
  assert.ok(at > 0, renderMistake(mistake));
  const named = (mistake.sourceLine ?? '').slice(mistake.column - 1, mistake.column);
  // What cannot be seen is shown as an escape.
  assert.is(shown.slice(at, at + 1), /[\p{Cc}\p{Cf}\p{Zl}]/u.test(named) ? '\\' : named, renderMistake(mistake));
}
