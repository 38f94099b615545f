/** Holds how long a sleep takes, and what it leaves behind. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { coroutine } from '../coroutine.ts';
import { createTask } from '../ensure-future.ts';
import { CancelledError, RuntimeError } from '../errors.ts';
import { type Future, isFuture } from '../future.ts';
import { getRunningLoop } from '../loop.ts';
import { run } from '../run.ts';
import { sleep } from '../sleep.ts';

const sleeping = suite('sleep');

sleeping('a sleep takes its seconds of the time of the loop, and gives its result', () => {
  const main = coroutine(function* main() {
    assert.is(yield* sleep(1.5, 'result'), 'result');
    assert.is(yield* sleep(1), undefined);
    return getRunningLoop().time();
  });
  assert.is(run(main()), 2.5);
});

sleeping('a sleep of 0 or less takes one cycle and no time, and gives its result', () => {
  const main = coroutine(function* main() {
    for (const delay of [0, -1]) {
      let cycles = 0;
      getRunningLoop().callSoon(() => (cycles += 1));
      assert.is(yield* sleep(delay, delay), delay);
      assert.is(cycles, 1);
    }
    assert.is(yield* sleep(0), undefined);
    return getRunningLoop().time();
  });
  assert.is(run(main()), 0);
});

sleeping('a sleep that is cancelled ends at once, and leaves no timer', () => {
  const main = coroutine(function* main() {
    for (const delay of [0, 9]) {
      const task = createTask(sleep(delay));
      yield* sleep(0);
      task.cancel();
      yield* sleep(0);
      assert.ok(task.cancelled());
    }
    assert.is(getRunningLoop().scheduled, 0);
    return getRunningLoop().time();
  });
  assert.is(run(main()), 0);
});

sleeping('a sleep that is cancelled as its time comes takes no harm', () => {
  const main = coroutine(function* main() {
    const task = createTask(sleep(1));
    yield* sleep(0);
    getRunningLoop().callAt(0.5, () => getRunningLoop().callAt(1, () => undefined));
    getRunningLoop().callAt(1, () => task.cancel());
    try {
      yield* task;
    } catch (error) {
      assert.instance(error, CancelledError);
    }
    assert.is(getRunningLoop().time(), 1);
  });
  run(main());
});

sleeping('a sleep that is over before its time, by whatever end, leaves no timer', () => {
  const main = coroutine(function* main() {
    const loop = getRunningLoop();
    const ends: ((future: Future<unknown>) => void)[] = [(future) => future.cancel(), (future) => future.setResult(1), () => undefined];
    const seen: unknown[] = [];
    for (const end of ends) {
      const nap = sleep(3600);
      const { value } = nap.send();
      assert.ok(isFuture(value));
      assert.is(loop.scheduled, 1);
      end(value);
      try {
        seen.push(nap.send().value);
      } catch (error) {
        seen.push(error instanceof CancelledError || error instanceof RuntimeError ? error.name : error);
      }
      assert.is(loop.scheduled, 0);
    }
    yield* sleep(0);
    assert.equal(seen, ['CancelledError', 1, 'RuntimeError']);
  });
  run(main());
});

sleeping.run();
