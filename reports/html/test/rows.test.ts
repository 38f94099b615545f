// Which rows the matrix has.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { home } from '../app/address.ts';
import type { Address } from '../app/address.ts';
import { markAt } from '../app/marks.ts';
import { folded, shownIn } from '../app/rows.ts';
import type { Row } from '../app/rows.ts';
import { anIndex } from './made-up-data.ts';

const rowing = suite('rows');
const index = anIndex();

const nameOf = (row: Row): string => (row.kind === 'member' ? row.member.name : row.kind === 'clause' ? row.entry.clause.id : row.entry.scenario.id);
const namesFor = (about: Partial<Address>): readonly string[] => shownIn(index, { ...home, ...about }).rows.map(nameOf);
const rowFor = (name: string, about: Partial<Address> = {}): Row => {
  const row = shownIn(index, { ...home, ...about }).rows.find((one) => nameOf(one) === name);
  if (row === undefined) throw new Error(`there is no row ${name}`);
  return row;
};
const clauses = ['task.cancel.deny', 'task.cancel.polite', 'task.cancel.cycles'];

rowing('members are unfolded and clauses folded, until somebody says otherwise', () => {
  assert.equal(namesFor({}), ['cancel', ...clauses, 'done', 'task.done.one']);
  assert.equal(namesFor({ shut: ['cancel'] }), ['cancel', 'done', 'task.done.one']);
  assert.equal(namesFor({ open: ['task.cancel.polite'], shut: ['done'] }), ['cancel', 'task.cancel.deny', 'task.cancel.polite', 'cancel/politely', 'task.cancel.cycles', 'done']);
});

rowing('folding and unfolding come to the same place again', () => {
  for (const all of [false, true]) {
    const from = { ...home, all };
    for (const name of ['cancel', 'task.cancel.deny']) {
      const row = rowFor(name, from);
      const there = folded(from, row, !row.open);
      assert.is(rowFor(name, there).open, !row.open);
      const back = folded(there, rowFor(name, there), row.open);
      assert.is(rowFor(name, back).open, row.open);
    }
  }
});

rowing('a cell is the worst of what is in it, and what was not judged is never green', () => {
  const marks = (name: string, about: Partial<Address> = {}): readonly string[] => rowFor(name, about).ranks.map(markAt);
  assert.equal(marks('task.cancel.deny'), ['fail', 'pass', 'pass', 'broken']);
  assert.equal(marks('task.cancel.polite'), ['warning', 'pass', 'not run', 'broken']);
  assert.equal(marks('task.cancel.cycles'), ['differs', 'pass', 'not run', 'broken']);
  assert.equal(marks('task.done.one'), ['broken', 'pass', 'not run', 'broken']);
  assert.equal(marks('done/lacks', { all: true }), ['unsupported', 'pass', 'not run', 'broken']);
  assert.equal(marks('cancel'), ['fail', 'pass', 'not run', 'broken']);
});

rowing('filters narrow together', () => {
  assert.equal(namesFor({ marks: ['warning'] }), ['cancel', 'task.cancel.polite']);
  assert.equal(namesFor({ marks: ['warning', 'unsupported'] }), ['cancel', 'task.cancel.polite', 'done', 'task.done.one']);
  assert.equal(namesFor({ marks: ['warning'], implementations: ['reference'] }), []);
  assert.equal(namesFor({ levels: ['observed'] }), ['cancel', 'task.cancel.cycles']);
  assert.equal(namesFor({ classes: ['core'] }), ['done', 'task.done.one']);
  assert.equal(namesFor({ text: 'DENY the cycles' }), ['cancel', 'task.cancel.cycles']);
  assert.equal(namesFor({ text: 'nothing like it' }), []);
});

rowing('what comes out alike on all that are shown is no difference', () => {
  assert.equal(namesFor({ differing: true, implementations: ['reference'] }), []);
  assert.equal(namesFor({ differing: true, implementations: ['reference', 'pyodide'], all: true }).includes('cancel/denied'), false);
  assert.equal(namesFor({ differing: true, implementations: ['reference', 'python:3.8'], all: true }).includes('cancel/denied'), true);
});

rowing('an implementation that is not there selects nothing, so that all are shown', () => {
  assert.is(shownIn(index, { ...home, implementations: ['nobody'] }).columns.length, 4);
  assert.equal(shownIn(index, { ...home, implementations: ['nobody', 'pyodide'] }).columns, [2]);
});

rowing.run();
