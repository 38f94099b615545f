import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { everything, select } from '../select.ts';
import type { Selection } from '../select.ts';
import { aClause, aScenario, aSpec } from './made-up.ts';

const selecting = suite('select');
const spec = aSpec(
  [aClause({ id: 'task.done.one' }), aClause({ id: 'task.cancel.two', member: 'cancel', class: 'cancellation' }), aClause({ id: 'task.done.side' })],
  [
    aScenario({ id: 'done/first' }),
    aScenario({ id: 'done/first-again', clauses: ['task.done.one', 'task.done.side'] }),
    aScenario({ id: 'cancel/second', clauses: ['task.cancel.two'] }),
  ],
);
const ids = (selection: Partial<Selection>): readonly string[] | string => {
  const selected = select(spec, { ...everything, ...selection });
  return selected.kind === 'scenarios' ? selected.scenarios.map(({ id }) => id) : selected.kind;
};

selecting('nothing asked for is everything, in the order of the specification', () => {
  assert.equal(ids({}), ['done/first', 'done/first-again', 'cancel/second']);
});

selecting('an id means that scenario alone, a part of one all that have it', () => {
  assert.equal(ids({ patterns: ['done/first'] }), ['done/first']);
  assert.equal(ids({ patterns: ['first'] }), ['done/first', 'done/first-again']);
});

selecting('one star stays within a folder, two do not, a question mark is one character', () => {
  assert.equal(ids({ patterns: ['*'] }), 'nothing');
  assert.equal(ids({ patterns: ['done/*'] }), ['done/first', 'done/first-again']);
  assert.equal(ids({ patterns: ['**second', '**/first'] }), ['done/first', 'cancel/second']);
  assert.equal(ids({ patterns: ['done/firs?'] }), ['done/first']);
});

selecting('what has a meaning in regular expressions has none here', () => {
  assert.equal(ids({ patterns: ['done.first*'] }), 'nothing');
  assert.equal(ids({ patterns: ['(done|cancel)/*'] }), 'nothing');
});

selecting('a file is as good as an id', () => {
  assert.equal(ids({ patterns: ['./spec/scenarios/cancel/second.yaml'] }), ['cancel/second']);
});

selecting('a clause means every scenario in which some check is about it', () => {
  assert.equal(ids({ clauses: ['task.done.side'] }), ['done/first-again']);
  assert.equal(ids({ clauses: ['task.done.*'] }), ['done/first', 'done/first-again']);
});

selecting('member and class are those of the primary clause', () => {
  assert.equal(ids({ members: ['cancel'] }), ['cancel/second']);
  assert.equal(ids({ classes: ['core', 'cancellation'] }), ['done/first', 'done/first-again', 'cancel/second']);
});

selecting('lists must all fit together', () => {
  assert.equal(ids({ members: ['done'], clauses: ['task.done.side'], only: ['done/first-again', 'cancel/second'] }), ['done/first-again']);
  assert.equal(ids({ members: ['cancel'], classes: ['core'] }), 'nothing');
});

selecting('a name that the specification does not have comes back with those that it has', () => {
  const selected = select(spec, { ...everything, clauses: ['task.done.on'] });
  assert.equal(selected, { kind: 'unknown', what: 'clause', name: 'task.done.on', known: ['task.done.one', 'task.cancel.two', 'task.done.side'] });
  assert.is(ids({ members: ['cancle'] }), 'unknown');
  assert.is(ids({ classes: ['cores'] }), 'unknown');
});

selecting.run();
