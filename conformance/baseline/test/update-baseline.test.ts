import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Judged, Result } from '../../result.ts';
import { aClause, aDescription, aResult, aScenario, aSpec } from '../../test/made-up.ts';
import { compare } from '../compare.ts';
import { readBaseline } from '../read-baseline.ts';
import { updateBaseline } from '../update-baseline.ts';

const updating = suite('writing a baseline');
const ids = ['done/a', 'done/b', 'done/c'];
const spec = { ...aSpec([aClause({ id: 'task.done.one' })], ids.map((id, index) => aScenario({ id, digest: `${index}123456789abcdef` }))), digest: '0123456789abcdef' };
const judged = (...failing: readonly (readonly [string, number])[]): Judged => ({
  name: 'fake', description: aDescription, target: '3.8', cutShort: false, ambiguous: [],
  results: spec.scenarios.map(({ id, digest }): Result => {
    const step = failing.find(([name]) => name === id)?.[1];
    const divergence = { kind: 'value', step: step ?? 0, nth: 1, clause: 'task.done.one', expected: '', seen: '', value: null, after: 0 } as const;
    return aResult({ scenario: id, digest, ...(step === undefined ? {} : { weight: 'red', verdict: { kind: 'fail', variant: '', divergence } }) });
  }),
});
const transitions = (text: string, now: Judged): readonly string[] => {
  const read = readBaseline(text, 'baseline.yaml');
  if (read.kind === 'mistakes') throw new Error(JSON.stringify(read.mistakes));
  return compare(read.baseline, now, spec, '2026-01-01').map(({ kind }) => kind);
};

updating('a new one is what it is read back as, and quiet against its own run', () => {
  const now = judged(['done/a', 1], ['done/c', 2]);
  const text = updateBaseline(null, now, spec);
  assert.match(text, /^# What does not conform yet/u);
  assert.equal(transitions(text, now), ['recorded', 'recorded']);
  assert.equal(transitions(text, judged()), ['fixed', 'fixed']);
});

updating('nothing to change leaves it as it is, letter by letter', () => {
  const now = judged(['done/a', 1]);
  const text = updateBaseline(null, now, spec);
  assert.is(updateBaseline(text, now, spec), text);
});

updating('comments, reasons and order stay; what changed is changed in place, what passes goes, what is new comes last', () => {
  const before = updateBaseline(null, judged(['done/c', 1], ['done/a', 1], ['done/b', 1]), spec)
    .replace('  - scenario: done/a', '  # the oldest of them\n  - scenario: done/a\n    reason: known # for years')
    .replace('failures:', '# hand-picked\nfailures:');
  const after = updateBaseline(before, judged(['done/a', 2], ['done/c', 1]), spec);
  assert.match(after, /# the oldest of them\n {2}- scenario: done\/a\n {4}reason: known # for years/u);
  assert.match(after, /# hand-picked\nfailures:/u);
  assert.match(after, /step: "check: t\.cancelled\(\)"/u);
  assert.not.match(after, /scenario: done\/b/u);
  assert.equal(transitions(after, judged(['done/a', 2], ['done/c', 1])), ['recorded', 'recorded']);
});

updating('an entry about other versions, and what a flaky one is allowed, are nobody’s to change', () => {
  const before = updateBaseline(null, judged(['done/a', 1], ['done/b', 1]), spec)
    .replace('scenario: done/a\n    verdict: fail', "scenario: done/a\n    versions: '>=2'\n    verdict: fail")
    .replace(/scenario: done\/b\n {4}verdict: fail\n(?: {4}.*\n)*/u, 'scenario: done/b\n    verdict: [pass, fail]\n');
  const after = updateBaseline(before, judged(), spec);
  assert.match(after, /versions: '>=2'/u);
  assert.match(after, /verdict: \[ ?pass, fail ?\]/u);
});

updating('a verdict of another kind takes its divergence along', () => {
  const before = updateBaseline(null, judged(['done/a', 1]), spec);
  const crash = judged();
  const now = { ...crash, results: crash.results.map((result) => (result.scenario === 'done/a' ? { ...result, weight: 'red' as const, verdict: { kind: 'crash', how: '' } as const } : result)) };
  const after = updateBaseline(before, now, spec);
  assert.not.match(after, /diverges/u);
  assert.equal(transitions(after, now), ['recorded']);
});

updating('a failure of the program as a whole, and one at its second time, are recorded as such', () => {
  const failed = judged(['done/a', 1], ['done/b', 1]);
  const now: Judged = { ...failed, results: failed.results.map((result): Result => {
    if (result.verdict.kind !== 'fail') return result;
    const divergence = { ...result.verdict.divergence, ...(result.scenario === 'done/a' ? { step: null } : { nth: 2 }) };
    return { ...result, verdict: { ...result.verdict, divergence } };
  }) };
  const text = updateBaseline(null, now, spec);
  assert.match(text, /scenario: done\/a\n {4}verdict: fail\n {4}diverges:\n {6}by: value\n {2}- /u);
  assert.match(text, /scenario: done\/b[^]*time: 2/u);
  assert.equal(transitions(text, now), ['recorded', 'recorded']);
  assert.equal(transitions(text, failed), ['changed', 'changed']);
});

updating('a failure of a scenario that is not there any more is in no baseline', () => {
  const now = judged(['done/a', 1]);
  const text = updateBaseline(null, now, { ...spec, scenarios: spec.scenarios.slice(1) });
  assert.match(text, /failures: \[\]/u);
});

updating('what was not judged is not in it', () => {
  const some = judged();
  const text = updateBaseline(null, { ...some, results: some.results.map((result) => ({ ...result, weight: 'grey' as const, verdict: { kind: 'unsupported', capability: 'frames' } as const })) }, spec);
  assert.match(text, /judged: \{\}/u);
});

updating.run();
