import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { clausesChecked, scenariosByClause } from '../checks.ts';
import { aScenario } from './made-up.ts';

const checking = suite('what a scenario checks');

checking('clauses that a step blames, and not those that are only listed', () => {
  const scenario = aScenario({ id: 'done/a', clauses: ['task.done.one', 'task.done.two', 'task.done.three'] });
  assert.equal([...clausesChecked(scenario)], ['task.done.one', 'task.done.two']);
});

checking('the primary clause where an order is expected, though no step blames it', () => {
  const { expectation } = aScenario({ id: 'done/a' });
  const steps = expectation.steps.map((step) => ({ ...step, clause: 'task.done.two' }));
  assert.equal([...clausesChecked(aScenario({ id: 'done/a', expectation: { ...expectation, steps } }))], ['task.done.two']);
  const order = [[[{ step: 1, nth: 1 }, { step: 2, nth: 1 }]]];
  assert.equal([...clausesChecked(aScenario({ id: 'done/a', expectation: { ...expectation, steps, order } }))], ['task.done.two', 'task.done.one']);
});

checking('scenarios by clause, each once and in order', () => {
  const found = scenariosByClause([aScenario({ id: 'done/b' }), aScenario({ id: 'done/a', clauses: ['task.done.one', 'task.done.two'] })]);
  assert.equal([...found], [['task.done.one', ['done/b', 'done/a']], ['task.done.two', ['done/a']]]);
});

checking.run();
