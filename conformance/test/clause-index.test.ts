import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ClauseIndex } from '../clause-index.ts';
import { aClause, aScenario } from './made-up.ts';

const index = suite('the index of clauses');
const clauses = new ClauseIndex([aClause({ id: 'task.done.one', level: 'should' })]);

index('the first clause of a scenario is its primary one', () => {
  assert.is(clauses.primary(aScenario({ id: 'done/one', clauses: ['task.done.one', 'task.done.other'] })).id, 'task.done.one');
});

index('it knows how strongly a clause binds', () => assert.is(clauses.level('task.done.one'), 'should'));
index('a clause that is missing is a bug, and named', () => assert.throws(() => clauses.find('task.done.two'), /no clause task\.done\.two/u));

index.run();
