import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { paint } from '../paint.ts';
import { subjects } from '../subjects.ts';
import { implementation, one } from './made-up.ts';

const heads = suite('what was judged by what');

heads('what an implementation does otherwise by design stands in its head', () => {
  const plain = implementation({ name: 'python:3.8' });
  const { description } = plain;
  if (description === null) throw new Error('the made-up implementation has a description');
  const eager = { ...plain, name: 'python+eager', description: { ...description, byDesign: 'a Task starts at once' } };
  const lines = subjects({ overview: { ...one, implementations: [plain, eager] }, paint: paint(false), width: 120, all: false });
  assert.equal(lines.slice(1).map((line) => line.trim()), [
    'python:3.8    CPython 3.8.18, _asyncio.Task, judged as Python 3.8',
    'python+eager  CPython 3.8.18, _asyncio.Task, judged as Python 3.8; by design a Task starts at once',
  ]);
});

heads('that another Task may have been meant stands in the head', () => {
  const plain = implementation({ name: 'python:3.8' });
  if (plain.description === null) throw new Error('the made-up implementation has a description');
  const careful = { ...plain, description: { ...plain.description, caution: 'this is the Task written in C' } };
  const lines = subjects({ overview: { ...one, implementations: [careful] }, paint: paint(false), width: 120, all: false });
  assert.is(lines.at(-1)?.trim(), 'python:3.8  CPython 3.8.18, _asyncio.Task, judged as Python 3.8; this is the Task written in C');
});

heads.run();
