// The only place that measures how long a child has been at one thing: real time, but none in which we could not listen.

/**
 * A turn of our own event loop counts for at most so small a part of the time: where it took longer, the machine was asleep
 * or busy, or we were. So what was said meanwhile is heard before the time is over.
 */
const fewestTurns = 4;

/** Watches one thing after the other. Setting a timer for each would cost more than most things take: one that rings too early is set again. */
export class Watchdog<Watched> {
  readonly #timeUp: (watched: Watched) => void;
  #watched: { readonly it: Watched; readonly turn: number; left: number; since: number } | null = null;
  #timer: { readonly handle: NodeJS.Timeout; readonly rings: number } | null = null;

  /** `timeUp` hears what was watched for as long as it may take. */
  constructor(timeUp: (watched: Watched) => void) {
    this.#timeUp = timeUp;
  }

  /** Watches this, from now on and in place of what was watched. */
  watch(it: Watched, milliseconds: number): void {
    const now = performance.now();
    const turn = milliseconds / fewestTurns;
    this.#watched = { it, turn, left: milliseconds, since: now };
    if (this.#timer === null || this.#timer.rings > now + turn) this.#set(turn);
  }

  /** Watches nothing; it keeps no process alive. */
  rest(): void {
    this.#watched = null;
    if (this.#timer !== null) clearTimeout(this.#timer.handle);
    this.#timer = null;
  }

  #set(milliseconds: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer.handle);
    const rings = performance.now() + milliseconds;
    this.#timer = { handle: setTimeout(() => this.#ring(), Math.ceil(milliseconds)), rings };
  }

  #ring(): void {
    this.#timer = null;
    const watched = this.#watched;
    if (watched === null) return;
    const now = performance.now();
    watched.left -= Math.min(now - watched.since, watched.turn);
    watched.since = now;
    if (watched.left > 0) return this.#set(Math.min(watched.left, watched.turn));
    // Timers ring before pipes are read: what came in the last turn is heard first.
    setImmediate(() => setImmediate(() => {
      if (this.#watched !== watched) return;
      this.#watched = null;
      this.#timeUp(watched.it);
    }));
  }
}
