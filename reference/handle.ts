/** The only place for handles: callbacks that wait for their turn, and can be cancelled until then. */
import { type Context, type Values, contextOf } from './context.ts';

/** What a loop can queue. */
export interface Turn {
  /** Called when the turn comes; a turn that was taken away does nothing. */
  run(): void;
}

/** A callback that is called without arguments, in its context. Source: `asyncio.Handle`. */
export class Handle implements Turn {
  readonly #callback: () => void;
  readonly #context: Context | Values;
  #cancelled = false;

  constructor(callback: () => void, context: Context | Values) {
    this.#callback = callback;
    this.#context = context;
  }

  /** Takes the turn away; without effect once it has come. Source: `asyncio.Handle.cancel`. */
  cancel(): void {
    this.#cancelled = true;
  }

  /** Source: `asyncio.Handle.cancelled`. */
  cancelled(): boolean {
    return this.#cancelled;
  }

  run(): void {
    if (!this.#cancelled) contextOf(this.#context).run(this.#callback);
  }
}
