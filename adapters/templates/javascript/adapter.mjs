// What taskspec calls things, in terms of task.mjs: this is all that it needs to judge it.

import { kindOf, operation } from 'taskspec';
import { CancelledError, Coroutine, Future, InvalidStateError, Loop, RuntimeError, StuckError, Task, sleep } from './task.mjs';

let loop = new Loop(() => {});

/** Names and arguments are translated here, and nothing else: what it worked out by itself would be judged in place of the Task. */
const binding = {
  description: {
    implementation: 'mine', version: '0.1', target: '3.8', task: 'task.mjs Task', environment: {},
    // Scenarios that need anything else are unsupported. Claim more as you have more: PROTOCOL.md lists them all.
    capabilities: ['create_task', 'cancel', 'cancelled', 'done', 'result', 'exception', 'virtual-clock'],
  },
  errors: new Map([
    ['CancelledError', { type: CancelledError }],
    ['InvalidStateError', { type: InvalidStateError }],
    ['RuntimeError', { type: RuntimeError }],
  ]),
  words: new Map([
    ['create_task', operation('coro', ([coroutine]) => {
      if (!loop.isRunning) throw new RuntimeError('no running event loop');
      return createTask(coroutine);
    })],
    ['sleep', operation('delay, result=None', ([delay, result]) => new Coroutine('sleep', sleep(loop, Number(delay), result)))],
  ]),
  kinds: [
    kindOf('Task', Task, [
      ['cancel', '', (task) => task.cancel()],
      ['cancelled', '', (task) => task.cancelled()],
      ['done', '', (task) => task.done()],
      ['result', '', (task) => task.result()],
      ['exception', '', (task) => task.exception()],
    ]),
    kindOf('Loop', Loop, [
      ['create_task', 'coro', (_, [coroutine]) => createTask(coroutine)],
      ['run_until_complete', 'future', (self, [future]) => self.runUntilComplete(awaitable(future))],
      ['time', '', (self) => self.time],
    ]),
    kindOf('coroutine', Coroutine, []),
  ],
  classes: new Map(),

  open(watch) {
    loop = new Loop((time) => watch.pass(time));
    return loop;
  },
  coroutine: (name, body) => new Coroutine(name, body),
  awaitable(value) {
    const given = awaitable(value);
    return given instanceof Coroutine ? given.start() : given;
  },
  isStuck: (error) => error instanceof StuckError,

  // For the timelines of reports, and for nothing else.
  currentTask: () => Task.current,
  isDone: (task) => task instanceof Task && task.done(),
  isCancelled: (task) => task instanceof Task && task.cancelled(),
};

export default binding;

function createTask(coroutine) {
  if (!(coroutine instanceof Coroutine)) throw new TypeError('a coroutine was expected');
  return new Task(loop, coroutine);
}

function awaitable(value) {
  if (value instanceof Coroutine || value instanceof Future) return value;
  throw new TypeError('this cannot be awaited');
}
