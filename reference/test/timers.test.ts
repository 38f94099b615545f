/** Holds that the heap gives what is due next, whatever was added and cancelled before. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Context } from '../context.ts';
import { TimerHandle, Timers } from '../timers.ts';

const add = (heap: Timers, when: number): TimerHandle => {
  const timer = new TimerHandle(when, () => undefined, new Context(), heap);
  heap.add(timer);
  return timer;
};

function drain(heap: Timers): number[] {
  const deadlines: number[] = [];
  for (let first = heap.first; first !== undefined; first = heap.first) {
    deadlines.push(first.when);
    heap.remove(first);
  }
  return deadlines;
}

/** Numbers that look random and are the same in each run. */
function* scattered(count: number): Generator<number, void, unknown> {
  for (let n = 1; n <= count; n++) yield (n * 7919) % 1009;
}

const timers = suite('timers');

timers('no timers: none is first', () => {
  assert.is(new Timers().first, undefined);
  assert.is(new Timers().size, 0);
});

timers('a thousand timers come out in the order of their deadlines', () => {
  const heap = new Timers();
  const deadlines = [...scattered(1000)];
  for (const when of deadlines) add(heap, when);
  assert.is(heap.size, 1000);
  assert.equal(drain(heap), deadlines.sort((one, other) => one - other));
});

timers('a cancelled timer is out of the heap, from whatever place, and the others keep their order', () => {
  const heap = new Timers();
  const made = [...scattered(1000)].map((when) => add(heap, when));
  const kept = made.filter((_, index) => index % 3 !== 0);
  for (const [index, timer] of made.entries()) if (index % 3 === 0) timer.cancel();
  assert.is(heap.size, kept.length);
  assert.equal(drain(heap), kept.map(({ when }) => when).sort((one, other) => one - other));
});

timers('a timer that is out already can be cancelled and removed without effect', () => {
  const heap = new Timers();
  const out = add(heap, 1);
  add(heap, 2);
  heap.remove(out);
  heap.remove(out);
  out.cancel();
  assert.ok(out.cancelled());
  assert.equal(drain(heap), [2]);
});

timers('timers of equal deadline all come out', () => {
  const heap = new Timers();
  for (const when of [1, 1, 0, 1]) add(heap, when);
  assert.equal(drain(heap), [0, 1, 1, 1]);
});

timers.run();
