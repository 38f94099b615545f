/** Holds the order of gathered results, and what an error or a cancellation does to the others. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { coroutine } from '../coroutine.ts';
import { createTask } from '../ensure-future.ts';
import { CancelledError } from '../errors.ts';
import { gather } from '../gather.ts';
import { getRunningLoop } from '../loop.ts';
import { run } from '../run.ts';
import { sleep } from '../sleep.ts';

const fail = coroutine(function* fail(delay: number, message: string): Generator<unknown, never, unknown> {
  yield* sleep(delay);
  throw new Error(message);
});

const gathering = suite('gather');

gathering('results come in the order given, not in the order of their ends', () => {
  const main = coroutine(function* main() {
    return yield* gather([sleep(2, 'slow'), sleep(1, 'fast')]);
  });
  assert.equal(run(main()), ['slow', 'fast']);
});

gathering('nothing gathered gives an empty list at once', () => {
  const main = coroutine(function* main() {
    const all = gather([]);
    assert.ok(all.done());
    return yield* all;
  });
  assert.equal(run(main()), []);
});

gathering('the same awaitable given twice runs once and is told of twice', () => {
  const main = coroutine(function* main() {
    const shared = sleep(1, {});
    const [one, other] = yield* gather([shared, shared]);
    assert.is(one, other);
  });
  run(main());
});

gathering('the first error is raised at once, and the others go on', () => {
  const main = coroutine(function* main() {
    const slow = createTask(sleep(2, 'slow'));
    try {
      yield* gather([slow, fail(1, 'first'), fail(1, 'second')]);
      assert.unreachable();
    } catch (error) {
      assert.match(String(error), 'first');
    }
    assert.is(getRunningLoop().time(), 1);
    assert.is(yield* slow, 'slow');
  });
  run(main());
});

gathering('a child that was cancelled raises CancelledError, and the others go on', () => {
  const main = coroutine(function* main() {
    const [one, other] = [createTask(sleep(1)), createTask(sleep(2, 'other'))];
    const all = gather([one, other]);
    one.cancel();
    try {
      yield* all;
      assert.unreachable();
    } catch (error) {
      assert.instance(error, CancelledError);
    }
    assert.ok(all.cancelled());
    assert.is(yield* other, 'other');
  });
  run(main());
});

gathering('returnExceptions puts errors and cancellations among the results', () => {
  const main = coroutine(function* main() {
    const cancelled = createTask(sleep(9));
    cancelled.cancel();
    const [value, error, cancellation] = yield* gather([sleep(1, 'value'), fail(1, 'error'), cancelled], { returnExceptions: true });
    assert.is(value, 'value');
    assert.is(String(error), 'Error: error');
    assert.instance(cancellation, CancelledError);
  });
  run(main());
});

gathering('to cancel it cancels each child that is not done, and it follows when all are', () => {
  const main = coroutine(function* main() {
    const [one, other] = [createTask(sleep(1)), createTask(sleep(2))];
    const all = gather([one, other], { returnExceptions: true });
    yield* sleep(1);
    assert.ok(all.cancel());
    assert.not.ok(all.done());
    try {
      yield* all;
      assert.unreachable();
    } catch (error) {
      assert.instance(error, CancelledError);
    }
    assert.ok(other.cancelled());
    assert.not.ok(all.cancel());
  });
  run(main());
});

gathering('to cancel it is refused when every child is done', () => {
  const main = coroutine(function* main() {
    const child = getRunningLoop().createFuture<number>();
    const all = gather([child]);
    child.setResult(1);
    assert.not.ok(all.cancel());
    assert.equal(yield* all, [1]);
  });
  run(main());
});

gathering.run();
