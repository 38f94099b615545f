// The only place that measures how long a child has been at one thing.

/** Watches one thing after the other. Setting a timer for each would cost more than most things take: one that rings too early is set again. */
export class Watchdog<Watched> {
  readonly #timeUp: (watched: Watched) => void;
  #watched: { readonly it: Watched; readonly until: number } | null = null;
  #timer: { readonly handle: NodeJS.Timeout; readonly rings: number } | null = null;

  /** `timeUp` hears what was watched for as long as it may take. */
  constructor(timeUp: (watched: Watched) => void) {
    this.#timeUp = timeUp;
  }

  /** Watches this, from now on and in place of what was watched. */
  watch(it: Watched, milliseconds: number): void {
    const until = performance.now() + milliseconds;
    this.#watched = { it, until };
    if (this.#timer === null || this.#timer.rings > until) this.#set(until, milliseconds);
  }

  /** Watches nothing; it keeps no process alive. */
  rest(): void {
    this.#watched = null;
    if (this.#timer !== null) clearTimeout(this.#timer.handle);
    this.#timer = null;
  }

  #set(rings: number, milliseconds: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer.handle);
    this.#timer = { handle: setTimeout(() => this.#ring(), milliseconds), rings };
  }

  #ring(): void {
    this.#timer = null;
    if (this.#watched === null) return;
    const { it, until } = this.#watched;
    const left = until - performance.now();
    if (left > 0) return this.#set(until, Math.ceil(left));
    this.#watched = null;
    this.#timeUp(it);
  }
}
