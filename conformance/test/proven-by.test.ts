// What a wrong Task proves follows from its results, and is written so that a review sees what changed.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Proofs, readProofs } from '../proofs.ts';
import { proofsOf, provenBy, writeProofs } from '../proven-by.ts';
import type { Judged, Result } from '../result.ts';
import type { Verdict } from '../verdict.ts';

const proofs = suite('proven by');

const failAgainst = (clause: string): Verdict => ({
  kind: 'fail', variant: '',
  divergence: { kind: 'value', step: 1, nth: 1, clause, expected: 'True', seen: 'False', value: false, after: 0 },
});

const result = (scenario: string, verdict: Verdict): Result => ({
  scenario, digest: scenario, verdict, weight: 'red', clause: 'task.primary', level: 'must', flaky: false, echoOf: null, evidence: null,
});

const judged = (results: readonly Result[]): Judged => ({ name: 'wrong', description: null, target: null, results, cutShort: false, ambiguous: [] });

proofs('the clause of the first check that diverged is proven, and nothing by a hang, a crash or a budget', () => {
  const results = [
    result('b/two', failAgainst('task.one')), result('b/one', failAgainst('task.one')), result('c/three', failAgainst('task.two')),
    result('c/four', { kind: 'pass', variant: '' }), result('d/five', { kind: 'hang', milliseconds: 1 }),
    result('d/six', { kind: 'crash', how: 'signal SIGABRT' }), result('d/seven', { kind: 'budget', budget: 'loop steps' }),
  ];
  assert.equal(provenBy(judged(results)), { 'task.one': ['b/two', 'b/one'], 'task.two': ['c/three'] });
});

const two: Proofs = {
  later: { says: 'It is "late".', language: 'python', proves: { 'task.two': ['b/two', 'b/one'], 'task.one': ['a/one'] } },
  early: { says: 'It is early.', language: 'typescript', proves: { 'task.two': ['a/one'] } },
};

proofs('a clause is proven by all the wrong Tasks that it was blamed for', () => {
  assert.equal([...proofsOf(two)], [['task.two', ['later', 'early']], ['task.one', ['later']]]);
});

proofs('the file is sorted, has a line for each clause, and reads back as it was', () => {
  const text = writeProofs(two);
  const sorted = { ...two, later: { ...two['later'], proves: { 'task.two': ['b/one', 'b/two'], 'task.one': ['a/one'] } } };
  assert.equal(readProofs(JSON.parse(text)), { kind: 'proofs', proofs: sorted });
  assert.ok(text.indexOf('early') < text.indexOf('later'));
  assert.match(text, '\n      "task.one": ["a/one"],\n      "task.two": ["b/one", "b/two"]\n');
  assert.equal(JSON.parse(writeProofs({ none: { says: 'x', language: 'python', proves: {} } })), { none: { says: 'x', language: 'python', proves: {} } });
});

proofs.run();
