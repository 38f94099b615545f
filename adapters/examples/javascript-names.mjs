// What puppet.mjs calls things by: Python's words, members and exceptions, in terms of one JavaScript module, here taskspec/reference.
// This is the part to write anew for another implementation. It translates names and arguments, and works nothing out by itself.

/** The names of Python for a module. `passed(time)` is to be called before each pass of a loop, `stuck()` where it can never go on. */
export function namesFor(lib, { passed, stuck }) {
  class Loop extends lib.EventLoop {
    #stopping = false;
    constructor() { super(); this.setExceptionHandler(() => {}); }
    stop() { this.#stopping = true; super.stop(); }
    runForever() { try { do this.runOnce(); while (!this.#stopping); } finally { this.#stopping = false; } }
    runOnce() {
      passed(this.time());
      try { super.runOnce(); } catch (error) { error instanceof lib.StuckError ? stuck() : raise(error); }
    }
  }
  const capabilities = `cancel cancelled done result exception add_done_callback remove_done_callback get_loop
    create_task ensure_future gather shield wait wait_for run all_tasks current_task isfuture Task.all_tasks Task.current_task Task Future
    context loop-control several-loops call_soon call_later virtual-clock exception-handler`.split(/\s+/);
  const words = {
    Task: lib.Task, Future: lib.Future, create_task: lib.createTask, ensure_future: lib.ensureFuture, shield: lib.shield, wait: lib.wait,
    sleep: lib.sleep, run: lib.run, new_event_loop: () => new Loop(), set_event_loop: lib.setEventLoop, get_event_loop: lib.getEventLoop,
    isfuture: lib.isFuture, copy_context: lib.copyContext, gather: (...given) => lib.gather(...parted(given)),
    wait_for: (awaitable, timeout) => lib.waitFor(awaitable, only(timeout, 'timeout')),
    all_tasks: (loop) => lib.allTasks(only(loop, 'loop')), current_task: (loop) => lib.currentTask(only(loop, 'loop')),
    partial: (callback, ...given) => bind(callback, given), list: (items = []) => [...items], StringIO: () => new Stream(),
    isinstance: (object, type) => (errors.isType(type) ? errors.typesOf(object).includes(errors.nameOf(type)) : object instanceof type),
    ContextVar: (name) => new lib.ContextVar(name),
  };
  const members = { // those whose arguments JavaScript takes in another way
    call_soon: (loop, callback, ...given) => loop.callSoon(bind(callback, parted(given)[0]), parted(given)[1]),
    call_later: (loop, delay, callback, ...given) => loop.callLater(delay, bind(callback, parted(given)[0]), parted(given)[1]),
    set_exception_handler: (loop, handler) => loop.setExceptionHandler((of, report) => handler?.(of, { get: (key) => report[key] })),
    run: (context, callback, ...given) => context.run(bind(callback, given)),
    append: (list, value) => { list.push(value); },
  };
  const errors = new Errors(lib);
  const bound = new WeakMap(); // the same function each time: what was added as a callback is removed as one
  return {
    capabilities, words, errors, newLoop: () => new Loop(), isClass: (value) => value === lib.Task || value === lib.Future,
    kinds: [[lib.Task, 'Task'], [lib.Future, 'Future'], [lib.EventLoop, 'Loop'], [lib.Context, 'Context'], [lib.ContextVar, 'ContextVar'],
      [lib.Coroutine, 'coroutine'], [Array, 'list'], [Set, 'set'], [Stream, 'stream'], [Function, 'function']],
    member(of, name) {
      if (of === lib.Task) return (loop) => lib.Task[camel(name)](only(loop, 'loop'));
      if (name === '__cause__') return errors.causes.get(of) ?? of.cause;
      const known = bound.get(of) ?? bound.set(of, {}).get(of);
      known[name] ??= Object.hasOwn(members, name) ? bind(members[name], [of]) : of[camel(name)]?.bind(of);
      return known[name] ?? raise(errors.make('AttributeError', [name]));
    },
    work(loop, idle) { // from outside
      while (idle && loop.ready + loop.scheduled > 0) loop.runOnce();
      if (idle) return;
      loop.callSoon(() => loop.stop());
      loop.runForever();
    },
  };
}

/** Keyword arguments; they stand behind the others, where JavaScript takes them for options. */
export class Keywords {
  constructor(named) { for (const [name, value] of Object.entries(named)) this[camel(name)] = value; }
}
class Stream {}
export const raise = (error) => { throw error; };
const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
const bind = (callback, given) => (given.length === 0 ? callback : (...more) => callback(...given, ...more));
const parted = (given) => (given.at(-1) instanceof Keywords ? [given.slice(0, -1), given.at(-1)] : [given]);
const only = (value, name) => (value instanceof Keywords ? value[name] : value);

const derived = { // Python's exceptions by their bases
  BaseException: ['Exception', 'GeneratorExit', 'KeyboardInterrupt', 'SystemExit', 'CancelledError'],
  Exception: ['ArithmeticError', 'AssertionError', 'AttributeError', 'LookupError', 'NameError', 'OSError', 'RuntimeError',
    'StopAsyncIteration', 'StopIteration', 'TypeError', 'ValueError', 'InvalidStateError', 'TimeoutError'],
  ArithmeticError: ['ZeroDivisionError'], LookupError: ['IndexError', 'KeyError'], NameError: ['UnboundLocalError'],
  RuntimeError: ['NotImplementedError', 'RecursionError'],
};

/** Exceptions by Python's names: the module's own, and the rest made from their bases. Their arguments and causes stand beside them. */
class Errors {
  #types = new Map();
  #names = new Map();
  #bases = new Map();
  #args = new WeakMap();
  causes = new WeakMap();
  constructor(lib) {
    const own = { ...lib, Exception: Error, TypeError };
    this.#add('BaseException', undefined, lib.BaseException);
    for (const [base, names] of Object.entries(derived)) for (const name of names) this.#add(name, base, own[name]);
  }
  #add(name, base, own) {
    const type = own ?? class extends this.#types.get(base) {};
    this.#types.set(name, type);
    this.#names.set(type, name);
    this.#bases.set(type, this.#types.get(base));
  }
  declare(name, base) { this.#add(name, base); }
  type(name) { return this.#types.get(name); }
  isType(value) { return this.#names.has(value); }
  nameOf(type) { return this.#names.get(type); }
  make(name, args) { return this.raised(this.#types.get(name), args); }
  raised(type, args) {
    const error = new type(...args.slice(0, 1).map(String));
    this.#args.set(error, args);
    return error;
  }
  argsOf(error) { return this.#args.get(error) ?? [error.message].filter(Boolean); }
  typesOf(error) { // its type's name and those of all its bases; none where it is no exception
    let type = error?.constructor;
    while (typeof type === 'function' && !this.#names.has(type)) type = Object.getPrototypeOf(type);
    const names = [];
    for (; this.#names.has(type); type = this.#bases.get(type)) names.push(this.#names.get(type));
    return names;
  }
}
