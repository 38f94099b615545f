import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Run } from '../adapter.ts';
import { adjudicate } from '../adjudicate.ts';
import type { Adjudication } from '../adjudicate.ts';
import { defaultBudget } from '../run.ts';
import { aDescription, aScenario, saw, traced } from './made-up.ts';

const adjudication = suite('adjudication');
const scenario = aScenario({ id: 'done/one' });
const of = (run: Run, one = scenario): Adjudication => adjudicate(one, run, aDescription, defaultBudget, () => 'must');
const partial = { observations: saw(true).observations, notes: [], output: 'last words' };
const kept = { observations: saw(true).observations, end: null, notes: [], output: 'last words' };

adjudication('a whole trace that fits passes, and needs no evidence', () => {
  assert.equal(of(traced(true, true)), { verdict: { kind: 'pass', variant: '' }, evidence: null, ambiguous: null });
});

adjudication('the outcome that fitted is named', () => {
  const several = aScenario({ id: 'done/one' }, ['words', 'cpython']);
  assert.equal(of(traced(true, false), several).verdict, { kind: 'pass', variant: 'cpython' });
});

adjudication('a whole trace that does not fit fails with what was seen', () => {
  const { verdict, evidence } = of(traced(true, false));
  assert.is(verdict.kind === 'fail' && verdict.divergence.step, 2);
  assert.is(evidence?.observations.length, 2);
});

adjudication('two outcomes that fit are a mistake in the specification, and nothing is judged', () => {
  const same = aScenario({ id: 'done/one' }, ['words', 'cpython']);
  const [first] = same.expectation.steps;
  if (first === undefined) throw new Error('it has two');
  const { verdict, ambiguous } = of(traced(true), { ...same, expectation: { ...same.expectation, steps: [first] } });
  assert.equal(ambiguous, ['words', 'cpython']);
  assert.match(verdict.kind === 'not-run' ? verdict.reason : '', /words and cpython fit at once/u);
});

adjudication('a hang took as long as it was allowed, whatever the clock said', () => {
  assert.equal(of({ kind: 'hang', partial, milliseconds: 5013 }), {
    verdict: { kind: 'hang', milliseconds: 5000 }, evidence: kept, ambiguous: null,
  });
});

adjudication('what was cut off keeps what came until then', () => {
  assert.equal(of({ kind: 'crash', partial, how: 'signal SIGSEGV' }).evidence, kept);
  assert.equal(of({ kind: 'budget', partial, budget: 'loop steps' }).evidence, kept);
  assert.equal(of({ kind: 'protocol-error', partial, message: 'no JSON' }), {
    verdict: { kind: 'protocol-error', message: 'no JSON' }, evidence: kept, ambiguous: null,
  });
});

adjudication('what is lacking and was never claimed is unsupported', () => {
  assert.equal(of({ kind: 'unsupported', capability: 'teleport' }).verdict, { kind: 'unsupported', capability: 'teleport' });
});

adjudication('what is lacking although it was claimed is the fault of the adapter', () => {
  const { verdict } = of({ kind: 'unsupported', capability: 'frames' });
  assert.match(verdict.kind === 'adapter-error' ? verdict.message : '', /claims the capability frames/u);
});

adjudication('an adapter that failed, and what was not run, say why', () => {
  assert.equal(of({ kind: 'adapter-error', message: 'of ours' }).verdict, { kind: 'adapter-error', message: 'of ours' });
  assert.equal(of({ kind: 'not-run', reason: 'stopped' }).verdict, { kind: 'not-run', reason: 'stopped' });
});

adjudication.run();
