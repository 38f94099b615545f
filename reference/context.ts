/** The only place for context variables: values that follow a Task instead of a scope. */
import { LookupError, RuntimeError, ValueError } from './errors.ts';

interface Cell<T> {
  readonly value: T;
}

/** What all variables are at one moment. It is never changed, only replaced, so whoever runs later can take it along as it is. */
export type Values = ReadonlyMap<ContextVar<unknown>, Cell<unknown>>;

const NO_VALUES: Values = new Map();

let current: Context;
let put: <T>(context: Context, variable: ContextVar<T>, cell: Cell<T> | undefined) => void;
let find: <T>(context: Context, variable: ContextVar<T>) => Cell<T> | undefined;
let valuesOf: (context: Context) => Values;

/** A mapping of context variables to values, which copies share until a variable is set. Source: `contextvars.Context`. */
export class Context {
  #values: Values;
  #entered = false;

  constructor(values: Values = NO_VALUES) {
    this.#values = values;
  }

  static {
    // For this file alone: from outside, a Context can only be read.
    put = (context, variable, cell) => {
      const values = new Map(context.#values);
      if (cell === undefined) values.delete(variable);
      else values.set(variable, cell);
      context.#values = values;
    };
    find = (context, variable) => Context.#find(context, variable);
    valuesOf = (context) => context.#values;
  }

  /** Calls `callback` with this as the current context. Raises RuntimeError when it is entered already. Source: `contextvars.Context.run`. */
  run<A extends unknown[], T>(callback: (...args: A) => T, ...args: A): T {
    if (this.#entered) throw new RuntimeError('cannot enter context: it is already entered');
    const outer = current;
    this.#entered = true;
    current = this;
    try {
      return callback(...args);
    } finally {
      current = outer;
      this.#entered = false;
    }
  }

  copy(): Context {
    return new Context(this.#values);
  }

  has(variable: ContextVar<unknown>): boolean {
    return this.#values.has(variable);
  }

  /** The value of `variable` in this context, or undefined. */
  get<T>(variable: ContextVar<T>): T | undefined {
    return Context.#find(this, variable)?.value;
  }

  // Two signatures, as the type of a Map cannot say that a ContextVar<T> only ever leads to a Cell<T>.
  static #find<T>(context: Context, variable: ContextVar<T>): Cell<T> | undefined;
  static #find(context: Context, variable: ContextVar<unknown>): Cell<unknown> | undefined {
    return context.#values.get(variable);
  }
}

current = new Context();

/** A copy of the current context. Source: `contextvars.copy_context`. */
export function copyContext(): Context {
  return current.copy();
}

/** What a callback takes along that is to run in a copy of the context that is current now: the copy is made when it runs. */
export function currentValues(): Values {
  return valuesOf(current);
}

/** The Context itself, or a new one with these values. */
export function contextOf(given: Context | Values): Context {
  return given instanceof Context ? given : new Context(given);
}

/** What `ContextVar.set` gives back: it undoes that set, once. Source: `contextvars.Token`. */
export class Token<T> {
  readonly variable: ContextVar<T>;
  readonly context: Context;
  readonly before: Cell<T> | undefined;
  used = false;

  constructor(variable: ContextVar<T>, context: Context, before: Cell<T> | undefined) {
    this.variable = variable;
    this.context = context;
    this.before = before;
  }
}

/** A variable with one value in each context. Source: `contextvars.ContextVar`. */
export class ContextVar<T> {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** The value in the current context, else `fallback`. Raises LookupError when there is neither. */
  get(...fallback: [] | [T]): T {
    const cell = find(current, this);
    if (cell !== undefined) return cell.value;
    if (fallback.length === 1) return fallback[0];
    throw new LookupError(`context variable ${this.name} has no value`);
  }

  /** Sets the value in the current context; the token restores what was there before. */
  set(value: T): Token<T> {
    const token = new Token(this, current, find(current, this));
    put(current, this, { value });
    return token;
  }

  /** Undoes the set that gave `token`. Raises RuntimeError when it was used, ValueError when it is of another variable or context. */
  reset(token: Token<T>): void {
    if (token.used) throw new RuntimeError('token has already been used once');
    if (token.variable !== this) throw new ValueError('token was created by a different ContextVar');
    if (token.context !== current) throw new ValueError('token was created in a different Context');
    token.used = true;
    put(current, this, token.before);
  }
}
