// The only place that says what the objects of the reference can do, in the words of the language.

import type { Attribute, Word } from '../../conformance/program.ts';
import { type Kind, type Method, type Operation, kindOf, operation } from '../in-process/binding.ts';
import type {
  ContextView, FunctionsView, FutureView, LoopView, Reference, TaskClassView, TaskView, VariableView,
} from './view.ts';

const futureMethods: readonly Method<FutureView>[] = [
  ['cancel', '', (future) => future.cancel()],
  ['cancelled', '', (future) => future.cancelled()],
  ['done', '', (future) => future.done()],
  ['result', '', (future) => future.result()],
  ['exception', '', (future) => future.exception()],
  ['add_done_callback', 'callback, *, context=None', (future, [callback, context]) => future.addDoneCallback(callback, { context })],
  ['remove_done_callback', 'callback', (future, [callback]) => future.removeDoneCallback(callback)],
  ['set_result', 'result', (future, [result]) => future.setResult(result)],
  ['set_exception', 'exception', (future, [exception]) => future.setException(exception)],
  ['get_loop', '', (future) => future.getLoop()],
];

const taskMethods: readonly Method<TaskView>[] = [
  ...futureMethods,
  ['get_stack', '*, limit=None', (task, [limit]) => task.getStack({ limit })],
  ['print_stack', '*, limit=None, file=None', (task, [limit, file]) => task.printStack({ limit, file })],
];

const contextMethods: readonly Method<ContextView>[] = [
  ['run', 'callable, *args', (context, [callable, given]) => context.run(withArguments(callable, given))],
  ['get', 'var, default=None', (context, [variable, fallback]) => context.get(variable) ?? fallback],
];

const variableMethods: readonly Method<VariableView>[] = [
  ['get', 'default=…', (variable, [fallback]) => (fallback === undefined ? variable.get() : variable.get(fallback))],
  ['set', 'value', (variable, [value]) => variable.set(value)],
  ['reset', 'token', (variable, [token]) => variable.reset(token)],
];

const loopMethods: readonly Method<LoopView>[] = [
  ['call_soon', 'callback, *args, context=None', (loop, [callback, given, context]) =>
    loop.callSoon(withArguments(callback, given), { context })],
  ['call_later', 'delay, callback, *args, context=None', (loop, [delay, callback, given, context]) =>
    loop.callLater(delay, withArguments(callback, given), { context })],
  ['create_task', 'coro', (loop, [coroutine]) => loop.createTask(coroutine)],
  ['create_future', '', (loop) => loop.createFuture()],
  ['run_until_complete', 'future', (loop, [future]) => loop.runUntilComplete(future)],
  ['run_forever', '', (loop) => loop.runForever()],
  ['stop', '', (loop) => loop.stop()],
  ['time', '', (loop) => loop.time()],
  ['is_running', '', (loop) => loop.isRunning()],
  ['close', '', (loop) => loop.close()],
  ['set_exception_handler', 'handler', (loop, [handler]) => loop.setExceptionHandler(exceptionHandler(handler))],
];

/** A callback with the arguments that Python's loop would pass on; the reference's take none. */
function withArguments(callback: unknown, given: unknown): unknown {
  if (typeof callback !== 'function' || !Array.isArray(given) || given.length === 0) return callback;
  return (): unknown => callback(...given);
}

/** What an exception handler is told, as Python's dictionary. */
class Report {
  readonly #details: ReadonlyMap<unknown, unknown>;
  constructor(details: object) {
    this.#details = new Map<unknown, unknown>(Object.entries(details));
  }
  get(key: unknown, fallback: unknown): unknown {
    return this.#details.get(key) ?? fallback;
  }
}

/** None is silence: what nobody asked for does not belong on the user's console. */
export function exceptionHandler(handler: unknown): unknown {
  if (typeof handler !== 'function') return (): void => {};
  return (loop: unknown, details: object): unknown => handler(loop, new Report(details));
}

export function kindsOf(reference: Reference): readonly Kind[] {
  const taskClass: TaskClassView = reference.Task;
  const classMembers = new Map<Attribute, Operation>([
    ['all_tasks', operation('loop=None', ([loop]) => taskClass.allTasks(loop))],
    ['current_task', operation('loop=None', ([loop]) => taskClass.currentTask(loop))],
  ]);
  return [
    kindOf<TaskView>('Task', reference.Task, taskMethods, classMembers),
    kindOf<FutureView>('Future', reference.Future, futureMethods),
    kindOf<LoopView>('Loop', reference.EventLoop, loopMethods),
    kindOf<ContextView>('Context', reference.Context, contextMethods),
    kindOf<VariableView>('ContextVar', reference.ContextVar, variableMethods),
    kindOf<object>('coroutine', reference.Coroutine, []),
    kindOf<Report>('object', Report, [['get', 'key, default=None', (report, [key, fallback]) => report.get(key, fallback)]]),
  ];
}

export function wordsOf(reference: Reference, newEventLoop: () => unknown): ReadonlyMap<Word, Operation> {
  const functions: FunctionsView = reference;
  return new Map<Word, Operation>([
    ['Task', operation('coro, *, loop=None', ([coroutine, loop]): unknown => Reflect.construct(reference.Task, [coroutine, { loop }]))],
    ['Future', operation('*, loop=None', ([loop]): unknown => Reflect.construct(reference.Future, [{ loop }]))],
    ['create_task', operation('coro', ([coroutine]) => functions.createTask(coroutine))],
    ['ensure_future', operation('coro_or_future, *, loop=None', ([awaitable, loop]) => functions.ensureFuture(awaitable, { loop }))],
    ['gather', operation('*aws, return_exceptions=False', ([awaitables, returnExceptions]) =>
      functions.gather(awaitables, { returnExceptions }))],
    ['shield', operation('aw', ([awaitable]) => functions.shield(awaitable))],
    ['wait_for', operation('aw, timeout', ([awaitable, timeout]) => functions.waitFor(awaitable, timeout))],
    ['wait', operation('aws, *, timeout=None', ([awaitables, timeout]) => functions.wait(awaitables, { timeout }))],
    ['sleep', operation('delay, result=None', ([delay, result]) => functions.sleep(delay, result))],
    ['current_task', operation('loop=None', ([loop]) => functions.currentTask(loop))],
    ['all_tasks', operation('loop=None', ([loop]) => functions.allTasks(loop))],
    ['run', operation('coro', ([coroutine]) => functions.run(coroutine, { loopFactory: newEventLoop }))],
    ['new_event_loop', operation('', newEventLoop)],
    ['set_event_loop', operation('loop', ([loop]) => functions.setEventLoop(loop))],
    ['get_event_loop', operation('', () => functions.getEventLoop())],
    ['isfuture', operation('obj', ([object]) => functions.isFuture(object))],
    ['copy_context', operation('', () => functions.copyContext())],
  ]);
}
