import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { writeWhole } from '../write-whole.ts';
import { aFolder } from './folder.ts';

const writing = suite('writing whole files');
const { path, remove } = aFolder();
writing.after(remove);

writing('folders on the way are made, an old file is replaced, nothing else is left', () => {
  const file = join(path, 'deep', 'er', 'results.jsonl');
  assert.is(writeWhole(file, 'one'), null);
  assert.is(writeWhole(file, 'zwölf'), null);
  assert.is(readFileSync(file, 'utf8'), 'zwölf');
  assert.equal(readdirSync(join(path, 'deep', 'er')), ['results.jsonl']);
});

writing('a folder where a file was meant stays a folder', () => {
  mkdirSync(join(path, 'folder'));
  assert.match(writeWhole(join(path, 'folder'), '') ?? '', /folder is a directory$/u);
});

writing('what cannot be written is told, and leaves nothing behind', () => {
  writeWhole(join(path, 'file'), 'old');
  assert.match(writeWhole(join(path, 'file', 'below'), 'new') ?? '', /cannot be written \(E/u);
  assert.is(readFileSync(join(path, 'file'), 'utf8'), 'old');
  assert.equal(readdirSync(path).filter((name) => name.endsWith('.tmp')), []);
});

writing.run();
