import { suite } from 'uvu';
import { aRow } from '../../conformance/test/made-up.ts';
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

const place = { page: 'asyncio-task', section: 'task-object', anchor: 'asyncio.Task.all_tasks' };
const grounds = {
  sentences: [
    aRow({ id: 'all_tasks.2', place }),
    aRow({ id: 'all_tasks.r10', kind: 'note', byReference: true, place: { ...place, page: 'asyncio-future', anchor: harm } }),
  ],
  provedBy: [
    { task: 'all-tasks-forever', language: 'typescript', scenarios: ['cancel/denied', 'done/false-then-true'] },
    { task: harm, language: 'python', scenarios: ['cancel/denied'] },
  ],
  known: [
    { scenario: 'cancel/denied', outcome: 'passes as cpython<3.8', on: ['python:3.7', 'python+pure:3.7'] },
    { scenario: 'done/false-then-true', outcome: `fails at line 12: expected True, saw ${harm}`, on: ['micropython'] },
  ],
} as const;
const none = { sentences: [], provedBy: [], known: [] };

listing('a clause: its words, its sentences and their places, who owes it, what proves it, what checks it', () => {
  golden('clause.txt', clausePage(clause, scenarios, grounds, look));
});
listing('a clause that nothing proves says so, and one that is observed names the sentences that are silent', () => {
  golden('clause-unproven.txt', clausePage({ ...clause, level: 'observed' }, scenarios, { ...grounds, provedBy: [], known: [] }, { ...look, colours: true }));
});
listing('a clause that nothing checks, and that everybody owes from some version on', () => {
  golden('clause-unchecked.txt', clausePage({ ...clause, since: '3.8', until: null }, [], none, look) + clausePage({ ...clause, until: null }, [], none, look));
});

listing.run();
