import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadSpec } from '../../load/load-spec.ts';
import { readCompiled, writeCompiled } from '../compiled-spec.ts';

const { spec } = loadSpec(fileURLToPath(new URL('../../../spec', import.meta.url)));
const test = suite<{ folder: string }>('compiled specification');

test.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'taskspec-compiled-'));
});
test.after.each(({ folder }) => rmSync(folder, { recursive: true, force: true }));

test('what is read is what was written, in the same order of properties', ({ folder }) => {
  writeCompiled(folder, spec);
  assert.is(JSON.stringify(readCompiled(folder)), JSON.stringify(spec));
});

test('what a run that passes never looks at is not read for it', ({ folder }) => {
  writeCompiled(folder, spec);
  for (const name of ['places.json', 'ledger-and-proofs.json']) rmSync(join(folder, name));
  const read = readCompiled(folder);
  assert.is(read?.digest, spec.digest);
  assert.equal(read?.scenarios.map(({ program, expectation }) => ({ program, expectation })), spec.scenarios.map(({ program, expectation }) => ({ program, expectation })));
  assert.throws(() => read?.scenarios[0]?.places, /places\.json/u);
  assert.throws(() => read?.ledger, /ledger-and-proofs\.json/u);
  assert.throws(() => read?.proofs, /ledger-and-proofs\.json/u);
});

test('a copy of a scenario has its places', ({ folder }) => {
  writeCompiled(folder, spec);
  const copies = readCompiled(folder)?.scenarios.map((scenario) => ({ ...scenario }));
  assert.equal(copies, spec.scenarios);
});

test('a folder without a compiled specification has none, and anything else that is in the way is told', ({ folder }) => {
  assert.is(readCompiled(join(folder, 'absent')), null);
  writeCompiled(folder, spec);
  assert.throws(() => readCompiled(join(folder, 'spec.json')), /ENOTDIR/u);
});

test.run();
