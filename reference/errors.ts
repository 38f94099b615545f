/** The only place for the errors that the reference raises by itself. */

/**
 * Base of what `catch (error) { if (error instanceof Error) … }` lets pass, as `except Exception` does in Python 3.8 and later.
 * It captures no stack: a program that cancels a hundred thousand tasks makes as many of these.
 */
export class BaseException {
  readonly message: string;

  constructor(message = '') {
    this.message = message;
  }

  get name(): string {
    return this.constructor.name;
  }

  toString(): string {
    return this.message === '' ? this.name : `${this.name}: ${this.message}`;
  }
}

/** Thrown into a coroutine whose Task was asked to cancel. Source: `asyncio.CancelledError`. */
export class CancelledError extends BaseException {}

/** A wish to end the program: stored in its Task, and thrown out of the loop's run as well. Source: `SystemExit`. */
export class SystemExit extends BaseException {}

/** The user's wish to end the program, treated as SystemExit is. Source: `KeyboardInterrupt`. */
export class KeyboardInterrupt extends BaseException {}

/** Whether this error is one that leaves the run of the loop. Every other error is only stored, or reported. */
export function endsTheRun(error: unknown): boolean {
  return error instanceof SystemExit || error instanceof KeyboardInterrupt;
}

/** Base of the ordinary errors below: named after their class. */
class NamedError extends Error {
  override get name(): string {
    return this.constructor.name;
  }
}

/** The operation is not allowed in this state of a Future. Source: `asyncio.InvalidStateError`. */
export class InvalidStateError extends NamedError {}

/** The operation makes no sense here and now. Source: `RuntimeError`. */
export class RuntimeError extends NamedError {}

/** An argument has the right type and a value that cannot be used. Source: `ValueError`. */
export class ValueError extends NamedError {}

/** A context variable has no value. Source: `LookupError`. */
export class LookupError extends NamedError {}

/** The time allowed is over. Source: `asyncio.TimeoutError`. */
export class TimeoutError extends NamedError {}

/** The loop has nothing ready and no timer, so waiting longer is in vain; CPython would wait for ever. */
export class StuckError extends NamedError {}
