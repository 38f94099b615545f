import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ImplementationRow } from '../../../../reports/listing.ts';
import { absentees, candidates, examples, streamFile } from '../candidates.ts';

const publishing = suite('what a published run is of');
const row = (name: string, found = true): ImplementationRow => ({ name, found, what: '', hint: found ? null : `install ${name}` });
const rows = [row('reference'), row('python:3.7'), row('python+pure:3.7'), row('python:3.8'), row('python:3.14', false), row('pypy', false)];

publishing('all that is found, the versions of one kind beside each other, and the adapters that people copy', () => {
  assert.equal(candidates(rows), ['reference', 'python:3.7', 'python:3.8', 'python+pure:3.7', ...examples]);
});

publishing('files are named so that every shell names them in the order of the run', () => {
  const names = ['reference', 'python:3.8', 'python:3.10', 'python+pure:3.7', 'pypy', 'c-promise2', 'uvloop', 'uvloop+pure', 'pyodide', 'micropython', ...examples];
  const files = names.map(streamFile);
  assert.equal(files.toSorted(), files);
  assert.is(files[2], '03-python_3.10.jsonl');
  assert.equal(files.slice(-2), ['11-stdio_puppet.mjs.jsonl', '12-stdio_puppet.py.jsonl']);
});

publishing('what was published and is not here is told with what would install it', () => {
  assert.equal(absentees(rows, ['reference', 'pypy', 'somebody', ...examples]), ['pypy was published and is not here: install pypy', 'somebody was published and is not here']);
});

publishing.run();
