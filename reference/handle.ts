/** The only place for handles: callbacks that wait for their turn, and can be cancelled until then. */
import type { Context } from './context.ts';

/** A callback queued in a loop. Source: `asyncio.Handle`. */
export class Handle {
  readonly callback: () => void;
  readonly context: Context;
  #cancelled = false;

  constructor(callback: () => void, context: Context) {
    this.callback = callback;
    this.context = context;
  }

  /** Takes the turn away; without effect once it has run. Source: `asyncio.Handle.cancel`. */
  cancel(): void {
    this.#cancelled = true;
  }

  /** Source: `asyncio.Handle.cancelled`. */
  cancelled(): boolean {
    return this.#cancelled;
  }
}
