import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { oldRst, otherRst } from '../../document/test/made-up-pages.ts';
import { readPages } from '../document-pages.ts';
import { UserError } from '../user-error.ts';
import { aFolder } from './folder.ts';

const reading = suite('pages from files');
const { path, remove } = aFolder();
reading.after(remove);
const file = (name: string): string => join(path, name);

reading.before(() => {
  for (const name of ['asyncio-task.rst', 'saved.rst']) writeFileSync(file(name), oldRst);
  for (const name of ['asyncio-future.rst', 'asyncio-future.html', 'other.rst']) writeFileSync(file(name), otherRst);
  writeFileSync(file('asyncio-notes.rst'), 'Nothing is defined here.\n');
  mkdirSync(file('asyncio-folder.rst'));
});

const names = (files: readonly string[]): readonly string[] => readPages(files).all.map((page) => page.file.slice(path.length + 1));

const refused = (files: readonly string[]): UserError => {
  try {
    readPages(files);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

reading('pages of asyncio beside the first one are read, those of its format that are pages, and none twice', () => {
  assert.equal(names([file('asyncio-task.rst')]), ['asyncio-task.rst', 'asyncio-future.rst']);
  assert.equal(names([file('asyncio-task.rst'), `${path}/./asyncio-future.rst`]).length, 2);
});

reading('beside a file of any other name none is', () => {
  assert.equal(names([file('saved.rst')]), ['saved.rst']);
  assert.equal(names([file('saved.rst'), file('other.rst')]), ['saved.rst', 'other.rst']);
});

reading('what was named is told from what lies beside it', () => {
  assert.is(readPages([file('asyncio-task.rst')]).named.length, 1);
});

reading('one that is named must be there, and a page', () => {
  assert.match(refused([file('gone.html')]).message, /gone\.html cannot be read \(ENOENT\)/u);
  assert.match(refused([path]).message, /cannot be read \(EISDIR\)/u);
  const error = refused([file('asyncio-task.rst'), file('asyncio-notes.rst')]);
  assert.match(error.message, /asyncio-notes\.rst: a page of Python's documentation was expected, but it reads as plain text/u);
  assert.match(error.hint, /python3\.11-doc/u);
});

reading.run();
