/** Holds which frames a limit leaves, and the text of a stack and of a traceback. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { coroutine } from '../coroutine.ts';
import { formatStack, newest, oldest } from '../stack.ts';

const frames = ['outer', 'middle', 'inner'].map((name) => ({ name, coroutine: coroutine(name, function* () {})() }));
const names = (cut: readonly { readonly name: string }[]): string[] => cut.map(({ name }) => name);
const stack = suite('stack');

stack('a stack keeps its newest frames, and a traceback its oldest', () => {
  assert.equal(names(newest(frames, 2)), ['middle', 'inner']);
  assert.equal(names(oldest(frames, 2)), ['outer', 'middle']);
});

stack('no limit, or one above the number of frames, keeps all', () => {
  for (const limit of [undefined, null, 4]) {
    assert.equal(newest(frames, limit), frames);
    assert.equal(oldest(frames, limit), frames);
  }
});

stack('a limit of 0 or less keeps none', () => {
  for (const limit of [0, -1]) {
    assert.equal(newest(frames, limit), []);
    assert.equal(oldest(frames, limit), []);
  }
});

stack('a stack is printed with a heading and a line for each frame', () => {
  assert.is(formatStack('<Task>', frames.slice(0, 2)), 'Stack for <Task> (most recent call last):\n  in outer\n  in middle\n');
});

stack('a traceback ends with the error', () => {
  const text = formatStack('<Task>', frames.slice(0, 1), { error: new RangeError('too far') });
  assert.is(text, 'Traceback for <Task> (most recent call last):\n  in outer\nRangeError: too far\n');
});

stack('no frames are said to be none, and the error is still told', () => {
  assert.is(formatStack('<Task>', []), 'No stack for <Task>\n');
  assert.is(formatStack('<Task>', [], { error: undefined }), 'No stack for <Task>\nundefined\n');
});

stack.run();
