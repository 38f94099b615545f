import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadSpec } from '../load/load-spec.ts';
import { lossesOf, notMissed, type Evidence } from '../losses.ts';

const losing = suite('what would be lost with a scenario');
const folder = fileURLToPath(new URL('../../spec', import.meta.url));
const nothing: Evidence = { situations: [], proofs: {}, mutants: {} };
const proof = (proves: Readonly<Record<string, readonly string[]>>) => ({ says: '', language: 'typescript' as const, proves });

losing('nothing, where it shows, proves and catches nothing', () => {
  assert.equal(notMissed(lossesOf(['a', 'b'], nothing)), ['a', 'b']);
});

losing('a situation that no other one shows', () => {
  const losses = lossesOf(['a', 'b', 'c'], { ...nothing, situations: [{ id: 'alone', scenarios: ['a'] }, { id: 'shared', scenarios: ['b', 'c'] }] });
  assert.equal(losses.get('a')?.rows, ['alone']);
  assert.equal(notMissed(losses), ['b', 'c']);
});

losing('the proof of a clause, however many wrong Tasks prove it', () => {
  const proofs = { one: proof({ x: ['a'], y: ['b'] }), two: proof({ x: ['a'], y: ['c'] }) };
  const losses = lossesOf(['a', 'b', 'c'], { ...nothing, proofs });
  assert.equal(losses.get('a')?.proofs, ['x']);
  assert.equal(notMissed(losses), ['b', 'c']);
});

losing('a wrong Task or a mutant that only it catches', () => {
  const proofs = { one: proof({ x: ['a', 'b'] }), two: proof({ x: ['b'], y: ['b'] }) };
  const losses = lossesOf(['a', 'b', 'c'], { ...nothing, proofs, mutants: { c: ['m1', 'm2'], b: ['m2'] } });
  assert.equal(losses.get('b')?.kills, ['two']);
  assert.equal(losses.get('c')?.kills, ['m1']);
  assert.equal(notMissed(losses), ['a']);
});

losing('with every scenario of the suite something would be lost', () => {
  const { spec, situations } = loadSpec(folder);
  const file = `${folder}/proofs/mutants.json`;
  const { kills }: { readonly kills: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> } = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8')) : { kills: {} };
  const mutants = Object.fromEntries(Object.entries(kills).map(([scenario, grounds]) => [scenario, Object.values(grounds).flat()]));
  const losses = lossesOf(spec.scenarios.map(({ id }) => id), { situations, proofs: spec.proofs, mutants });
  const unmissed = notMissed(losses);
  if (unmissed.length > 0) console.log(`  these would not be missed:\n${unmissed.map((id) => `    ${id}`).join('\n')}`);
  assert.equal(unmissed, []);
});

losing.run();
