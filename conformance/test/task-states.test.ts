import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { taskStates } from '../task-states.ts';
import type { Note } from '../trace.ts';

const states = suite('the states of tasks');
const t = (cycle: number, kind: 'created' | 'resumed' | 'requested' | 'delivered'): Note => ({ kind, cycle, task: 't' });
const waits: Note = { kind: 'suspended', cycle: 1, task: 't', on: 'sleep(1)' };
const state = (...notes: readonly Note[]): string | undefined => taskStates(notes)[0]?.state;

states('tasks come in the order in which they appear, each with its own story', () => {
  const told = taskStates([t(0, 'created'), { kind: 'created', cycle: 1, task: 'u' }, t(2, 'resumed')]);
  assert.equal(told, [
    { task: 't', state: 'running', history: [{ cycle: 0, event: 'created' }, { cycle: 2, event: 'runs' }] },
    { task: 'u', state: 'not started', history: [{ cycle: 1, event: 'created' }] },
  ]);
});

states('the state is what it was at last', () => {
  assert.is(state(t(0, 'created')), 'not started');
  assert.is(state(t(0, 'created'), t(1, 'resumed')), 'running');
  assert.is(state(t(0, 'created'), waits), 'waiting for sleep(1)');
  assert.is(state({ kind: 'done', cycle: 2, task: 't', how: 'finished' }), 'finished');
  assert.is(state({ kind: 'done', cycle: 2, task: 't', how: 'cancelled' }), 'cancelled');
});

states('a request that was not delivered is part of it', () => {
  assert.is(state(waits, t(2, 'requested')), 'waiting for sleep(1), asked to cancel');
  assert.is(state(waits, t(2, 'requested'), t(3, 'delivered')), 'waiting for sleep(1)');
  assert.is(state(t(2, 'requested'), { kind: 'done', cycle: 2, task: 't', how: 'finished' }), 'finished');
  assert.is(state(t(2, 'requested')), 'unknown, asked to cancel');
});

states('every kind of note is an event in words', () => {
  const notes: readonly Note[] = [
    t(0, 'created'), t(1, 'resumed'), waits, t(2, 'requested'), t(3, 'delivered'), { kind: 'done', cycle: 3, task: 't', how: 'finished' },
    { kind: 'done', cycle: 3, task: 't', how: 'cancelled' },
  ];
  assert.equal(taskStates(notes)[0]?.history.map(({ event }) => event), [
    'created', 'runs', 'waits for sleep(1)', 'cancel() requested', 'CancelledError delivered', 'done', 'done, cancelled',
  ]);
});

states('no notes, no tasks', () => assert.equal(taskStates([]), []));

states.run();
