// What puppet.mjs calls things by: Python's words and members for a module in JavaScript, here taskspec/reference.
// This is the part to write anew for another implementation. It translates, and works nothing out by itself.

import { Errors } from './javascript-errors.mjs';

/** `passed()` is to be called before each pass of a loop, `stuck()` where it has nothing to go on with. */
export function namesFor(lib, { passed, stuck }) {
  class Loop extends lib.EventLoop {
    #stopping = false;
    constructor() { super(); this.setExceptionHandler(() => {}); }
    stop() { this.#stopping = true; super.stop(); }
    runForever() { try { do this.runOnce(); while (!this.#stopping); } finally { this.#stopping = false; } }
    runOnce() {
      passed();
      try { super.runOnce(); } catch (error) { error instanceof lib.StuckError ? stuck() : raise(error); }
    }
  }
  const capabilities = `cancel cancelled done result exception add_done_callback remove_done_callback get_loop
    create_task ensure_future gather shield wait wait_for run all_tasks current_task isfuture
    Task.all_tasks Task.current_task Task Future context loop-control several-loops
    call_soon call_later virtual-clock exception-handler`.split(/\s+/);
  const words = {
    Task: lib.Task, Future: lib.Future, create_task: lib.createTask, ensure_future: lib.ensureFuture, sleep: lib.sleep,
    shield: lib.shield, wait: lib.wait, run: lib.run, isfuture: lib.isFuture, copy_context: lib.copyContext,
    new_event_loop: () => new Loop(), set_event_loop: lib.setEventLoop, get_event_loop: lib.getEventLoop,
    gather: (...given) => lib.gather(...parted(given)),
    wait_for: (awaitable, timeout) => lib.waitFor(awaitable, only(timeout, 'timeout')),
    all_tasks: (loop) => lib.allTasks(only(loop, 'loop')),
    current_task: (loop) => lib.currentTask(only(loop, 'loop')),
    partial: (callback, ...given) => bind(callback, given),
    list: (items = []) => [...items],
    StringIO: () => new Stream(),
    isinstance: (object, type) => (errors.isType(type) ? errors.isInstance(object, type) : object instanceof type),
    ContextVar: (name) => new lib.ContextVar(name),
  };
  const members = { // those whose arguments JavaScript takes in another way
    call_soon(loop, callback, ...given) {
      const [positional, options] = parted(given);
      return loop.callSoon(bind(callback, positional), options);
    },
    call_later(loop, delay, callback, ...given) {
      const [positional, options] = parted(given);
      return loop.callLater(delay, bind(callback, positional), options);
    },
    set_exception_handler(loop, handler) {
      loop.setExceptionHandler((of, report) => handler?.(of, new Report(report)));
    },
    run: (context, callback, ...given) => context.run(bind(callback, given)),
    __setattr__: (error, _, cause) => { errors.causes.set(error, cause); }, // __cause__ is all that is ever set
    append: (list, value) => (Array.isArray(list) ? void list.push(value) : raise(errors.make('AttributeError', ['append']))),
  };
  const kinds = [
    [lib.Task, 'Task'], [lib.Future, 'Future'], [lib.EventLoop, 'Loop'], [lib.Context, 'Context'],
    [lib.ContextVar, 'ContextVar'], [lib.Coroutine, 'coroutine'], [Array, 'list'], [Set, 'set'], [Stream, 'stream'],
    [Function, 'function'],
  ];
  const errors = new Errors(lib);
  const bound = new WeakMap(); // the same function each time: what was added as a callback is removed as one
  return {
    capabilities, words, errors, newLoop: () => new Loop(),
    coroutine: (name, steps) => new lib.Coroutine(name, errors.withoutStopIteration(steps)),
    kindOf(value) {
      if (errors.isType(value)) return 'exception type';
      return kinds.find(([type]) => value instanceof type)?.[1] ?? 'object';
    },
    member(of, name) {
      if (of === lib.Task) return (loop) => lib.Task[camel(name)](only(loop, 'loop'));
      if (name === '__cause__') return errors.causes.get(of) ?? of.cause;
      const known = bound.get(of) ?? bound.set(of, {}).get(of);
      known[name] ??= Object.hasOwn(members, name) ? bind(members[name], [of]) : of[camel(name)]?.bind(of);
      return known[name] ?? raise(errors.make('AttributeError', [name]));
    },
    call(callee, positional, keywords) {
      if (errors.isType(callee)) return errors.raised(callee, positional);
      if (typeof callee !== 'function') throw errors.make('TypeError', ['it is not callable']);
      const all = Object.keys(keywords).length === 0 ? positional : [...positional, new Keywords(keywords)];
      return callee === lib.Task || callee === lib.Future ? new callee(...all) : callee(...all);
    },
  };
}

/** Keyword arguments; they stand behind the others, where JavaScript takes them for options. */
class Keywords {
  constructor(named) { for (const [name, value] of Object.entries(named)) this[camel(name)] = value; }
}
class Stream {}
class Report { // what an exception handler hears, a dict in Python
  #entries;
  constructor(entries) { this.#entries = entries; }
  get(key, fallback = null) { return this.#entries[key] ?? fallback; }
}
const raise = (error) => { throw error; };
const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
const bind = (callback, given) => (given.length === 0 ? callback : (...more) => callback(...given, ...more));
const parted = (given) => (given.at(-1) instanceof Keywords ? [given.slice(0, -1), given.at(-1)] : [given]);
const only = (value, name) => (value instanceof Keywords ? value[name] : value);
