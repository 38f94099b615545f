// Every wrong Task is caught against the clauses that it is meant to break, and the proofs that are kept are those that come.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { installed, whereFound } from '../../test/where-found.ts';
import { type ExpectationKind, caughtThrough, expectationKinds } from '../../caught-through.ts';
import { loadSpec } from '../../load/load-spec.ts';
import type { Proof } from '../../proofs.ts';
import { writeProofs } from '../../proven-by.ts';
import { candidates, judgeWrong, proofOf } from '../prove-all.ts';

const prove = suite('wrong Tasks');
const folder = fileURLToPath(new URL('../../../spec', import.meta.url));
const { spec } = loadSpec(folder);
const text = readFileSync(`${folder}/proofs/wrong-tasks.json`, 'utf8');
const kept = spec.proofs;
const scenarios = new Map(spec.scenarios.map((scenario) => [scenario.id, scenario]));
const all = await candidates();

for (const hint of new Set(all.filter(({ exact }) => !exact).map((candidate) => candidate.hint))) {
  const names = all.filter((candidate) => !candidate.exact && candidate.hint === hint).map(({ wrong }) => wrong.name);
  console.log(`skipped: what these prove is not compared with what is kept; \`${hint}\` installs their Python: ${names.join(', ')}`);
}

/** What is kept must be just this; of what cannot be judged here it may be what it is. */
const expected: Record<string, Proof> = {};
const caught = new Set<ExpectationKind>();

for (const candidate of all) {
  const { wrong: { name, says, violates, neighbour }, adapter, exact } = candidate;
  const before = kept[name];
  if (!exact && before !== undefined) expected[name] = before;
  if (adapter === null) {
    whereFound(prove, installed(false, `the Python of ${name}`, candidate.hint))(`${name}: ${says}`, () => undefined);
    continue;
  }
  prove(`${name}: ${says}`, async () => {
    const judged = await judgeWrong(await adapter(), spec);
    const proof = proofOf(candidate, judged);
    if (exact) expected[name] = proof;
    const results = new Map(judged.results.map((result) => [result.scenario, result]));
    assert.equal(violates.filter((clause) => proof.proves[clause] === undefined), [], 'clauses that it is meant to break, and does not');
    assert.is(results.get(neighbour)?.verdict.kind, 'pass', `its neighbour ${neighbour} passes`);
    const ran = judged.results.filter(({ verdict }) => verdict.kind !== 'unsupported' && verdict.kind !== 'not-applicable');
    const passed = ran.filter(({ verdict }) => verdict.kind === 'pass');
    assert.ok(passed.length < ran.length, 'it is caught');
    assert.ok(passed.length * 3 > ran.length * 2, `it breaks so much that it proves little: ${passed.length} of ${ran.length} pass`);
    assert.equal(ran.filter(({ verdict, flaky }) => flaky || (verdict.kind !== 'pass' && verdict.kind !== 'fail')).map(({ scenario }) => scenario), []);
    for (const result of ran) {
      const scenario = scenarios.get(result.scenario);
      if (scenario !== undefined) for (const kind of caughtThrough(scenario, result)) caught.add(kind);
    }
  });
}

prove('what is kept is what came; `npm run proofs` writes it anew', () => {
  assert.is(text, writeProofs(expected));
});

prove('for each clause there is a wrong Task that is meant to break it', () => {
  const meant = new Set(all.flatMap(({ wrong }) => wrong.violates));
  assert.equal(spec.clauses.map(({ id }) => id).filter((id) => !meant.has(id)), []);
  assert.equal([...meant].filter((id) => !spec.clauses.some((clause) => clause.id === id)), [], 'unknown clauses');
});

prove('each scenario catches some wrong Task', () => {
  const catching = new Set(Object.values(expected).flatMap(({ proves }) => Object.values(proves).flat()));
  assert.equal([...scenarios.keys()].filter((id) => !catching.has(id)), [], 'nothing shows that these can fail');
});

// The place of a frame is worked out by the binding, so no TypeScript Task can get it wrong by itself.
const owed = expectationKinds.filter((kind) => kind !== 'frame position' || all.every(({ adapter }) => adapter !== null));
if (owed.length < expectationKinds.length) console.log('skipped: that the place of a frame can be wrong is shown where every wrong Task in Python can be judged');

prove('for each kind of expectation that the judge knows there is a wrong Task', () => {
  assert.equal(owed.filter((kind) => !caught.has(kind)), []);
});

prove.run();
