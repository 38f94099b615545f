import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { AdapterError } from '../../adapter.ts';
import type { Session } from '../../adapter.ts';
import type { Judged } from '../../result.ts';
import { aClause, aScenario, aSession, aSpec, traced } from '../../test/made-up.ts';
import type { Implementation } from '../implementations.ts';
import { judgeAll, Starts } from '../judge-all.ts';
import type { JudgeOptions } from '../judge-all.ts';

const judging = suite('judging several');
const spec = aSpec([aClause({ id: 'task.done.one' })], [aScenario({ id: 'a' }), aScenario({ id: 'b' })]);
const never = new AbortController().signal;
let events: string[] = [];
judging.before.each(() => {
  events = [];
});

const fake = (name: string, start: () => Promise<Session> = async () => aSession(() => undefined, { name })): Implementation => ({
  name,
  load: async () => ({
    name,
    start: async () => {
      events.push(`${name} starts`);
      const session = await start();
      return {
        ...session,
        stop: async () => {
          events.push(`${name} stops`);
        },
      };
    },
  }),
});

const judge = async (implementations: readonly Implementation[], options: JudgeOptions = {}): Promise<readonly Judged[]> => {
  const starts = new Starts(implementations, options.jobs);
  const judged = await judgeAll(implementations, starts, spec, spec.scenarios, { begin: (name) => events.push(`${name} is next`), ...options });
  await starts.stop(options.signal ?? never);
  return judged;
};
const kinds = ({ results }: Judged): readonly string[] => results.map(({ verdict }) => verdict.kind);

judging('one is judged while the next one starts, and no more than that', async () => {
  const judged = await judge([fake('one'), fake('two'), fake('three')]);
  assert.equal(judged.map(({ name }) => name), ['one', 'two', 'three']);
  const before = (earlier: string, later: string): boolean => events.indexOf(earlier) < events.indexOf(later);
  assert.ok(before('two starts', 'one stops'), 'two starts while one is judged');
  assert.ok(before('one stops', 'three starts'), 'three waits until one is gone');
  assert.ok(before('one stops', 'two is next'), 'one is gone before two is judged');
});

judging('with two jobs, two are judged side by side, and the order of the call stays', async () => {
  let release = (): void => undefined;
  const second = new Promise<void>((resolve) => {
    release = resolve;
  });
  // The first one answers only once the second is asked: one after the other they would never end.
  const slow = fake('one', async () => ({ ...aSession(() => undefined, { name: 'one' }), run: async () => second.then(() => traced(true, true)) }));
  const quick = fake('two', async () => aSession(() => {
    release();
    return undefined;
  }, { name: 'two' }));
  const judged = await judge([slow, quick, fake('three')], { jobs: 2 });
  assert.equal(judged.map(({ name }) => name), ['one', 'two', 'three']);
  assert.equal(judged.map(kinds), [['pass', 'pass'], ['pass', 'pass'], ['pass', 'pass']]);
});

judging('each scenario is judged as often as was asked', async () => {
  const session = aSession(() => undefined, { name: 'one' });
  await judge([fake('one', async () => session)], { repeat: 3 });
  assert.equal(session.asked, ['a', 'b', 'a', 'b', 'a', 'b']);
});

judging('nothing that was started outlives the call', async () => {
  await judge([fake('one'), fake('two')]);
  for (const name of ['one', 'two']) assert.ok(events.includes(`${name} stops`));
});

judging('one that cannot be had has an adapter error for every scenario, and the others are judged', async () => {
  const failures: string[] = [];
  const missing = fake('missing', () => Promise.reject(new AdapterError('not there', 'Install it.')));
  const judged = await judge([missing, fake('one')], { failed: (name, error) => failures.push(`${name}: ${error.message} ${error.hint}`) });
  assert.equal(judged.map(kinds), [['adapter-error', 'adapter-error'], ['pass', 'pass']]);
  assert.equal(failures, ['missing: not there Install it.']);
});

judging('an adapter that throws something else is told as a bug in it', async () => {
  const [error, text] = await judge([
    fake('bug', () => Promise.reject(new TypeError('undefined is no function'))), fake('text', () => Promise.reject('a text')),
  ]);
  const messages = [error, text].map((judged) => judged?.results[0]?.verdict).map((verdict) => (verdict?.kind === 'adapter-error' ? verdict.message : ''));
  assert.equal(messages, ['its adapter failed: undefined is no function', 'its adapter failed: a text']);
});

judging('one that never comes up does not keep Ctrl-C waiting, and those behind it have no verdicts', async () => {
  const controller = new AbortController();
  const hanging = fake('hanging', () => new Promise(() => setImmediate(() => controller.abort())));
  const implementations = [fake('one'), hanging, fake('three')];
  const starts = new Starts(implementations);
  const judged = await judgeAll(implementations, starts, spec, spec.scenarios, { signal: controller.signal });
  assert.equal(judged.map(kinds), [['pass', 'pass'], ['not-run', 'not-run'], ['not-run', 'not-run']]);
  assert.equal(judged.map(({ cutShort }) => cutShort), [false, true, true]);
});

judging('asking for more implementations than there are is a bug', async () => {
  await new Starts([]).take(0).then(() => assert.unreachable(), (error: unknown) => assert.instance(error, Error));
});

judging.run();
