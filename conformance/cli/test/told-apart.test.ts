// A check tells a wrong adapter from a wrong Task: each row of its table has an adapter that is wrong in just that way, and no wrong Task is taken for one.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { wrongTypeScriptAdapter, wrongTypeScripts } from '../../../adapters/wrong/wrong-typescript.ts';
import { inProcessAdapter } from '../../../adapters/in-process/session.ts';
import type { Binding } from '../../../adapters/in-process/binding.ts';
import { bindReference } from '../../../adapters/reference/reference-adapter.ts';
import * as reference from '../../../reference/index.ts';
import { AdapterError, type Adapter, type Budget, type Run, type Session } from '../../adapter.ts';
import { checkAdapter } from '../../check/check-adapter.ts';
import type { Checkup } from '../../check/checkup.ts';
import { faults } from '../../check/decide.ts';
import { taskScenarios } from '../../check/programs.ts';
import { loadSpec } from '../../load/load-spec.ts';
import type { Program, Step } from '../../program.ts';
import type { Observation, Value } from '../../trace.ts';
import { defaultBudget } from '../../run.ts';

const apart = suite('adapters and implementations told apart');
const { spec } = loadSpec(new URL('../../../spec', import.meta.url).pathname);

const checked = (adapter: Adapter, cannotHang: string | null = 'in process'): Promise<Checkup> =>
  checkAdapter({ adapter, spec, budget: defaultBudget, heard: null, cannotHang, cannotRestart: null, conversation: async () => [] });

type Play = (session: Session, program: Program, budget: Budget, options: { readonly notes: boolean }) => Promise<Run>;

/** The reference, through an adapter that does not play fair. */
function unfair(play: Play, binding: Binding = bindReference(reference)): Adapter {
  return {
    name: 'unfair',
    async start() {
      const session = await inProcessAdapter('unfair', binding).start();
      return { description: session.description, run: (program, budget, options) => play(session, program, budget, options), stop: () => session.stop() };
    },
  };
}

/** Changes what is observed. */
const observing = (change: (observations: readonly Observation[], notes: boolean) => readonly Observation[]): Adapter =>
  unfair(async (session, program, budget, options) => {
    const run = await session.run(program, budget, options);
    return run.kind === 'trace' ? { kind: 'trace', trace: { ...run.trace, observations: change(run.trace.observations, options.notes) } } : run;
  });

const deep = (change: (value: Value) => Value) => (value: Value): Value => {
  if (typeof value !== 'object' || value === null || 'frame' in value || 'object' in value) return change(value);
  if ('set' in value) return { set: value.set.map(deep(change)) };
  if ('error' in value) return change({ ...value, args: value.args.map(deep(change)) });
  return change(value.map(deep(change)));
};

/** Changes each value that is observed, wherever it lies. */
const telling = (change: (value: Value) => Value): Adapter => observing((observations) => observations.map((one) => {
  if (one.kind === 'value') return { ...one, value: deep(change)(one.value) };
  return one.kind === 'raised' ? { ...one, error: deep(change)(one.error) } : one;
}));

const misnamed = (value: Value): Value => (typeof value === 'object' && value !== null && 'error' in value ? { ...value, error: 'Error' } : value);

/** What an ask that is awaited does: the coroutine gives up its turn before each step. */
const asksLate = unfair((session, program, budget, options) => {
  const pause: Step = { kind: 'await', id: 9_999, expression: { kind: 'call', callee: { kind: 'word', name: 'sleep' }, positional: [{ kind: 'constant', value: 0 }], keywords: [] }, as: null, observed: false, catches: false };
  const bodies = program.bodies.map((body) => (body.kind === 'coroutine' ? { ...body, steps: body.steps.flatMap((step) => [pause, step]) } : body));
  return session.run({ ...program, bodies }, budget, options);
});

/** Yielded in the place of an await that raised CancelledError. */
class Lost {
  readonly error: unknown;
  constructor(error: unknown) {
    this.error = error;
  }
}

/** A generic coroutine with `except Exception` around its verbs: CancelledError, which is none from 3.8 on, ends it before its body hears of it. */
function catchesExceptionsOnly(): Adapter {
  const binding = bindReference(reference);
  return withBinding({
    * awaitable(value) {
      try {
        return yield* binding.awaitable(value);
      } catch (error) {
        if (!(error instanceof reference.CancelledError)) throw error;
        return yield new Lost(error);
      }
    },
    coroutine: (name, body) => binding.coroutine(name, deaf(body)),
  });
}

function* deaf(body: Generator<unknown, unknown, unknown>): Generator<unknown, unknown, unknown> {
  let next = body.next();
  while (next.done !== true) {
    let thrown: { readonly error: unknown } | null = null;
    let sent: unknown;
    try {
      sent = yield next.value;
    } catch (error) {
      thrown = { error };
    }
    next = thrown === null ? body.next(sent) : body.throw(thrown.error);
    if (next.done !== true && next.value instanceof Lost) throw next.value.error;
  }
  return next.value;
}

const withBinding = (change: Partial<Binding>): Adapter => unfair((session, ...rest) => session.run(...rest), { ...bindReference(reference), ...change });

let last: readonly Observation[] = [];
let starts = 0;

const wrongAdapters: readonly (readonly [name: string, fault: string, adapter: Adapter])[] = [
  ['shows what it saw backwards', 'observations out of order', observing((all) => all.toReversed())],
  ['loses what it saw last', 'observations out of order', observing((all) => all.slice(0, -1))],
  ['shows everything twice', 'observations out of order', observing((all) => all.flatMap((one) => [one, one]))],
  ['tells True as 1', 'values told wrongly', telling((value) => (value === true ? 1 : value))],
  ['flattens lists', 'values told wrongly', telling((value) => (Array.isArray(value) ? value.flat() : value))],
  ['takes all Futures for one', 'objects mixed up', telling((value) => (typeof value === 'object' && value !== null && 'object' in value ? { ...value, names: ['f'] } : value))],
  ['calls each exception Error', 'exceptions named wrongly', telling(misnamed)],
  ['forgets the arguments of exceptions', 'exceptions named wrongly', telling((value) => (typeof value === 'object' && value !== null && 'error' in value ? { ...value, args: [] } : value))],
  ['calls each exception that was raised Error', 'exceptions named wrongly', observing((all) => all.map((one) => (one.kind === 'raised' ? { ...one, error: misnamed(one.error) } : one)))],
  ['runs nothing in a cycle', 'callbacks not run between cycles', withBinding({ cycle: () => undefined })],
  ['does not go on to the next timer', 'the clock does not jump', withBinding({ idle: () => undefined })],
  ['asks late', 'something runs between an ask and its answer', asksLate],
  ['takes stuck for an end', 'ends told wrongly', unfair(async (session, ...rest) => {
    const run = await session.run(...rest);
    return run.kind === 'trace' && run.trace.end.kind === 'stuck' ? { kind: 'trace', trace: { ...run.trace, end: { kind: 'ended' } } } : run;
  })],
  ['mixes notes with observations', 'notes mixed with observations', observing((all, notes) => (notes ? all.flatMap((one) => [one, one]) : all))],
  ['tells CancelledError to no coroutine', 'CancelledError is lost', catchesExceptionsOnly()],
  ['shows what the program before it showed last', 'events of another program', observing((all) => {
    const before = last;
    last = all.slice(-1);
    return [...before, ...all];
  })],
  ['writes ASCII', 'texts garbled', telling((value) => (typeof value === 'string' ? value.replace(/[^ -~]/gu, '?') : value))],
  ['reads 64 KB', 'long lines or large programs cut', telling((value) => (typeof value === 'string' ? value.slice(0, 65_536) : value))],
  ['lets programs run on', 'passes not counted', unfair((session, program, budget, options) => session.run(program, { ...budget, loopSteps: Math.max(budget.loopSteps, 10_000) }, options).then(
    (run): Run => (run.kind === 'budget' ? { kind: 'trace', trace: { observations: [], end: { kind: 'ended' }, notes: [] } } : run)))],
  ['claims shield, and has none', 'claims what it has not', unfair((session, program, budget, options) =>
    (JSON.stringify(program).includes('"shield"') ? Promise.resolve({ kind: 'unsupported', capability: 'shield' }) : session.run(program, budget, options)))],
  ['is wrong, and says so', 'a broken answer', unfair((session, program, budget, options) =>
    (JSON.stringify(program).includes('set_exception') ? Promise.resolve({ kind: 'adapter-error', message: 'I am wrong' }) : session.run(program, budget, options)))],
  ['cannot be started', 'does not start', { name: 'none', start: () => Promise.reject(new AdapterError('there is none', 'Install it.')) }],
  ['fails as it starts', 'does not start', { name: 'none', start: () => Promise.reject(new Error('a bug')) }],
  ['starts once', 'does not start again', {
    name: 'once',
    start: () => {
      starts += 1;
      return starts > 1 ? Promise.reject(new AdapterError('its lock file is there', 'Remove it.')) : inProcessAdapter('once', bindReference(reference)).start();
    },
  }],
];

for (const [name, fault, adapter] of wrongAdapters) {
  apart(`an adapter that ${name}: ${fault}`, async () => {
    const { conclusions } = await checked(adapter);
    const told = conclusions.map((conclusion) => `${conclusion.blames}: ${conclusion.fault}`);
    assert.ok(told.includes(`adapter: ${fault}`), told.join('; '));
    assert.equal(told.filter((one) => one.startsWith('implementation')), [], 'the implementation is the reference, and is blamed for nothing');
  });
}

apart('each row of the table of faults has an adapter that is wrong in that way', () => {
  const shown = new Set(wrongAdapters.map(([, fault]) => fault));
  assert.equal(faults.filter(({ fault }) => !shown.has(fault)), []);
});

apart('a hang that is none, and a process that does not come back from one, are told', async () => {
  const quick = await checked(unfair((session, program, budget, options) => (JSON.stringify(program).includes('"at last"')
    ? Promise.resolve({ kind: 'trace', trace: { observations: [], end: { kind: 'ended' }, notes: [] } }) : session.run(program, budget, options))), null);
  assert.equal(quick.conclusions.map(({ fault }) => fault), ['cannot be ended']);
  assert.is(quick.steps.find(({ name }) => name === 'hang')?.problem?.came.at(-1), 'its end');
  let gone = false;
  const lost = await checked(unfair((session, program, budget, options) => {
    gone ||= JSON.stringify(program).includes('"at last"');
    const isHang = JSON.stringify(program).includes('"at last"');
    if (isHang) return Promise.resolve({ kind: 'hang', milliseconds: 200, partial: { observations: [], notes: [], output: '' } });
    return gone ? Promise.resolve({ kind: 'crash', how: 'exit code 1', partial: { observations: [], notes: [], output: '' } }) : session.run(program, budget, options);
  }), null);
  assert.is(lost.conclusions[0]?.fault, 'cannot be ended');
});

apart('where nothing with a Task comes out right, and all else does, nobody can tell', async () => {
  const { conclusions } = await checked(withBinding({ awaitable: () => { throw new reference.RuntimeError('this can never be awaited'); } }));
  assert.ok(conclusions.some(({ blames }) => blames === 'either' || blames === 'adapter'));
  assert.not.ok(conclusions.some(({ blames }) => blames === 'implementation'));
});

apart('the reference and its adapter are blamed for nothing', async () => {
  const { conclusions, reach, steps, probes } = await checked(inProcessAdapter('reference', bindReference(reference)));
  assert.equal(conclusions.map(({ blames, fault }) => [blames, fault]), [['nobody', null]]);
  assert.is(steps.find(({ name }) => name === 'hang')?.standing, 'not applicable');
  assert.ok(probes.every(({ standing }) => standing === 'ok'));
  assert.is(reach?.judgeable, 417);
});

apart('the probes of the Task are scenarios of the suite about what must be', () => {
  const levels = taskScenarios.map((id) => {
    const primary = spec.scenarios.find((scenario) => scenario.id === id)?.clauses[0];
    return spec.clauses.find((clause) => clause.id === primary)?.level;
  });
  assert.equal(new Set(levels), new Set(['must']));
});

apart('who claims nothing is praised for nothing', async () => {
  const binding = bindReference(reference);
  const { conclusions, reach, probes } = await checked(withBinding({ description: { ...binding.description, capabilities: [] } }));
  assert.match(conclusions[0]?.text ?? '', /none of them has a Task: nothing is known of the implementation/u);
  assert.is(reach?.classes.find((one) => one.class === 'cancellation')?.judgeable, 0);
  assert.ok(probes.some(({ standing, why }) => standing === 'not applicable' && why === 'it does not claim Future'));
});

/** Their loop is wrong, not their Task; the loop that an adapter brings is its own. */
const wrongLoops = ['call-soon-is-now'];

apart('no wrong Task is taken for a wrong adapter, and where a probe of the Task fails, its clause is named', async () => {
  const taken: string[] = [];
  const unnamed: string[] = [];
  const wrong = wrongTypeScripts();
  let blamed = 0;
  for (const task of wrong) {
    const { conclusions, probes } = await checked(await wrongTypeScriptAdapter(task));
    if (conclusions.some(({ blames }) => blames === 'adapter' || blames === 'either')) taken.push(task.name);
    const failed = probes.filter(({ about, standing }) => about !== 'adapter' && standing === 'not ok');
    const named = conclusions.filter(({ blames }) => blames === 'implementation');
    if (named.length > 0) blamed += 1;
    if (failed.length > 0 !== named.length > 0 && !wrongLoops.includes(task.name)) unnamed.push(task.name);
  }
  assert.equal(taken, wrongLoops);
  assert.equal(unnamed, []);
  // A dozen probes are no suite: the others take taskspec run.
  console.log(`  ${blamed} of ${wrong.length} wrong Tasks are blamed by a check, by the clause of a probe`);
  assert.ok(blamed >= 20);
});

for (const [name, clause] of [
  ['cancel-always-true', 'task.cancel.false-when-done'], ['await-makes-a-task', 'task.class.creation-runs-nothing'], ['denial-ignored', 'task.cancel.deny'],
] as const) {
  apart(`a Task that is wrong as ${name} violates ${clause}`, async () => {
    const task = wrongTypeScripts().find((one) => one.name === name);
    if (task === undefined) throw new Error(`${name} is no wrong Task`);
    const { conclusions } = await checked(await wrongTypeScriptAdapter(task));
    assert.ok(conclusions.some(({ blames, fault }) => blames === 'implementation' && fault === clause), JSON.stringify(conclusions));
  });
}

apart.run();
