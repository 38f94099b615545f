import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { knownDivergences } from '../known-divergences.ts';
import { aFolder } from './folder.ts';

const knowing = suite('what is known of real implementations');
const { path, remove } = aFolder();
knowing.after(remove);

knowing('it is read where it is of this specification, and is nothing where it is of another or not there', () => {
  assert.is(knownDivergences(path, 'abc'), null);
  const known = { spec: 'abc', implementations: { one: 'One 1.0' }, scenarios: { 'a/b': [{ outcome: 'hung', on: ['one'] }] } };
  writeFileSync(join(path, 'divergences.json'), JSON.stringify(known));
  assert.equal(knownDivergences(path, 'abc'), known);
  assert.is(knownDivergences(path, 'abd'), null);
});

knowing.run();
