// Exceptions by Python's names, for a module in JavaScript: javascript-names.mjs needs them.

const derived = { // Python's exceptions by their bases
  BaseException: ['Exception', 'GeneratorExit', 'KeyboardInterrupt', 'SystemExit', 'CancelledError'],
  Exception: ['ArithmeticError', 'AssertionError', 'AttributeError', 'LookupError', 'NameError', 'OSError',
    'RuntimeError', 'StopAsyncIteration', 'StopIteration', 'TypeError', 'ValueError', 'InvalidStateError',
    'TimeoutError'],
  ArithmeticError: ['ZeroDivisionError'], LookupError: ['IndexError', 'KeyError'], NameError: ['UnboundLocalError'],
  RuntimeError: ['NotImplementedError', 'RecursionError'],
};

/** The module's own exceptions, and the rest made from their bases. Their arguments and causes stand beside them. */
export class Errors {
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
  isInstance(object, type) { return this.typesOf(object).includes(this.#names.get(type)); }
  make(name, args) { return this.raised(this.#types.get(name), args); }
  raised(type, args) {
    const error = new type(...args.slice(0, 1).map(String));
    this.#args.set(error, args);
    return error;
  }
  argsOf(error) { return this.#args.get(error) ?? [error.message].filter(Boolean); }
  /** Runs a coroutine as Python does, for which StopIteration is the end of it. */
  *withoutStopIteration(steps) {
    try {
      return yield* steps;
    } catch (error) {
      if (!this.typesOf(error).includes('StopIteration')) throw error;
      const instead = this.make('RuntimeError', ['coroutine raised StopIteration']);
      this.causes.set(instead, error);
      throw instead;
    }
  }
  typesOf(error) { // its type's name and those of all its bases; none where it is no exception
    let type = error?.constructor;
    while (typeof type === 'function' && !this.#names.has(type)) type = Object.getPrototypeOf(type);
    const names = [];
    for (; this.#names.has(type); type = this.#bases.get(type)) names.push(this.#names.get(type));
    return names;
  }
}
