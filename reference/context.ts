/** The only place for context variables: values that follow a Task instead of a scope. */
import { LookupError, RuntimeError, ValueError } from './errors.ts';

interface Cell<T> {
  readonly value: T;
}

const NO_CELLS: ReadonlyMap<ContextVar<unknown>, Cell<unknown>> = new Map();

let current: Context;
let put: <T>(context: Context, variable: ContextVar<T>, cell: Cell<T> | undefined) => void;
let find: <T>(context: Context, variable: ContextVar<T>) => Cell<T> | undefined;

/**
 * A mapping of context variables to values. Source: `contextvars.Context`.
 * Its map is never changed, only replaced: so copies share one until a variable is set, and a copy costs one small object.
 */
export class Context {
  #cells = NO_CELLS;
  #entered = false;

  static {
    // For ContextVar alone: from outside, a Context can only be read.
    put = (context, variable, cell) => {
      const cells = new Map(context.#cells);
      if (cell === undefined) cells.delete(variable);
      else cells.set(variable, cell);
      context.#cells = cells;
    };
    find = (context, variable) => Context.#find(context, variable);
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
    const copy = new Context();
    copy.#cells = this.#cells;
    return copy;
  }

  has(variable: ContextVar<unknown>): boolean {
    return this.#cells.has(variable);
  }

  /** The value of `variable` in this context, or undefined. */
  get<T>(variable: ContextVar<T>): T | undefined {
    return Context.#find(this, variable)?.value;
  }

  // Two signatures, as the type of a Map cannot say that a ContextVar<T> only ever leads to a Cell<T>.
  static #find<T>(context: Context, variable: ContextVar<T>): Cell<T> | undefined;
  static #find(context: Context, variable: ContextVar<unknown>): Cell<unknown> | undefined {
    return context.#cells.get(variable);
  }
}

current = new Context();

/** A copy of the current context. Source: `contextvars.copy_context`. */
export function copyContext(): Context {
  return current.copy();
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
