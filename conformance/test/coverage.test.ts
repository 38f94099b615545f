import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { allOfIt, coverageOf, provenShare, type Coverage } from '../coverage.ts';
import { loadSpec } from '../load/load-spec.ts';
import { aCoveredSpec, aRow, aSpec } from './made-up.ts';

const covering = suite('coverage');
const states = ({ clauses }: Coverage): unknown => clauses.map(({ id, state, scenarios, provedBy }) => [id, state, scenarios.length, provedBy.map(({ task }) => task)]);

covering('a clause is proven where a wrong Task is caught by a check of it, else unproven or unchecked', () => {
  assert.equal(states(coverageOf(aCoveredSpec)), [
    ['task.done.one', 'proven', 2, ['late', 'never']], ['task.done.two', 'unproven', 1, []], ['task.done.three', 'unchecked', 0, []],
    ['task.done.seen', 'unproven', 1, []], ['task.cancel.disputed', 'proven', 1, ['late']],
  ]);
});

covering('a proof counts only with scenarios that still check the clause, and the others are told', () => {
  const { clauses, stale } = coverageOf(aCoveredSpec);
  assert.equal(clauses[0]?.provedBy, [
    { task: 'late', language: 'typescript', scenarios: ['done/a'] }, { task: 'never', language: 'python', scenarios: ['done/a', 'done/b'] },
  ]);
  assert.equal(stale, [
    { task: 'late', clause: 'task.done.one', scenario: 'done/gone' }, { task: 'never', clause: 'task.done.two', scenario: 'done/a' },
    { task: 'never', clause: 'task.done.lost', scenario: null },
  ]);
});

covering('a sentence is as well covered as the least of its clauses, and accounted for by scenarios or a reason', () => {
  const { sentences, totals } = coverageOf(aCoveredSpec);
  assert.equal(sentences.map(({ id, state, scenarios, member }) => [id, state, scenarios.length, member]), [
    ['done.0', 'proven', 2, 'done'], ['done.1', 'unproven', 3, 'done'], ['done.2', 'unchecked', 2, 'done'], ['done.3', null, 0, 'done'],
    ['done.r1', null, 0, 'done'], ['cancel.0', 'proven', 1, 'cancel'],
  ]);
  assert.equal(sentences.map(({ provedBy }) => provedBy.length), [2, 2, 2, 0, 0, 1]);
  assert.equal(totals.sentences, { all: 6, accounted: 5, clause: 4, informative: 1, untestable: 1, byReference: 1 });
});

covering('what is testable, observed and contested is counted apart, in all and by member and class', () => {
  const { totals, members, classes } = coverageOf(aCoveredSpec);
  const none = { all: 0, proven: 0, unproven: 0, unchecked: 0 };
  assert.equal(totals.testable, { all: 3, proven: 1, unproven: 1, unchecked: 1 });
  assert.equal([totals.scenarios, totals.wrongTasks], [4, 2]);
  assert.equal(totals.observed, { all: 1, proven: 0, unproven: 1, unchecked: 0 });
  assert.equal(totals.contested, { all: 1, proven: 1, unproven: 0, unchecked: 0 });
  assert.equal(members.map(({ name, testable, contested, sentences }) => [name, testable.all, contested.all, sentences.all]), [['cancel', 0, 1, 1], ['done', 3, 0, 5]]);
  assert.equal(classes.map(({ name, testable, scenarios, wrongTasks }) => [name, testable.all, scenarios, wrongTasks]), [['core', 2, 3, 2], ['cancellation', 0, 1, 1], ['callbacks', 1, 0, 0]]);
  assert.equal(coverageOf(aCoveredSpec, { ...allOfIt, members: ['cancel'] }).totals.testable, none);
});

covering('a narrowing leaves its clauses and their sentences, and counts nothing else', () => {
  const ids = (narrowing: Partial<typeof allOfIt>): unknown => {
    const { clauses, sentences } = coverageOf(aCoveredSpec, { ...allOfIt, ...narrowing });
    return [clauses.map(({ id }) => id), sentences.map(({ id }) => id)];
  };
  assert.equal(ids({ members: ['cancel'] }), [['task.cancel.disputed'], ['cancel.0']]);
  assert.equal(ids({ classes: ['callbacks'] }), [['task.done.three'], ['done.2']]);
  assert.equal(ids({ clauses: ['task.done.*'], classes: ['core'] }), [['task.done.one', 'task.done.two', 'task.done.seen'], ['done.0', 'done.1', 'done.2', 'done.3']]);
  assert.equal(ids({ members: ['done'], classes: ['cancellation'] }), [[], []]);
});

covering('the share is that of the testable clauses, and none where there are none', () => {
  assert.is(provenShare(coverageOf(aCoveredSpec)), 100 / 3);
  assert.is(provenShare(coverageOf(aCoveredSpec, { ...allOfIt, members: ['cancel'] })), null);
});

covering('a sentence of nobody is a bug of ours', () => {
  assert.throws(() => coverageOf(aSpec([], [], [aRow({ id: 'dome.1' })])), /dome\.1 belongs to no member/u);
});

covering('of the suite every sentence is accounted for, every clause is checked, and no proof is stale', () => {
  const { spec, mistakes } = loadSpec(fileURLToPath(new URL('../../spec', import.meta.url)));
  assert.is(mistakes.length, 0);
  const { totals, clauses, stale } = coverageOf(spec);
  assert.ok(totals.sentences.all > 100);
  assert.is(totals.sentences.accounted, totals.sentences.all);
  assert.equal(clauses.filter(({ state }) => state === 'unchecked').map(({ id }) => id), []);
  assert.equal(stale, []);
});

covering.run();
