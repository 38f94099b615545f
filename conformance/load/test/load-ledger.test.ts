import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Clause } from '../../spec.ts';
import { aClause } from '../../test/made-up.ts';
import { loadLedger, type LoadedLedger } from '../load-ledger.ts';
import { renderMistake } from '../mistake.ts';
import { dedent } from './bad-file.ts';

const ledger = suite<{ folder: string }>('load-ledger');

ledger.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
});
ledger.after.each(({ folder }) => {
  rmSync(folder, { recursive: true });
});

const clauses = (...all: readonly (Partial<Clause> & { readonly id: string })[]): ReadonlyMap<string, Clause> =>
  new Map(all.map((clause) => [clause.id, aClause(clause)]));

const load = (folder: string, text: string, known: ReadonlyMap<string, Clause> | null): LoadedLedger => {
  const path = join(folder, '3.7.yaml');
  writeFileSync(path, dedent(text));
  return loadLedger(path, 'spec/document/3.7.yaml', known);
};

const told = ({ mistakes }: LoadedLedger): readonly string[] =>
  mistakes.map(({ code, line, column, message, hint }) => `${line}:${column} ${code}: ${message}. ${hint}`);

const file = (sentences: string, place = 'page: asyncio-task, section: task-object, anchor: asyncio.Task.done'): string =>
  `document: '3.7'\nplaces:\n  - ${place.split(', ').join('\n    ')}\n    sentences:\n${sentences}\n`;
const row = (id: string, more: string): string => `      - {id: ${id}, kind: sentence, digest: '0123456789abcdef', sketch: '0123 4567', ${more}}\n`;

ledger('a row has its place, its fingerprint, and what it is to the suite', ({ folder }) => {
  const loaded = load(folder, file(row('done.1', 'clauses: [task.done.x], observed: [task.done.o]') + row('done.2', 'untestable: Nobody sees it.')),
    clauses({ id: 'task.done.x', sentences: ['done.1'] }, { id: 'task.done.o', level: 'observed', sentences: ['done.1'] }));
  assert.equal(told(loaded), []);
  const place = { page: 'asyncio-task', section: 'task-object', anchor: 'asyncio.Task.done' };
  const common = { kind: 'sentence', place, byReference: false, digest: '0123456789abcdef', sketch: ['0123', '4567'] };
  assert.equal(loaded.ledger.rows, [
    { id: 'done.1', ...common, standing: { kind: 'clause', clauses: ['task.done.x'] }, observed: ['task.done.o'] },
    { id: 'done.2', ...common, standing: { kind: 'untestable', reason: 'Nobody sees it.' }, observed: [] },
  ]);
});

ledger('a sentence is one thing and one only', ({ folder }) => {
  const loaded = load(folder, file(row('done.1', 'observed: [task.done.o]') + row('done.2', 'clauses: [task.done.x], informative: It points away.')), null);
  assert.equal(told(loaded), [
    "7:14 unclassified-sentence: nothing says what 'done.1' is. Give it either `clauses`, or a reason under `informative` or `untestable`.",
    "8:14 unclassified-sentence: 'done.2' is said to be several things: clauses and informative. Give it either `clauses`, or a reason under `informative` or `untestable`.",
  ]);
});

ledger('ids are told that are there twice, of nobody, or on the wrong side of the section', ({ folder }) => {
  const loaded = load(folder, file(row('done.1', 'informative: It points away.') + row('done.1', 'informative: It points away.')
    + row('done.r1', 'informative: It points away.') + row('dome.1', 'informative: It points away.')), null);
  assert.equal(told(loaded).map((line) => line.replace(/\. Its id begins.*/u, '.')), [
    "8:14 sentence-id: 'done.1' is there twice. Give each sentence an id of its own.",
    "9:14 sentence-id: 'done.r1' stands in the Task section. Write its number without an r, or add `by_reference: true` to its place.",
    "10:14 sentence-id: 'dome.1' belongs to no member.",
  ]);
  const elsewhere = load(folder, file(row('done.1', 'informative: It points away.'), 'page: asyncio-future, section: future-object, anchor: asyncio.Future.done, by_reference: true'), null);
  assert.equal(told(elsewhere), ["8:14 sentence-id: 'done.1' stands outside the Task section. Write an r before its number."]);
  assert.ok(elsewhere.ledger.rows.every(({ byReference }) => byReference));
});

ledger('a clause that does not exist is told with the one that was meant, at its place', ({ folder }) => {
  const loaded = load(folder, file(row('done.1', 'clauses: [task.done.x, task.done.retruned]')), clauses({ id: 'task.done.x', sentences: ['done.1'] }, { id: 'task.done.returned', sentences: [] }));
  assert.equal(told(loaded), ["7:110 unknown-clause: there is no clause 'task.done.retruned'. Did you mean 'task.done.returned'?"]);
  const [, shown = '', caret = ''] = loaded.mistakes.map(renderMistake).join().split('\n');
  assert.is(shown.slice(caret.indexOf('^')), 'task.done.retruned]}');
  assert.match(told(load(folder, file(row('done.1', 'clauses: [task.cancel.nothing-like-it]')), clauses()))[0] ?? '', /Write it in spec\/clauses first/u);
});

ledger('what the document says and what it is silent about are kept apart', ({ folder }) => {
  const loaded = load(folder, file(row('done.1', 'clauses: [task.done.o], observed: [task.done.x]')),
    clauses({ id: 'task.done.x', sentences: ['done.1'] }, { id: 'task.done.o', level: 'observed', sentences: ['done.1'] }));
  assert.equal(told(loaded), [
    "7:97 clause-of-other-kind: the document is silent about 'task.done.o'. It belongs under `observed`.",
    "7:122 clause-of-other-kind: the document speaks in 'task.done.x'. It belongs under `clauses`.",
  ]);
});

ledger('clauses and sentences name each other, or it is told where one of them does not', ({ folder }) => {
  const loaded = load(folder, file(row('done.1', 'clauses: [task.done.x]') + row('done.2', 'informative: It points away.')),
    clauses({ id: 'task.done.x', sentences: ['done.2'] }, { id: 'task.done.y', sentences: ['done.12'] }, { id: 'task.done.o', level: 'observed', sentences: ['done.1'] }));
  assert.equal(told(loaded), [
    "2:1 clause-without-row: 'task.done.y' rests on 'done.12', which has no row (spec/clauses/done.yaml:3). Did you mean 'done.1'?",
    "7:14 clause-without-row: 'done.1' does not name 'task.done.o', which rests on it (spec/clauses/done.yaml:3). Add it under `observed`.",
    "7:97 clause-without-row: 'task.done.x' does not name 'done.1'. Add it to the clause's `sentences` in spec/clauses/done.yaml, or remove the clause here.",
    "8:14 clause-without-row: 'done.2' does not name 'task.done.x', which rests on it (spec/clauses/done.yaml:3). Add it under `clauses`.",
  ]);
});

ledger('while clauses could not be read none is called missing', ({ folder }) => {
  assert.equal(told(load(folder, file(row('done.1', 'clauses: [task.done.x]')), null)), []);
});

ledger('a file that is broken, misshapen or not there has no rows, and says why', ({ folder }) => {
  assert.is(told(load(folder, 'document: x: y', null)).length, 1);
  assert.equal(load(folder, file(row('done.1', 'informative: short')), null).ledger.rows, []);
  assert.equal(told(load(folder, file(row('done.1', 'informative: It points away., text: Words of the page.').replace('0123456789abcdef', 'xyz')), null)).map((line) => line.split(':').slice(0, 3).join(':')), [
    "7:46 schema: 'xyz' is not written as it must be. Digest of the normalised words; taskspec drift --update writes it.",
    "7:104 unknown-key: there is no key 'text' here. Known here",
  ]);
  assert.match(told(loadLedger(join(folder, 'gone.yaml'), 'gone.yaml', null))[0] ?? '', /cannot be read/u);
});

ledger.run();
