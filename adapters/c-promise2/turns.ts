// The only place for the queue that a JavaScript library runs on: its own promises, timers on a clock that jumps.

import { createContext, Script, type Context } from 'node:vm';

interface Timer {
  readonly due: number;
  readonly id: number;
  readonly run: () => void;
}

/** In a context of its own a library's microtasks run when a script there has ended; so nobody has to wait for them. */
const drain = new Script('0');

export class Turns {
  readonly context: Context;
  /** Milliseconds. */
  #now = 0;
  #lastId = 0;
  #timers: Timer[] = [];

  constructor() {
    const setTimeout = (run: () => void, delay = 0): number => this.#add(run, delay);
    const clearTimeout = (id: unknown): void => void (this.#timers = this.#timers.filter((timer) => timer.id !== id));
    this.context = createContext({
      // One Error for both sides, so that what is thrown there is known here.
      Error, TypeError, console, setTimeout, clearTimeout,
      setImmediate: (run: () => void) => setTimeout(run),
      setInterval: () => 0, // c-promise2 counts progress with it, which nothing here asks for
      clearInterval: () => undefined,
    }, { microtaskMode: 'afterEvaluate' });
  }

  /** Seconds. */
  get time(): number {
    return this.#now / 1000;
  }

  /** Forgets all timers, and begins at 0. */
  reset(): void {
    this.#timers = [];
    this.settle();
    this.#timers = [];
    this.#now = 0;
  }

  /** Runs microtasks until there is none. */
  settle(): void {
    drain.runInContext(this.context);
  }

  /** Runs what is due, each with the microtasks that follow from it; what becomes due meanwhile has the next turn. */
  turn(): void {
    const due = this.#timers.filter((timer) => timer.due <= this.#now);
    for (const timer of due) {
      if (!this.#timers.includes(timer)) continue; // cleared since
      this.#timers.splice(this.#timers.indexOf(timer), 1);
      timer.run();
      this.settle();
    }
  }

  get isReady(): boolean {
    return this.#timers.some(({ due }) => due <= this.#now);
  }

  /** Moves the clock to the next timer; false where there is none. */
  jump(): boolean {
    if (this.#timers.length === 0) return false;
    this.#now = Math.max(this.#now, Math.min(...this.#timers.map(({ due }) => due)));
    return true;
  }

  #add(run: () => void, delay: number): number {
    this.#lastId += 1;
    this.#timers.push({ due: this.#now + Math.max(0, delay), id: this.#lastId, run });
    return this.#lastId;
  }
}
