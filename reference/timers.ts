/** The only place for timers: which callback is due next. */
import type { Context, Values } from './context.ts';
import { Handle } from './handle.ts';

const OUTSIDE = -1;

/** A callback that becomes ready when its loop's clock reads `when` (seconds). Source: `asyncio.TimerHandle`. */
export class TimerHandle extends Handle {
  readonly when: number;
  readonly #timers: Timers;
  /** Its index in the heap of its Timers, which keep it; OUTSIDE when not there. */
  place = OUTSIDE;

  constructor(when: number, callback: () => void, context: Context | Values, timers: Timers) {
    super(callback, context);
    this.when = when;
    this.#timers = timers;
  }

  /** Takes the turn away, and the timer out of its Timers: so that no time passes for it. */
  override cancel(): void {
    super.cancel();
    this.#timers.remove(this);
  }
}

/**
 * The timers of a loop: a binary heap, where none is due before its parent, at (place - 1) >> 1.
 * Equal deadlines come out in no promised order, as in CPython.
 */
export class Timers {
  readonly #heap: TimerHandle[] = [];

  get size(): number {
    return this.#heap.length;
  }

  /** The timer that is due next. */
  get first(): TimerHandle | undefined {
    return this.#heap[0];
  }

  add(timer: TimerHandle): void {
    this.#rise(timer, this.#heap.length);
  }

  /** Takes `timer` out, or does nothing when it is not here. */
  remove(timer: TimerHandle): void {
    if (timer.place === OUTSIDE) return;
    const gap = timer.place;
    timer.place = OUTSIDE;
    const last = this.#heap.pop();
    if (last !== undefined && last !== timer) this.#rise(last, this.#sink(last, gap));
  }

  /** Puts `timer` at `place` or, while its parent is due later, there, with the parent moved down. */
  #rise(timer: TimerHandle, place: number): void {
    for (;;) {
      const above = (place - 1) >> 1;
      const parent = this.#heap[above];
      if (place === 0 || parent === undefined || parent.when <= timer.when) break;
      this.#put(parent, place);
      place = above;
    }
    this.#put(timer, place);
  }

  /** Moves children that are due before `timer` up from `place` on; gives the place that is left for it. */
  #sink(timer: TimerHandle, place: number): number {
    for (;;) {
      const left = this.#heap[2 * place + 1];
      const right = this.#heap[2 * place + 2];
      const child = right !== undefined && left !== undefined && right.when < left.when ? right : left;
      if (child === undefined || child.when >= timer.when) return place;
      const below = child.place;
      this.#put(child, place);
      place = below;
    }
  }

  #put(timer: TimerHandle, place: number): void {
    this.#heap[place] = timer;
    timer.place = place;
  }
}
