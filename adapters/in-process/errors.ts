// The only place that knows exceptions by their Python names: their classes, bases, arguments and causes.

import type { Program } from '../../conformance/program.ts';
import type { Binding, ErrorClass } from './binding.ts';

/** Python's own exceptions with their bases, each after its base. */
const pythonErrors: readonly (readonly [name: string, base: string | null])[] = [
  ['BaseException', null],
  ['Exception', 'BaseException'], ['GeneratorExit', 'BaseException'], ['KeyboardInterrupt', 'BaseException'],
  ['SystemExit', 'BaseException'], ['CancelledError', 'BaseException'],
  ['ArithmeticError', 'Exception'], ['AssertionError', 'Exception'], ['AttributeError', 'Exception'],
  ['LookupError', 'Exception'], ['NameError', 'Exception'], ['OSError', 'Exception'], ['RuntimeError', 'Exception'],
  ['StopAsyncIteration', 'Exception'], ['StopIteration', 'Exception'], ['TypeError', 'Exception'],
  ['ValueError', 'Exception'], ['InvalidStateError', 'Exception'], ['TimeoutError', 'Exception'],
  ['IndexError', 'LookupError'], ['KeyError', 'LookupError'], ['NotImplementedError', 'RuntimeError'],
  ['RecursionError', 'RuntimeError'], ['UnboundLocalError', 'NameError'], ['ZeroDivisionError', 'ArithmeticError'],
];

/** JavaScript's own, by what they are in Python. */
const nativeErrors: readonly (readonly [ErrorClass, string])[] = [[TypeError, 'TypeError'], [Error, 'Exception']];

/** The exceptions that an implementation and the programs on it know; one for a session, so that no program pays for it. */
export class Errors {
  readonly #classes = new Map<string, ErrorClass>();
  readonly #names = new Map<unknown, string>(nativeErrors);
  readonly #bases = new Map<string, string | null>();
  /** What the program said of an error, beside it, as it may be frozen or somebody else's. */
  readonly #arguments = new WeakMap<object, readonly unknown[]>();
  readonly #causes = new WeakMap<object, unknown>();

  constructor(binding: Binding) {
    for (const [name, base] of pythonErrors) {
      const own = binding.errors.get(name);
      this.#add(name, own?.base ?? base, own?.type ?? null);
    }
  }

  /** Makes the program's own classes known, until another program has one of the same name and another base. */
  declare(exceptions: Program['exceptions']): void {
    for (const { name, base } of exceptions) if (this.#bases.get(name) !== base) this.#add(name, base, null);
  }

  #add(name: string, base: string | null, given: ErrorClass | null): void {
    const type = given ?? newClass(name, base === null ? Error : this.#classes.get(base) ?? Error);
    this.#classes.set(name, type);
    this.#names.set(type, name);
    this.#bases.set(name, base);
  }

  classOf(name: string): ErrorClass {
    const type = this.#classes.get(name);
    if (type === undefined) throw new Error(`no exception is called ${name}`);
    return type;
  }

  /** The name of an exception type, or null if the value is none. */
  nameOf(type: unknown): string | null {
    return this.#names.get(type) ?? null;
  }

  /** An exception of this type with these arguments, of which the implementation sees the first as its message. */
  make(type: string, values: readonly unknown[]): object {
    const error = values.length === 0 ? new (this.classOf(type))() : new (this.classOf(type))(String(values[0]));
    this.#arguments.set(error, values);
    return error;
  }

  /** The Python name of the value's type, or null if it is no exception. An implementation's private class counts as itself. */
  typeOf(error: unknown): string | null {
    if (typeof error !== 'object' || error === null) return null;
    for (let type: unknown = Object.getPrototypeOf(error); type !== null; type = Object.getPrototypeOf(type)) {
      const known = this.#names.get(constructorOf(type));
      if (known !== undefined) return known;
    }
    return null;
  }

  isA(error: unknown, type: string): boolean {
    for (let name = this.typeOf(error); name !== null; name = this.#bases.get(name) ?? null) if (name === type) return true;
    return false;
  }

  argumentsOf(error: object): readonly unknown[] {
    const given = this.#arguments.get(error);
    if (given !== undefined) return given;
    return 'message' in error && error.message !== '' ? [error.message] : [];
  }

  causeOf(error: object): unknown {
    return this.#causes.get(error) ?? ('cause' in error ? error.cause : null) ?? null;
  }

  setCause(error: object, cause: unknown): void {
    this.#causes.set(error, cause);
  }
}

function newClass(name: string, base: ErrorClass): ErrorClass {
  const type = { [name]: class extends base {} }[name] ?? base;
  Object.defineProperty(type.prototype, 'name', { value: name, configurable: true });
  return type;
}

const constructorOf = (prototype: unknown): unknown =>
  typeof prototype === 'object' && prototype !== null && 'constructor' in prototype ? prototype.constructor : null;
