// What a file of a wrong Task tells is read, or refused with the file's name and the key.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { aboutItself, readTold } from '../wrong-task.ts';

const wrong = suite('what a wrong Task tells');

wrong('it tells what it does wrongly, which clauses that breaks, and what passes all the same', () => {
  const told = readTold('a.yaml', 'says: It is late.\nviolates: [task.done.raised]\nneighbour: done/returned\n');
  assert.equal(aboutItself('a', told), { name: 'a', says: 'It is late.', violates: ['task.done.raised'], neighbour: 'done/returned' });
});

wrong('a key that is missing or of another kind is told with its file', () => {
  const told = readTold('a.yaml', 'says: 1\nviolates: task.done.raised\nnames: [1]\nmaps: [1]\n');
  assert.throws(() => told.text('says'), "a.yaml: 'says' must be a text");
  assert.throws(() => told.text('neighbour'), "a.yaml: 'neighbour' must be a text");
  assert.throws(() => told.texts('violates'), "a.yaml: 'violates' must be a list with at least one item");
  assert.throws(() => told.texts('names'), "a.yaml: 'names' must be a text");
  assert.throws(() => told.maps('maps'), 'a.yaml: a map');
});

wrong('a file that is no map is refused', () => {
  assert.throws(() => readTold('a.yaml', '- says: x\n'), 'a.yaml: a map');
  assert.throws(() => readTold('a.yaml', ''), 'a.yaml: a map');
});

wrong.run();
