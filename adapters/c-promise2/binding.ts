// The only place where c-promise2 is bound: what of the language's words it has, under its own names.

import type { Capability } from '../../conformance/capabilities.ts';
import { operation, type Binding, type Kind, type Operation, type Watch } from '../in-process/binding.ts';
import { signature } from '../in-process/signature.ts';
import type { Attribute } from '../../conformance/program.ts';
import type { CPromise, Library } from './library.ts';
import type { Turns } from './turns.ts';

/** A promise has no result() or exception() that answers at once, no callback that can be removed, no stack, no loop. */
export const capabilities: readonly Capability[] = ['create_task', 'cancel', 'cancelled', 'done', 'gather', 'Future'];

/** As every promise does. */
export const startsAtOnce = 'a promise runs inside the call that makes it, until it first waits';

/** A generator of the program, before a promise runs it. */
class Coroutine {
  readonly body: Generator<unknown, unknown, unknown>;
  constructor(body: Generator<unknown, unknown, unknown>) {
    this.body = body;
  }
}

class Stuck {}

export function bindCPromise(library: Library, version: string, turns: Turns): Binding {
  const { CPromise } = library;
  let watch: Watch = { pass: () => {} };
  const tasks = new WeakSet<object>();
  const isCPromise = (value: unknown): value is CPromise => CPromise.isCPromise(value);

  function createTask(value: unknown): CPromise {
    const task = CPromise.run(value instanceof Coroutine ? function* run() {
      return yield* value.body;
    } : value);
    tasks.add(task);
    return task;
  }
  const createFuture = (): CPromise => new CPromise(() => undefined);
  const awaited = (value: unknown): unknown => (value instanceof Coroutine ? createTask(value) : value);

  function pass(): void {
    watch.pass(turns.time);
    turns.turn();
  }

  function runUntilComplete(value: unknown): unknown {
    const promise = awaited(value);
    if (!isCPromise(promise)) throw new TypeError('a coroutine or a promise is needed');
    let outcome = (): unknown => null;
    let isOver = false;
    const finish = (give: () => unknown): void => {
      outcome = give;
      isOver = true;
    };
    promise.then((result) => finish(() => result), (error: unknown) => finish(() => {
      throw error;
    }));
    turns.settle();
    while (!isOver) {
      if (!turns.isReady && !turns.jump()) throw new Stuck();
      pass();
    }
    return outcome();
  }

  const method = (text: string, run: (promise: CPromise, values: readonly unknown[]) => unknown): Operation => ({
    signature: signature(text),
    run: (self, values) => {
      if (!isCPromise(self)) throw new Error('a method of a promise was asked of something else');
      return run(self, values);
    },
  });
  const common: readonly (readonly [Attribute, Operation])[] = [
    ['cancel', method('', (promise) => promise.cancel())],
    ['cancelled', method('', (promise) => promise.isCanceled)],
    ['done', method('', (promise) => !promise.isPending)],
  ];
  const task: Kind = {
    kind: 'Task', owns: (value) => isCPromise(value) && tasks.has(value), members: new Map(common), classMembers: new Map(),
  };
  const future: Kind = {
    kind: 'Future',
    owns: isCPromise,
    members: new Map([
      ...common,
      ['set_result', method('result', (promise, [result]) => void promise.resolve(result))],
      ['set_exception', method('exception', (promise, [error]) => void promise.reject(error))],
    ]),
    classMembers: new Map(),
  };
  const loop: Kind = {
    kind: 'Loop',
    owns: (value) => value === turns,
    members: new Map([
      ['create_task', operation('coro', ([coroutine]) => createTask(coroutine))],
      ['create_future', operation('', createFuture)],
      ['run_until_complete', operation('future', ([promise]) => runUntilComplete(promise))],
    ]),
    classMembers: new Map(),
  };
  const coroutine: Kind = { kind: 'coroutine', owns: (value) => value instanceof Coroutine, members: new Map(), classMembers: new Map() };

  return {
    description: {
      implementation: 'c-promise2', version, target: '3.7', task: 'CPromise.run()', capabilities, byDesign: startsAtOnce, environment: { node: process.version },
    },
    // An Error among others, as CancelledError was an Exception in 3.7.
    errors: new Map([['CancelledError', { type: library.CanceledError, base: 'Exception' }]]),
    words: new Map([
      ['create_task', operation('coro', ([value]) => createTask(value))],
      ['sleep', operation('delay, result=None', ([delay, result]) => CPromise.delay(typeof delay === 'number' ? delay * 1000 : delay, result))],
      ['gather', operation('*aws', ([promises]) => CPromise.all(Array.isArray(promises) ? promises.map(awaited) : []))],
      ['Future', operation('', createFuture)],
    ]),
    kinds: [task, future, loop, coroutine],
    classes: new Map([['Future', future]]),
    open(given) {
      watch = given;
      turns.reset();
      return turns;
    },
    drive: (script) => script(),
    close: () => turns.reset(),
    coroutine: (_name, body) => new Coroutine(body),
    awaitable(value) {
      // A generator goes on in the one that awaits it, as everywhere; the rest is for c-promise2 to wait for, or to refuse.
      return value instanceof Coroutine ? value.body : yielding(value);
    },
    future: createFuture,
    variable: () => null,
    frame: () => null,
    cycle() {
      turns.settle();
      pass();
    },
    idle() {
      turns.settle();
      while (turns.isReady || turns.jump()) pass();
    },
    isStuck: (error) => error instanceof Stuck,
    currentTask: () => null,
    isDone: (value) => isCPromise(value) && !value.isPending,
    isCancelled: (value) => isCPromise(value) && value.isCanceled,
  };
}

function* yielding(value: unknown): Generator<unknown, unknown, unknown> {
  return yield value;
}
