// The runner against fakes with one fault each: every scenario gets its one verdict, whatever the implementation does.

import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { referenceAdapter } from '../../adapters/reference/reference-adapter.ts';
import { consoleReport } from '../../reports/console.ts';
import type { Description, Run, Session } from '../adapter.ts';
import { capabilities } from '../capabilities.ts';
import { conclude } from '../conclusion.ts';
import { loadSpec } from '../load/load-spec.ts';
import { overview } from '../overview.ts';
import type { Program } from '../program.ts';
import { readResults } from '../read-results.ts';
import { writeResults } from '../result-stream.ts';
import type { Judged } from '../result.ts';
import { neverRan, run } from '../run.ts';
import { everything, select } from '../select.ts';
import { members } from '../spec.ts';
import { totalsOf } from '../totals.ts';

const runner = suite('a run');
const { spec, mistakes } = loadSpec(fileURLToPath(new URL('../../spec', import.meta.url)));
const few = spec.scenarios.filter(({ id, capabilities: needed }) => id.startsWith('done/') && !needed.includes('python-syntax')).slice(0, 8);

const description: Description = {
  name: 'fake', implementation: 'a fake', version: '1', target: '3.8', task: 'Task', capabilities, environment: { LANG: 'C' },
};

/** The reference, but for what `fault` answers instead. */
async function faulty(fault: (index: number, notes: boolean, program: Program) => Run | null, about: Partial<Description> = {}): Promise<Session> {
  const real = await referenceAdapter().start();
  let index = -1;
  return {
    description: { ...description, ...about },
    run: (program, budget, options) => {
      if (!options.notes) index += 1;
      return Promise.resolve(fault(index, options.notes, program)).then((answer) => answer ?? real.run(program, budget, options));
    },
    stop: () => real.stop(),
  };
}

const empty = { observations: [], notes: [], output: 'last words\u001b[31m' };
const nothingSeen: Run = { kind: 'trace', trace: { observations: [], end: { kind: 'ended' }, notes: [] } };
const kinds = (judged: Judged): readonly string[] => judged.results.map(({ verdict }) => verdict.kind);
const show = (judged: Judged, all = false): string =>
  consoleReport(overview(spec, [judged]), { colours: false, width: 100, all });

runner('the suite has no mistakes, a hundred scenarios, and some for every member', () => {
  assert.equal(mistakes, []);
  assert.ok(spec.scenarios.length >= 100);
  for (const member of members) assert.ok(spec.scenarios.some(({ id }) => id.startsWith(`${member}/`)), member);
});

runner('the reference conforms: nothing red, nothing broken, nothing ambiguous', async () => {
  const session = await referenceAdapter().start();
  const judged = await run(session, spec, spec.scenarios);
  assert.is(conclude(judged), 'conforms');
  const { selected, verdicts } = totalsOf(judged.results);
  assert.is(selected, spec.scenarios.length);
  assert.is(Object.values(verdicts).reduce((sum, count) => sum + count, 0), selected);
  assert.is(verdicts.fail, 0);
  assert.match(show(judged, true), /reference {2}conforms/u);
});

runner('a trace that lacks what it should have fails, and is run once more with notes', async () => {
  let again = 0;
  const session = await faulty((index, notes) => {
    if (notes) again += 1;
    return index === 2 || notes ? nothingSeen : null;
  });
  const judged = await run(session, spec, few);
  assert.equal(kinds(judged).filter((kind) => kind === 'fail').length, 1);
  assert.is(again, 1);
  assert.is(conclude(judged), 'does not conform');
  assert.match(show(judged), /not reached/u);
  assert.match(show(judged), /taskspec show done\//u);
});

runner('a failure that passes the second time is called flaky, and stays a failure', async () => {
  const judged = await run(await faulty((index, notes) => (index === 1 && !notes ? nothingSeen : null)), spec, few);
  const [failed] = judged.results.filter(({ verdict }) => verdict.kind === 'fail');
  assert.is(failed?.flaky, true);
  assert.match(show(judged), /flaky/u);
});

for (const [title, answer, kind, conclusion] of [
  ['a hang', { kind: 'hang', partial: empty, milliseconds: 5 }, 'hang', 'does not conform'],
  ['a crash', { kind: 'crash', partial: empty, how: 'signal SIGSEGV' }, 'crash', 'does not conform'],
  ['an exceeded budget', { kind: 'budget', partial: empty, budget: 'loop steps' }, 'budget', 'does not conform'],
  ['a broken answer', { kind: 'protocol-error', partial: empty, message: 'no JSON' }, 'protocol-error', 'failed'],
  ['a broken adapter', { kind: 'adapter-error', message: 'of ours' }, 'adapter-error', 'failed'],
  ['something claimed and then lacking', { kind: 'unsupported', capability: 'cancel' }, 'adapter-error', 'failed'],
] as const) {
  runner(`${title} costs one verdict, and the run goes on`, async () => {
    const judged = await run(await faulty((index) => (index === 3 ? answer : null)), spec, few);
    assert.is(judged.results[3]?.verdict.kind, kind);
    assert.is(kinds(judged).filter((other) => other === 'pass' || other === 'unsupported').length, few.length - 1);
    assert.is(conclude(judged), conclusion);
    assert.not.match(show(judged), /\u001b/u);
  });
}

runner('five crashes in a row leave the rest not run, and all are accounted for', async () => {
  const judged = await run(await faulty(() => ({ kind: 'crash', partial: empty, how: 'exit 1' })), spec, few);
  assert.is(kinds(judged).filter((kind) => kind === 'crash').length, 5);
  assert.is(kinds(judged).filter((kind) => kind === 'not-run').length, few.length - 5);
});

runner('with bail the first failure leaves the rest not run', async () => {
  const judged = await run(await faulty((index) => (index === 0 ? nothingSeen : null)), spec, few, { bail: true });
  assert.equal(kinds(judged), ['fail', ...few.slice(1).map(() => 'not-run')]);
});

runner('an abort keeps what came, and marks the run as cut short', async () => {
  const controller = new AbortController();
  const session = await faulty((index) => {
    if (index === 2) controller.abort();
    return null;
  });
  const judged = await run(session, spec, few, { signal: controller.signal });
  assert.is(judged.cutShort, true);
  assert.is(judged.results.length, few.length);
  assert.is(conclude(judged), 'cut short');
});

runner('a session that throws against its promise is a broken adapter', async () => {
  const session = await faulty(() => {
    throw new Error('against the promise');
  });
  const judged = await run(session, spec, few.slice(0, 1));
  assert.equal(kinds(judged), ['adapter-error']);
});

runner('what an adapter worked out by itself cannot pass a must', async () => {
  const real = await referenceAdapter().start();
  const session: Session = {
    description,
    stop: () => real.stop(),
    run: async (program, budget, options) => {
      const ran = await real.run(program, budget, options);
      if (ran.kind !== 'trace') return ran;
      const observations = ran.trace.observations.map((one) => (one.kind === 'reached' ? one : { ...one, derived: true as const }));
      return { kind: 'trace', trace: { ...ran.trace, observations } };
    },
  };
  const judged = await run(session, spec, few.slice(0, 2));
  assert.equal(judged.results.map(({ verdict }) => verdict.kind === 'fail' && verdict.divergence.kind), ['derived', 'derived']);
});

runner('two outcomes that fit at once are a mistake of the specification', async () => {
  const [scenario] = few;
  if (scenario === undefined) throw new Error('no scenario');
  const twice = {
    ...scenario,
    expectation: {
      ...scenario.expectation, variants: ['words', 'cpython'], order: [[], []],
      steps: scenario.expectation.steps.map((step) => ({ ...step, outcomes: [...step.outcomes, ...step.outcomes] })),
    },
  };
  const judged = await run(await faulty(() => null), spec, [twice]);
  assert.equal(judged.ambiguous, [{ scenario: scenario.id, variants: ['words', 'cpython'] }]);
  assert.is(conclude(judged), 'specification wrong');
});

runner('what a target does not owe is not applicable, and what is not claimed is unsupported', async () => {
  const registry = spec.scenarios.filter(({ id }) => id.startsWith('all_tasks/'));
  const late = await run(await faulty(() => null, { target: '3.13' }), spec, registry);
  assert.ok(late.results.some(({ verdict }) => verdict.kind === 'not-applicable' && verdict.owed === 'before 3.9'));
  const poor = await run(await faulty(() => null, { capabilities: [] }), spec, few);
  assert.ok(kinds(poor).every((kind) => kind === 'unsupported'));
  assert.is(conclude(poor), 'not judged');
  assert.match(show(poor), /unsupported/u);
});

runner('an implementation that never started has a result for each scenario', () => {
  const judged = neverRan('missing', spec, few, { kind: 'adapter-error', message: 'not there' });
  assert.is(judged.results.length, few.length);
  assert.is(conclude(judged), 'failed');
});

runner('several implementations stand side by side in a matrix', async () => {
  const one = await run(await referenceAdapter().start(), spec, few);
  const other = await run(await faulty((index) => (index === 2 ? nothingSeen : null), { name: 'other' }), spec, few);
  const text = consoleReport(overview(spec, [one, other]), { colours: true, width: 60, all: true });
  assert.match(text, /reference/u);
  assert.match(text, /other/u);
  assert.match(text, /✘/u);
});

const about = { taskspec: '0', document: '3.7', spec: spec.digest, selection: everything, made: { at: '2020-01-01T00:00:00Z', node: 'v0', platform: 'none' } };

runner('a result file comes back as it was written, and is the same but for what names time and machine', async () => {
  const judged = await run(await faulty((index) => (index === 1 ? nothingSeen : null)), spec, few);
  const text = writeResults(judged, about);
  const read = readResults(text);
  assert.is(read.kind, 'stream');
  assert.equal(read.kind === 'stream' && read.stream.results, JSON.parse(JSON.stringify(judged.results)));
  const later = writeResults(judged, { ...about, made: { ...about.made, at: '2030-01-01T00:00:00Z' } });
  assert.equal(text.split('\n').slice(1), later.split('\n').slice(1));
});

for (const [title, spoil, problem] of [
  ['is empty', () => '', /empty/u],
  ['is cut off within a line', (text: string) => text.slice(0, -20), /cut off/u],
  ['has lost its footer', (text: string) => `${text.split('\n').slice(0, -2).join('\n')}\n`, /footer/u],
  ['has lost a result', (text: string) => text.split('\n').filter((_, index) => index !== 2).join('\n'), /selected/u],
  ['was edited', (text: string) => text.replace('"pass"', '"fail"'), /changed/u],
  ['is of another format', (text: string) => text.replace('"format":1', '"format":9'), /format 9/u],
  ['is something else', () => 'hello\n', /header/u],
  ['has a line that is no result', (text: string) => text.split('\n').map((line, index) => (index === 1 ? '{}' : line)).join('\n'), /line 2/u],
] as const) {
  runner(`a result file that ${title} is refused with the reason`, async () => {
    const text = writeResults(await run(await referenceAdapter().start(), spec, few), about);
    const read = readResults(spoil(text));
    assert.match(read.kind === 'refused' ? read.problem : '', problem);
  });
}

runner('a selection takes patterns, clauses, members and classes, and says what does not exist', () => {
  const ids = (selection: Partial<typeof everything>): number | string => {
    const selected = select(spec, { ...everything, ...selection });
    return selected.kind === 'scenarios' ? selected.scenarios.length : selected.kind;
  };
  assert.is(ids({ patterns: ['done/*'] }), spec.scenarios.filter(({ id }) => id.startsWith('done/')).length);
  assert.is(ids({ patterns: ['spec/scenarios/cancel/documented-example.yaml'] }), 1);
  assert.is(ids({ clauses: ['task.cancel.example'] }), 1);
  assert.is(ids({ members: ['done'], classes: ['core'] }), spec.scenarios.filter(({ id }) => id.startsWith('done/')).length - 1);
  assert.is(ids({ only: ['cancel/documented-example'] }), 1);
  assert.is(ids({ patterns: ['no-such-scenario'] }), 'nothing');
  assert.is(ids({ members: ['cancle'] }), 'unknown');
  assert.is(ids({ classes: ['cores'] }), 'unknown');
  assert.is(ids({ clauses: ['task.cancel.nothing'] }), 'unknown');
});

runner.run();
