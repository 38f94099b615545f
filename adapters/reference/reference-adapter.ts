// The only place where the shipped reference is bound to the adapter in process.

import type { Adapter } from '../../conformance/adapter.ts';
import { capabilities, type Capability } from '../../conformance/capabilities.ts';
import * as reference from '../../reference/index.ts';
import type { Binding, ErrorType, Watch } from '../in-process/binding.ts';
import { inProcessAdapter } from '../in-process/session.ts';
import { exceptionHandler, kindsOf, wordsOf } from './kinds.ts';
import type { LoopView, Reference } from './view.ts';

export function referenceAdapter(): Adapter {
  return inProcessAdapter('reference', bindReference(reference));
}

/** What JavaScript cannot have: async generators of Python's kind, contexts that the language sets, categories of warnings. */
const lacking: readonly Capability[] = ['python-syntax', 'implicit-context', 'warnings'];

/** Binds the reference, or a copy of it that somebody has changed. */
export function bindReference(module: Reference): Binding {
  let watch: Watch = { pass: () => {} };

  /** Tells of each pass; all else is the reference's. */
  class WatchedLoop extends module.EventLoop {
    protected override cycle(): void {
      watch.pass(this.time());
      super.cycle();
    }
  }

  const newEventLoop = (): InstanceType<typeof WatchedLoop> => {
    const loop = new WatchedLoop();
    const view: LoopView = loop;
    view.setExceptionHandler(exceptionHandler(null));
    return loop;
  };
  const loopOf = (value: object): InstanceType<Reference['EventLoop']> => {
    if (!(value instanceof module.EventLoop)) throw new Error('this is no loop of the reference');
    return value;
  };
  const kinds = kindsOf(module);
  const [task, future] = kinds;
  if (task === undefined || future === undefined) throw new Error('Task and Future come first');

  return {
    description: {
      implementation: 'taskspec reference',
      version: '3.7',
      target: '3.8',
      task: 'reference/task.ts Task',
      capabilities: capabilities.filter((capability) => !lacking.includes(capability)),
      environment: {},
    },
    errors: errorsOf(module),
    words: wordsOf(module, newEventLoop),
    kinds,
    classes: new Map([['Task', task], ['Future', future]]),
    open(given) {
      watch = given;
      const loop = newEventLoop();
      module.setEventLoop(loop);
      return loop;
    },
    drive: (script) => module.copyContext().run(script),
    close: () => module.setEventLoop(null),
    coroutine: (name, body) => new module.Coroutine(name, body),
    awaitable: (value) => module.awaitable(value),
    future: (loop) => loopOf(loop).createFuture(),
    variable: (name) => new module.ContextVar(name),
    frame: (value) =>
      typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
      && 'coroutine' in value && value.coroutine instanceof module.Coroutine
        ? { name: value.name, coroutine: value.coroutine }
        : null,
    cycle(value) {
      const loop = loopOf(value);
      loop.callSoon(() => loop.stop());
      loop.runForever();
    },
    idle(value) {
      const loop = loopOf(value);
      while (loop.ready > 0 || loop.scheduled > 0) loop.runOnce();
    },
    isStuck: (error) => error instanceof module.StuckError,
    currentTask() {
      try {
        return module.currentTask();
      } catch (error) {
        if (error instanceof module.RuntimeError) return null;
        throw error;
      }
    },
    isDone: (value) => value instanceof module.Future && value.done(),
    isCancelled: (value) => value instanceof module.Future && value.cancelled(),
  };
}

function errorsOf(module: Reference): ReadonlyMap<string, ErrorType> {
  return new Map<string, ErrorType>([
    ['BaseException', { type: module.BaseException }],
    ['CancelledError', { type: module.CancelledError }],
    ['SystemExit', { type: module.SystemExit }],
    ['KeyboardInterrupt', { type: module.KeyboardInterrupt }],
    ['InvalidStateError', { type: module.InvalidStateError }],
    ['RuntimeError', { type: module.RuntimeError }],
    ['ValueError', { type: module.ValueError }],
    ['LookupError', { type: module.LookupError }],
    ['TimeoutError', { type: module.TimeoutError }],
  ]);
}
