import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { referenceAdapter } from '../../../adapters/reference/reference-adapter.ts';
import type { Form } from '../../expectation.ts';
import { loadSpec } from '../../load/load-spec.ts';
import { accepted, clauses, dedent } from '../../load/test/bad-file.ts';
import { readScenario } from '../../load/load-scenario.ts';
import type { Scenario } from '../../spec.ts';
import type { End, Observation, Trace, Value } from '../../trace.ts';
import type { Divergence } from '../../verdict.ts';
import { firstDivergence, judge } from '../judge.ts';

const judging = suite('judge');

const ENDED: End = { kind: 'ended' };
const trace = (observations: readonly Observation[], end: End = ENDED): Trace => ({ observations, end, notes: [] });
const reached = (step: number): Observation => ({ kind: 'reached', step });
const value = (step: number, seen: Value): Observation => ({ kind: 'value', step, value: seen });
const raised = (step: number, error: Value): Observation => ({ kind: 'raised', step, error });
const task = (...names: readonly string[]): Value => ({ object: 'Task', names });
const error = (type: string, ...args: readonly Value[]): Value => ({ error: type, args });

/** A scenario whose main has these steps; they are numbered from 1. */
const scenarioOf = (steps: string, sections = ''): Scenario => {
  const text = `title: What it is about, and how it ends\nclauses: [task.done.x, task.done.y]\n${sections === '' ? '' : dedent(sections)}`
    + `coroutines:\n  main:\n    - call: Future()\n      as: t\n    - call: Future()\n      as: u\n${dedent(steps).replace(/^(?=.)/gmu, '    ')}`;
  // Steps 1 and 2 bind what expectations name.
  const { scenario, mistakes } = readScenario(text, { file: 'x.yaml', id: 'done/x' }, clauses);
  const [mistake] = mistakes.filter(({ code }) => code !== 'unused-clause');
  if (mistake !== undefined) throw new Error(`${mistake.line}: ${mistake.message}`);
  return scenario ?? accepted(text.replace(', task.done.y', ''));
};

const passes = (scenario: Scenario, observations: readonly Observation[], variant = ''): void => {
  assert.equal(judge(scenario.expectation, trace(observations)), { kind: 'pass', variant });
};

const fails = (scenario: Scenario, observations: readonly Observation[], expected: Partial<Divergence>, end: End = ENDED): Divergence => {
  const judgement = judge(scenario.expectation, trace(observations, end));
  if (judgement.kind !== 'fail') throw new Error(`it is ${judgement.kind}`);
  const { divergence } = judgement;
  for (const [key, wanted] of Object.entries(expected)) {
    assert.equal(Object.entries(divergence).find(([name]) => name === key)?.[1], wanted, `${key}: ${JSON.stringify(divergence)}`);
  }
  return divergence;
};

/** One check, step 3, that names the second clause. */
const checking = (expectation: string): Scenario =>
  scenarioOf(`\n- check: list([t, u])\n  ${dedent(expectation).trimEnd().replaceAll('\n', '\n  ')}\n  clause: task.done.y\n`);

judging('a divergence tells all: clause, step, time, what was expected, what came, and after how many observations', () => {
  const scenario = scenarioOf(`
    - log: before
    - check: t.done()
      is: true
      times: 2
      clause: task.done.y
  `);
  passes(scenario, [reached(3), value(4, true), value(4, true)]);
  assert.equal(judge(scenario.expectation, trace([reached(3), value(4, true), value(4, false)])), {
    kind: 'fail', variant: '',
    divergence: { kind: 'value', step: 4, nth: 2, clause: 'task.done.y', expected: 'True', seen: 'False', value: false, after: 2 },
  });
});

judging('`is` catches another value, another type, an exception, and a bare arrival', () => {
  const scenario = checking('is: 1');
  passes(scenario, [value(3, 1)]);
  const common = { kind: 'value', clause: 'task.done.y', step: 3, nth: 1, expected: '1', after: 0 } as const;
  fails(scenario, [value(3, 2)], { ...common, seen: '2', value: 2 });
  fails(scenario, [value(3, '1')], { ...common, seen: '"1"' });
  fails(scenario, [value(3, true)], { ...common, seen: 'True' });
  fails(scenario, [raised(3, error('KeyError', 1))], { ...common, seen: 'raised KeyError(1)', value: error('KeyError', 1) });
  fails(scenario, [reached(3)], { ...common, seen: 'reached, but showed nothing', value: null });
});

judging('`is` with a name catches another object of the same kind', () => {
  const scenario = checking('is: t');
  passes(scenario, [value(3, task('t'))]);
  fails(scenario, [value(3, task('u'))], { expected: 'the very object t', seen: 'the Task u' });
  fails(scenario, [value(3, { object: 'Task' })], { expected: 'the very object t', seen: 'a Task without a name here' });
});

judging('`is_not` catches that very object', () => {
  const scenario = checking('is_not: t');
  passes(scenario, [value(3, task('u'))]);
  fails(scenario, [value(3, task('t', 'u'))], { expected: 'anything but the very object t', seen: 'the Task t = u' });
});

judging('`raises` by type catches another type, a base, and a value', () => {
  const scenario = checking('raises: KeyError');
  passes(scenario, [raised(3, error('KeyError', 'anything'))]);
  fails(scenario, [raised(3, error('LookupError'))], { expected: 'raises KeyError', seen: 'raised LookupError()' });
  fails(scenario, [value(3, error('KeyError'))], { expected: 'raises KeyError', seen: 'KeyError()' });
  fails(scenario, [value(3, null)], { seen: 'None' });
});

judging('`raises` with arguments catches other arguments, missing ones and more', () => {
  const scenario = checking("raises: KeyError('a', 1)");
  passes(scenario, [raised(3, error('KeyError', 'a', 1))]);
  fails(scenario, [raised(3, error('KeyError', 'a', 2))], { expected: 'raises KeyError("a", 1)', seen: 'raised KeyError("a", 2)' });
  fails(scenario, [raised(3, error('KeyError', 'a'))], { seen: 'raised KeyError("a")' });
  fails(scenario, [raised(3, error('KeyError', 'a', 1, null))], { seen: 'raised KeyError("a", 1, None)' });
  fails(scenario, [raised(3, error('KeyError', '...', 1))], { seen: 'raised KeyError("...", 1)' });
});

judging('`raises` with a name catches an equal exception that is another object', () => {
  const scenario = checking('raises: t');
  passes(scenario, [raised(3, { error: 'KeyError', args: [], names: ['t'] })]);
  fails(scenario, [raised(3, { error: 'KeyError', args: [], names: ['u'] })], { expected: 'raises the very object t', seen: 'raised KeyError() (u)' });
  fails(scenario, [raised(3, error('KeyError'))], { seen: 'raised KeyError()' });
});

judging('`unordered` catches a member too many, one too few, and another', () => {
  const scenario = checking('unordered: [t, u]');
  passes(scenario, [value(3, { set: [task('u'), task('t')] })]);
  fails(scenario, [value(3, { set: [task('t')] })], { expected: 'exactly, in any order, [the very object t, the very object u]', seen: '{the Task t}' });
  fails(scenario, [value(3, { set: [task('t'), task('u'), task()] })], { step: 3 });
  fails(scenario, [value(3, { set: [task('t'), task()] })], { step: 3 });
});

judging('`contains` and `lacks` catch what is missing and what should be', () => {
  const scenario = checking('contains: [t]\nlacks: [u]');
  passes(scenario, [value(3, { set: [task('t'), task()] })]);
  const expected = 'contains [the very object t] and does not contain [the very object u]';
  fails(scenario, [value(3, { set: [task()] })], { expected });
  fails(scenario, [value(3, { set: [task('t'), task('u')] })], { expected });
});

judging('`ends_with` catches other last items', () => {
  const scenario = checking('ends_with: [main]');
  passes(scenario, [value(3, [{ frame: '...', at: null }, { frame: 'main', at: 3 }])]);
  fails(scenario, [value(3, [{ frame: 'main', at: 3 }, { frame: '...', at: null }])], { expected: 'ends with [main]', seen: '[main at step 3, ...]' });
  fails(scenario, [value(3, [])], { seen: '[]' });
});

judging('`one_of` catches what is none of them', () => {
  const scenario = checking('one_of: [1, {raises: KeyError}]');
  passes(scenario, [value(3, 1)]);
  passes(scenario, [raised(3, error('KeyError'))]);
  fails(scenario, [value(3, 2)], { expected: '1, or raises KeyError', seen: '2' });
});

judging('`each` catches the one time that differs, one time too few and one too many', () => {
  const scenario = checking('each: [false, false, true]');
  passes(scenario, [value(3, false), value(3, false), value(3, true)]);
  fails(scenario, [value(3, false), value(3, true), value(3, true)], { kind: 'value', nth: 2, expected: 'False', seen: 'True', after: 1 });
  fails(scenario, [value(3, false), value(3, false)], { kind: 'missing', nth: 3, expected: 'True', seen: 'reached only 2 times', after: 2 });
  fails(scenario, [value(3, false), value(3, false), value(3, true), value(3, true)], {
    kind: 'extra', nth: 4, expected: 'reached 3 times', seen: 'reached a 4th time, with True', after: 3, clause: 'task.done.y',
  });
});

judging('`times` catches less and more often, of a log too', () => {
  const scenario = scenarioOf('- log: a\n  times: 2\n- log: b\n  clause: task.done.y');
  passes(scenario, [reached(3), reached(4), reached(3)]);
  fails(scenario, [reached(3), reached(4)], { kind: 'missing', step: 3, nth: 2, expected: 'reached 2 times', seen: 'reached only 1 times', after: 2 });
  fails(scenario, [reached(3), reached(3), reached(4), reached(4)], {
    kind: 'extra', step: 4, nth: 2, clause: 'task.done.y', expected: 'reached once', seen: 'reached a 2nd time', after: 3,
  });
});

judging('`never` catches that it was reached', () => {
  const scenario = scenarioOf('- never: the body was entered\n  clause: task.done.y');
  passes(scenario, []);
  fails(scenario, [reached(3)], { kind: 'extra', step: 3, nth: 1, clause: 'task.done.y', expected: 'never reached', seen: 'reached a 1st time', after: 0 });
});

judging('an observation of a step that expects nothing is one too many, against the primary clause', () => {
  fails(scenarioOf('- log: a'), [value(1, 3)], { kind: 'extra', step: 1, clause: 'task.done.x', expected: 'never reached', seen: 'reached a 1st time, with 3' });
});

judging('of steps that were not reached the first after the last observation is told', () => {
  const scenario = scenarioOf('- log: a\n- log: b\n- check: t\n  is: 1\n  clause: task.done.y\n- log: d');
  fails(scenario, [reached(4)], { kind: 'missing', step: 5, nth: 1, clause: 'task.done.y', expected: '1', seen: 'not reached', after: 1 });
  fails(scenario, [reached(4), value(5, 1), reached(6)], { kind: 'missing', step: 3, clause: 'task.done.x', expected: 'reached once' });
  fails(scenario, [], { kind: 'missing', step: 3, after: 0 });
});

judging('`order` catches neighbours of a chain that are swapped, and tells the first', () => {
  const scenario = scenarioOf('- log: a\n- log: b\n  clause: task.done.y\n- log: c', 'order: [a, b, c]');
  passes(scenario, [reached(3), reached(4), reached(5)]);
  fails(scenario, [reached(4), reached(3), reached(5)], {
    kind: 'order', step: 4, nth: 1, clause: 'task.done.y', expected: 'after step 3', seen: 'before step 3', after: 0,
  });
  fails(scenario, [reached(3), reached(5), reached(4)], { kind: 'order', step: 5, clause: 'task.done.x', expected: 'after step 4', after: 1 });
  fails(scenario, [reached(5), reached(4), reached(3)], { kind: 'order', step: 5, after: 0 });
});

judging('`order` counts the times of a label that is repeated', () => {
  const scenario = scenarioOf('- log: a\n  times: 2\n- log: b\n  times: 2', 'order: [a, b, a, b]');
  passes(scenario, [reached(3), reached(4), reached(3), reached(4)]);
  fails(scenario, [reached(3), reached(3), reached(4), reached(4)], { kind: 'order', step: 3, nth: 2, expected: 'after step 4', seen: 'before step 4', after: 1 });
  fails(scenario, [reached(4), reached(3), reached(4), reached(3)], { kind: 'order', step: 4, nth: 1, after: 0 });
  const back = scenarioOf('- log: a\n  times: 2\n- log: b', 'order: [a, a, b]');
  fails(back, [reached(3), reached(4), reached(3)], { kind: 'order', step: 4, expected: 'after step 3 for the 2nd time', seen: 'before step 3 for the 2nd time' });
});

judging('of several chains each holds, and nothing else about order is compared', () => {
  const scenario = scenarioOf('- log: a\n- log: b\n- log: c', 'order: [[a, c], [b, c]]');
  passes(scenario, [reached(3), reached(4), reached(5)]);
  passes(scenario, [reached(4), reached(3), reached(5)]);
  fails(scenario, [reached(4), reached(5), reached(3)], { kind: 'order', step: 5, expected: 'after step 3' });
  passes(scenarioOf('- log: a\n- log: b'), [reached(4), reached(3)]);
});

judging('a chain holds around a label that the variant does not reach', () => {
  const scenario = scenarioOf(`
    - log: a
    - log: b
      words: {times: 1}
      cpython: {times: 0}
    - log: c
  `, 'variants: [words, cpython]\norder: [a, b, c]');
  passes(scenario, [reached(3), reached(4), reached(5)], 'words');
  passes(scenario, [reached(3), reached(5)], 'cpython');
  fails(scenario, [reached(5), reached(3)], { kind: 'order', step: 5, expected: 'after step 3', after: 0 });
});

const variants = scenarioOf(`
  - check: t.done()
    words: {is: false}
    cpython: {is: true}
  - log: told
    words: {times: 1}
    cpython: {times: 0}
  - check: t.result()
    clause: task.done.y
    words: {is: 42}
    cpython<3.8: {is: null}
    cpython>=3.8: {raises: CancelledError}
`, 'variants: [words, cpython<3.8, cpython>=3.8]');

judging('exactly one variant must hold in all steps, and is named', () => {
  passes(variants, [value(3, false), reached(4), value(5, 42)], 'words');
  passes(variants, [value(3, true), value(5, null)], 'cpython<3.8');
  passes(variants, [value(3, true), raised(5, error('CancelledError'))], 'cpython>=3.8');
});

judging('a mixture of variants is none; it is told against the one that came farthest, the first of equals', () => {
  assert.equal(judge(variants.expectation, trace([value(3, false), reached(4), value(5, null)])), {
    kind: 'fail', variant: 'words',
    divergence: { kind: 'value', step: 5, nth: 1, clause: 'task.done.y', expected: '42', seen: 'None', value: null, after: 2 },
  });
  assert.equal(judge(variants.expectation, trace([value(3, true), value(5, 42)])), {
    kind: 'fail', variant: 'cpython<3.8',
    divergence: { kind: 'value', step: 5, nth: 1, clause: 'task.done.y', expected: 'None', seen: '42', value: 42, after: 1 },
  });
  assert.equal(judge(variants.expectation, trace([value(3, 7)])), {
    kind: 'fail', variant: 'words',
    divergence: { kind: 'value', step: 3, nth: 1, clause: 'task.done.x', expected: 'False', seen: '7', value: 7, after: 0 },
  });
});

judging('the order of a variant is its own', () => {
  const scenario = scenarioOf('- log: a\n- log: b', 'variants: [words, cpython]\norder:\n  words: [a, b]\n  cpython: [b, a]');
  passes(scenario, [reached(3), reached(4)], 'words');
  passes(scenario, [reached(4), reached(3)], 'cpython');
});

judging('two variants that fit at once do not exclude each other', () => {
  const scenario = scenarioOf(`
    - check: t.result()
      words: {raises: KeyError}
      cpython: {raises: t}
  `, 'variants: [words, cpython]');
  assert.equal(judge(scenario.expectation, trace([raised(3, { error: 'KeyError', args: [], names: ['t'] })])),
    { kind: 'ambiguous', variants: ['words', 'cpython'] });
  passes(scenario, [raised(3, error('KeyError'))], 'words');
});

judging('an exception that leaves the program fails it, at the step that the trace names', () => {
  const scenario = scenarioOf('- log: a\n- log: b\n  clause: task.done.y');
  const end: End = { kind: 'raised', step: 2, error: error('KeyError', 1) };
  const common = { kind: 'end', nth: 1, expected: 'the program to come to its end', seen: 'KeyError(1) left it', value: error('KeyError', 1) } as const;
  fails(scenario, [reached(3), reached(4)], { ...common, step: 2, clause: 'task.done.x', after: 2 }, end);
  fails(scenario, [reached(3)], { ...common, step: 2, clause: 'task.done.y', after: 1 }, end);
  fails(scenario, [reached(3)], { ...common, step: 4, clause: 'task.done.y' }, { ...end, step: null });
  fails(scenario, [reached(3), reached(4)], { ...common, step: null, clause: 'task.done.x' }, { ...end, step: null });
});

judging('a program that is stuck fails, at the step that should have come next', () => {
  const scenario = scenarioOf('- log: a\n- check: t\n  is: 1\n  clause: task.done.y');
  const seen = 'stuck: nothing was ready to run, and no timer was left';
  fails(scenario, [reached(3)], { kind: 'end', step: 4, clause: 'task.done.y', expected: '1, and the program to come to its end', seen, after: 1 }, { kind: 'stuck' });
  fails(scenario, [reached(3), value(4, 1)], { kind: 'end', step: null, clause: 'task.done.x', expected: 'the program to come to its end', seen }, { kind: 'stuck' });
});

judging('what diverged first is told, before what is missing or wrong at the end', () => {
  const scenario = scenarioOf('- log: a\n- check: t\n  is: 1\n- log: c\n- log: d', 'order: [a, c]');
  fails(scenario, [reached(5), value(4, 2), reached(3)], { kind: 'order', step: 5, after: 0 }, { kind: 'stuck' });
  fails(scenario, [reached(3), value(4, 2), reached(5)], { kind: 'value', step: 4, after: 1 }, { kind: 'raised', step: null, error: error('KeyError') });
});

judging('a trace that fits has no first divergence', () => {
  const scenario = scenarioOf('- log: a');
  assert.is(firstDivergence(scenario.expectation, 0, trace([reached(3)])), null);
});

/** Forms that hold of nearly everything, so that another value need not be noticed. */
const isWeak = (forms: readonly Form[]): boolean => forms.every((form) => form.kind === 'is_not');

const ALIEN: Value = 'something that no scenario has ever heard of';

/** The trace with one observation changed, and what was done to it. */
function* mutations(scenario: Scenario, seen: Trace, variant: number): Generator<readonly [what: string, mutated: Trace]> {
  const { observations } = seen;
  const times = new Map<number, number>();
  for (const [index, observation] of observations.entries()) {
    const { step } = observation;
    const nth = (times.get(step) ?? 0) + 1;
    times.set(step, nth);
    const but = (...others: readonly Observation[]): Trace =>
      trace([...observations.slice(0, index), ...others, ...observations.slice(index + 1)], seen.end);
    yield [`observation ${index} of step ${step} dropped`, but()];
    yield [`observation ${index} of step ${step} twice`, but(observation, observation)];
    const outcome = scenario.expectation.steps.find((expected) => expected.step === step)?.outcomes[variant];
    const forms = [...outcome?.forms ?? [], ...outcome?.each?.[nth - 1] ?? []];
    if (observation.kind === 'reached' || isWeak(forms)) continue;
    const shown = observation.kind === 'value' ? observation.value : observation.error;
    yield [`step ${step} with another value`, but(observation.kind === 'value' ? value(step, ALIEN) : raised(step, ALIEN))];
    yield [`step ${step} raised or did not`, but(observation.kind === 'value' ? raised(step, shown) : value(step, shown))];
    yield [`step ${step} only reached`, but(reached(step))];
    if (typeof shown === 'boolean') yield [`step ${step} with the opposite`, but(value(step, !shown))];
    if (typeof shown === 'number') yield [`step ${step} with one more`, but(value(step, shown + 1))];
    if (Array.isArray(shown) && forms.some((form) => form.kind === 'is')) yield [`step ${step} with an item more`, but(value(step, [...shown, ALIEN]))];
    if (typeof shown === 'object' && shown !== null && 'set' in shown && forms.some((form) => form.kind === 'unordered')) {
      yield [`step ${step} with a member more`, but(value(step, { set: [...shown.set, ALIEN] }))];
    }
  }
  const positions = new Map<string, number>();
  const counted = new Map<number, number>();
  for (const [index, { step }] of observations.entries()) {
    counted.set(step, (counted.get(step) ?? 0) + 1);
    positions.set(`${step}:${counted.get(step) ?? 0}`, index);
  }
  for (const chain of scenario.expectation.order[variant] ?? []) {
    for (const [index, later] of chain.entries()) {
      const earlier = chain[index - 1];
      if (earlier === undefined || earlier.step === later.step) continue;
      const [one, other] = [positions.get(`${earlier.step}:${earlier.nth}`), positions.get(`${later.step}:${later.nth}`)];
      if (one === undefined || other === undefined) continue;
      const swapped = observations.map((observation, at) => observations[at === one ? other : at === other ? one : at] ?? observation);
      yield [`steps ${earlier.step} and ${later.step} swapped`, trace(swapped, seen.end)];
    }
  }
  yield ['stuck at the end', trace(observations, { kind: 'stuck' })];
  yield ['an exception at the end', trace(observations, { kind: 'raised', step: null, error: error('RuntimeError') })];
}

judging('of every real scenario that the reference passes, each observation that is falsified is noticed', async () => {
  const { spec } = loadSpec(fileURLToPath(new URL('../../../spec', import.meta.url)));
  const session = await referenceAdapter().start();
  const unnoticed: string[] = [];
  let passed = 0;
  let tried = 0;
  for (const scenario of spec.scenarios) {
    const run = await session.run(scenario.program, { loopSteps: 10_000, virtualSeconds: 1e6, wallMilliseconds: 60_000 }, { notes: false });
    if (run.kind !== 'trace') continue;
    const judgement = judge(scenario.expectation, run.trace);
    if (judgement.kind !== 'pass') continue;
    passed += 1;
    const variant = scenario.expectation.variants.indexOf(judgement.variant);
    for (const [what, mutated] of mutations(scenario, run.trace, variant)) {
      tried += 1;
      const again = judge(scenario.expectation, mutated);
      // Two outcomes may differ in one place only; then its change is noticed by the name of the other.
      const isNoticed = again.kind === 'fail' || (again.kind === 'pass' && again.variant !== judgement.variant);
      if (!isNoticed) unnoticed.push(`${scenario.id}: ${what}`);
    }
  }
  await session.stop();
  assert.equal(unnoticed, []);
  assert.ok(passed >= 100, `${passed} scenarios passed`);
  assert.ok(tried >= 10 * passed, `${tried} falsifications`);
});

judging.run();
