import { suite } from 'uvu';
import type { Drift } from '../../conformance/document/drift.ts';
import { touchedBy } from '../../conformance/document/touched.ts';
import { aRow, aScenario } from '../../conformance/test/made-up.ts';
import { driftReport } from '../drift.ts';
import { golden } from './golden.ts';
import { harm } from './made-up.ts';

const report = suite('the report of drift');
const look = { colours: false, width: 76, all: false, document: '3.7' };
const scenarios = [aScenario({ id: 'done/a' }), aScenario({ id: 'done/b', clauses: ['task.done.two'] })];

const found = (text: string, anchor = 'asyncio.Task.done') => {
  const piece = { kind: 'sentence', text } as const;
  return { piece, print: { digest: '', sketch: [] }, part: { anchor, section: null, pieces: [piece], leavesOut: false } };
};

const one: Drift = {
  pages: ['asyncio-task.html', 'asyncio-future.html'],
  fates: [
    { kind: 'unchanged', row: aRow({ id: 'done.0', kind: 'signature' }), found: found('done()') },
    { kind: 'reworded', row: aRow({ id: 'done.1', standing: { kind: 'clause', clauses: ['task.done.one', 'task.done.two'] } }), likeness: 0.7543, found: found(`It is done when it is done, and as long as nobody undoes it, which nobody can. ${harm}`) },
    { kind: 'moved', row: aRow({ id: 'done.2' }), found: found('It is so.', 'asyncio.Task.result') },
    { kind: 'gone', row: aRow({ id: 'done.3', standing: { kind: 'untestable', reason: 'Nobody sees it.' }, observed: ['task.done.two'] }) },
    { kind: 'unseen', row: aRow({ id: 'done.4', kind: 'example' }), why: 'left out of this page' },
    { kind: 'unseen', row: aRow({ id: 'done.r1', place: { page: 'asyncio-future', section: 'future-object', anchor: 'asyncio.Future.done' }, byReference: true }), why: 'not on this page' },
    { kind: 'unseen', row: aRow({ id: 'done.r2', place: { page: 'asyncio-future', section: 'future-object', anchor: 'asyncio.Future.done' }, byReference: true }), why: 'not on this page' },
  ],
  additions: [
    { anchor: 'asyncio.Task.done', page: 'asyncio-task', kind: 'example', text: 'done()\n\nif undone:\n    redo()', digest: '' },
    { anchor: 'asyncio.Task.uncancel', page: 'asyncio-task', kind: 'signature', text: 'uncancel()', digest: '' },
  ],
  moves: [{ anchor: 'asyncio.Task.done', from: { page: 'asyncio-task', section: 'task-object' }, to: { page: 'asyncio-ends', section: 'ends' } }],
};

report('each definition with what changed in it, what moved, what was not seen, and the sums', () => {
  golden('drift.txt', driftReport(one, touchedBy(one, { scenarios }), look));
});

report('the same with what is unchanged, in colour', () => {
  golden('drift-all-in-colour.txt', driftReport(one, touchedBy(one, { scenarios }), { ...look, colours: true, all: true }));
});

report('where nothing changed it says so', () => {
  const none: Drift = { ...one, fates: one.fates.slice(0, 1), additions: [], moves: [] };
  golden('drift-none.txt', driftReport(none, touchedBy(none, { scenarios }), look));
});

report.run();
