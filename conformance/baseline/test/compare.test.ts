// Each transition is a test.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Judged, Result } from '../../result.ts';
import { aClause, aDescription, aResult, aScenario, aSpec } from '../../test/made-up.ts';
import type { Divergence } from '../../verdict.ts';
import { shapeOf, shortDigest, type Baseline, type Failure } from '../baseline.ts';
import { compare, meanings } from '../compare.ts';

const comparing = suite('a run against its baseline');
const scenario = aScenario({ id: 'done/a' });
const spec = aSpec([aClause({ id: 'task.done.one' })], [scenario, aScenario({ id: 'done/b' })]);

const divergence = (about: Partial<Divergence> = {}): Divergence => ({
  kind: 'value', step: 1, nth: 1, clause: 'task.done.one', expected: 'True', seen: 'False', value: false, after: 0, ...about,
});
const fails = (about: Partial<Divergence> = {}): Result =>
  aResult({ scenario: 'done/a', weight: 'red', verdict: { kind: 'fail', variant: '', divergence: divergence(about) } });
const passes = aResult({ scenario: 'done/a' });
const crashes = aResult({ scenario: 'done/a', weight: 'red', verdict: { kind: 'crash', how: 'signal SIGSEGV' } });

const entry = (about: Partial<Failure> = {}): Failure => ({
  scenario: 'done/a', verdicts: ['fail'], diverges: shapeOf(scenario, divergence()), reason: null, issue: null, versions: null, expires: null, line: 9, ...about,
});
const baseline = (about: Partial<Baseline> = {}): Baseline => ({
  implementation: 'fake', target: '3.8', spec: spec.digest, capabilities: ['cancel', 'frames'], failures: [],
  judged: new Map(spec.scenarios.map(({ id, digest }) => [id, shortDigest(digest)])), ...about,
});
const judged = (result: Result, about: Partial<Judged> = {}): Judged => ({
  name: 'fake', description: aDescription, target: '3.8', results: [result, aResult({ scenario: 'done/b' })], cutShort: false, ambiguous: [], ...about,
});
const kinds = (before: Baseline, now: Judged, today = '2026-01-01'): readonly string[] => compare(before, now, spec, today).map(({ kind }) => kind);

comparing('what passed and passes is nothing to tell', () => {
  assert.equal(kinds(baseline(), judged(passes)), []);
});

comparing('what passed and fails is a regression', () => {
  assert.equal(kinds(baseline(), judged(fails())), ['regression']);
  assert.equal(kinds(baseline(), judged(crashes)), ['regression']);
});

comparing('what fails as recorded is quiet', () => {
  assert.equal(kinds(baseline({ failures: [entry()] }), judged(fails())), ['recorded']);
  assert.equal(kinds(baseline({ failures: [entry({ diverges: null })] }), judged(fails({ step: 2 }))), ['recorded']);
  assert.equal(kinds(baseline({ failures: [entry({ verdicts: ['crash'], diverges: null })] }), judged(crashes)), ['recorded']);
});

comparing('what fails in another way has changed: by verdict, by step, by kind, by the how-manieth time', () => {
  const before = baseline({ failures: [entry()] });
  for (const now of [crashes, fails({ step: 2 }), fails({ kind: 'missing' }), fails({ nth: 2 }), fails({ kind: 'end', step: null })]) {
    assert.equal(kinds(before, judged(now)), ['changed']);
  }
});

comparing('the wording of a divergence, and its place in the file, may change', () => {
  assert.equal(kinds(baseline({ failures: [entry()] }), judged(fails({ expected: 'yes', seen: 'no', after: 3 }))), ['recorded']);
});

comparing('steps that read alike in one body are told apart', () => {
  const [first] = scenario.places;
  const alike = { ...scenario, places: [...scenario.places, ...(first === undefined ? [] : [{ ...first, id: 3, line: 11 }])] };
  assert.is(shapeOf(alike, divergence()).same, 1);
  assert.is(shapeOf(alike, divergence({ step: 3 })).same, 2);
});

comparing('what was judged and is not any more is lost, whatever the reason', () => {
  for (const verdict of [
    { kind: 'unsupported', capability: 'frames' }, { kind: 'not-run', reason: '' }, { kind: 'not-applicable', clause: '', target: '', owed: '' },
  ] as const) assert.equal(kinds(baseline(), judged(aResult({ scenario: 'done/a', weight: 'grey', verdict }))), ['lost']);
});

comparing('what was never judged may stay so', () => {
  const grey = aResult({ scenario: 'done/a', weight: 'grey', verdict: { kind: 'unsupported', capability: 'frames' } });
  assert.equal(kinds(baseline({ judged: new Map() }), judged(grey)), []);
});

comparing('a capability that is not claimed any more is lost; one more is welcome', () => {
  const less = { ...aDescription, capabilities: ['cancel'] as const };
  assert.equal(kinds(baseline(), judged(passes, { description: less })), ['capability lost']);
  assert.equal(kinds(baseline({ capabilities: [] }), judged(passes)), []);
});

comparing('another target is a regression, for it changes what is owed', () => {
  assert.equal(kinds(baseline({ target: '3.7' }), judged(passes)), ['target changed']);
});

comparing('an implementation that could not be started has lost nothing: the adapter failed', () => {
  assert.equal(kinds(baseline(), judged(aResult({ scenario: 'done/a', weight: 'broken', verdict: { kind: 'adapter-error', message: '' } }), { description: null, target: null })), []);
});

comparing('what fails and passes now is fixed', () => {
  assert.equal(kinds(baseline({ failures: [entry()] }), judged(passes)), ['fixed']);
});

comparing('an entry whose scenario is gone is stale', () => {
  assert.equal(kinds(baseline({ failures: [entry({ scenario: 'done/gone' })] }), judged(passes)), ['stale']);
});

comparing('a failing scenario that is newer than the baseline, or changed since, is new', () => {
  assert.equal(kinds(baseline({ judged: new Map([['done/b', shortDigest('digest of done/b')]]) }), judged(fails())), ['new']);
  const older = baseline({ judged: new Map([['done/a', '00000000']]) });
  assert.equal(kinds(older, judged(fails())), ['new']);
  assert.equal(kinds({ ...older, failures: [entry()] }, judged(fails({ step: 2 }))), ['new']);
  assert.equal(kinds({ ...older, failures: [entry()] }, judged(fails())), ['recorded']);
});

comparing('from its day on an entry excuses nothing', () => {
  const before = baseline({ failures: [entry({ expires: '2026-06-01' })] });
  assert.equal(kinds(before, judged(fails()), '2026-05-31'), ['recorded']);
  assert.equal(kinds(before, judged(fails()), '2026-06-01'), ['expired']);
});

comparing('an entry about other versions excuses nothing, and is not out of date either', () => {
  const before = baseline({ failures: [entry({ versions: '>=2' })] });
  assert.equal(kinds(before, judged(fails())), ['regression']);
  assert.equal(kinds(before, judged(passes)), []);
  assert.equal(kinds(baseline({ failures: [entry({ versions: '>=2' }), entry({ versions: '<2' })] }), judged(fails())), ['recorded']);
});

comparing('a flaky one may do whatever its entry allows, and nothing else', () => {
  const before = baseline({ failures: [entry({ verdicts: ['pass', 'fail'], diverges: null })] });
  assert.equal(kinds(before, judged(passes)), []);
  assert.equal(kinds(before, judged(fails())), ['recorded']);
  assert.equal(kinds(before, judged(crashes)), ['changed']);
});

comparing('what was not selected is not compared', () => {
  assert.equal(kinds(baseline({ failures: [entry()] }), judged(passes, { results: [] })), []);
});

comparing('where the document is silent a difference is no regression', () => {
  const differs = aResult({ scenario: 'done/a', weight: 'information', level: 'observed', verdict: { kind: 'fail', variant: '', divergence: divergence() } });
  assert.equal(kinds(baseline(), judged(differs)), []);
});

comparing('only these make a gate red', () => {
  assert.equal(Object.entries(meanings).filter(([, meaning]) => meaning === 'regression').map(([kind]) => kind).toSorted(),
    ['capability lost', 'changed', 'expired', 'lost', 'regression', 'target changed']);
});

comparing.run();
