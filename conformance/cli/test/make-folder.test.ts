import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { makeFolder } from '../make-folder.ts';
import { aFolder } from './folder.ts';

const folders = suite('makeFolder');

folders('makes a folder and those above it, and says which was the first', () => {
  const { path, remove } = aFolder();
  assert.is(makeFolder(join(path, 'a', 'b', 'c')), join(path, 'a'));
  assert.ok(statSync(join(path, 'a', 'b', 'c')).isDirectory());
  assert.is(makeFolder(join(path, 'a', 'd')), join(path, 'a', 'd'));
  assert.is(makeFolder(path), null);
  remove();
});

folders('comes back where there can be none: a file is in the way, or the system has none of it', () => {
  const { path, remove } = aFolder();
  writeFileSync(join(path, 'file'), '');
  assert.throws(() => makeFolder(join(path, 'file')), /EEXIST/u);
  assert.throws(() => makeFolder(join(path, 'file', 'below')), /ENOTDIR/u);
  if (existsSync('/proc/self')) assert.throws(() => makeFolder('/proc/no-such-folder/below'), /ENOENT/u);
  remove();
});

folders.run();
