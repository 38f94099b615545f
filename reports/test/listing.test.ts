import { suite } from 'uvu';
import { clausePage } from '../clause-page.ts';
import { clauseTable, implementationTable, scenarioTable } from '../listing.ts';
import { golden } from './golden.ts';
import { harm } from './made-up.ts';

const listing = suite('lists');
const look = { colours: false, width: 72 };
const scenarios = [
  { id: 'cancel/denied', level: 'must', title: 'A coroutine may deny the request by suppressing CancelledError, as often as it likes' },
  { id: 'done/false-then-true', level: 'observed', title: `done() ${harm}` },
] as const;

listing('scenarios: id, level, title', () => golden('list-scenarios.txt', scenarioTable(scenarios, look)));

listing('clauses: id, level, how many scenarios check it, our words', () => {
  golden('list-clauses.txt', clauseTable([
    { id: 'task.cancel.deny', level: 'must', text: 'A coroutine may deny the request by suppressing CancelledError.', scenarios: ['cancel/denied'] },
    { id: 'task.done.false', level: 'should', text: harm, scenarios: [] },
  ], look));
});

listing('implementations: those at hand, and what would install the others', () => {
  golden('list-implementations.txt', implementationTable([
    { name: 'reference', found: true, what: 'the reference Task, in process', hint: null },
    { name: 'python:3.14', found: false, what: 'absent', hint: 'pyenv install 3.14' },
  ], { ...look, colours: true }));
});

const clause = {
  id: 'task.all_tasks.deprecated', member: 'all_tasks', class: 'registry', level: 'must', text: 'It is there until 3.8, and warns of its end in that version alone.',
  sentences: ['all_tasks.2'], link: 'https://docs.python.org/3.7/library/asyncio-task.html#asyncio.Task.all_tasks', since: null, until: '3.9',
  file: 'spec/clauses/all_tasks.yaml', line: 12,
} as const;

listing('a clause: its words, its place, who owes it, what checks it', () => golden('clause.txt', clausePage(clause, scenarios, look)));
listing('a clause that nothing checks, and that everybody owes from some version on', () => {
  golden('clause-unchecked.txt', clausePage({ ...clause, since: '3.8', until: null }, [], look) + clausePage({ ...clause, until: null }, [], look));
});

listing.run();
