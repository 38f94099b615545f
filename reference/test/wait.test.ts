/** Holds which end ends a wait, and that it touches nobody. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { coroutine } from '../coroutine.ts';
import { createTask } from '../ensure-future.ts';
import { CancelledError, ValueError } from '../errors.ts';
import { getRunningLoop } from '../loop.ts';
import { run } from '../run.ts';
import { sleep } from '../sleep.ts';
import { wait } from '../wait.ts';

const fail = coroutine(function* fail(delay: number): Generator<unknown, undefined, unknown> {
  yield* sleep(delay);
  throw new Error('failed');
});

const waiting = suite('wait');

waiting('by default it waits for all, and raises none of their errors', () => {
  const main = coroutine(function* main() {
    const tasks = [createTask(sleep(2)), createTask(fail(1))];
    const [done, pending] = yield* wait(tasks);
    assert.equal([...done], tasks);
    assert.is(pending.size, 0);
    return getRunningLoop().time();
  });
  assert.is(run(main()), 2);
});

waiting('FIRST_COMPLETED ends with the first one, and cancels none of the others', () => {
  const main = coroutine(function* main() {
    const [slow, fast] = [createTask(sleep(2)), createTask(sleep(1))];
    const [done, pending] = yield* wait([slow, fast], { returnWhen: 'FIRST_COMPLETED' });
    assert.equal([...done], [fast]);
    assert.equal([...pending], [slow]);
    assert.is(getRunningLoop().time(), 1);
    yield* slow;
  });
  run(main());
});

waiting('FIRST_EXCEPTION ends with the first error, and values and cancellations count for nothing', () => {
  const main = coroutine(function* main() {
    const tasks = [createTask(sleep(1)), createTask(sleep(9)), createTask(fail(2)), createTask(sleep(3))] as const;
    tasks[1].cancel();
    const [done, pending] = yield* wait(tasks, { returnWhen: 'FIRST_EXCEPTION' });
    assert.equal([...done], tasks.slice(0, 3));
    assert.equal([...pending], tasks.slice(3));
    return getRunningLoop().time();
  });
  assert.is(run(main()), 2);
});

waiting('FIRST_EXCEPTION without any error ends when all are done', () => {
  const main = coroutine(function* main() {
    const [done] = yield* wait([sleep(1), sleep(2)], { returnWhen: 'FIRST_EXCEPTION' });
    assert.is(done.size, 2);
    return getRunningLoop().time();
  });
  assert.is(run(main()), 2);
});

waiting('the end of the time ends it, and tells who is pending', () => {
  const main = coroutine(function* main() {
    const [slow, fast] = [createTask(sleep(9)), createTask(sleep(1))];
    const [done, pending] = yield* wait([slow, fast], { timeout: 3 });
    assert.equal([[...done], [...pending]], [[fast], [slow]]);
    return getRunningLoop().time();
  });
  assert.is(run(main()), 3);
});

waiting('an end and the end of the time in one cycle end it once', () => {
  const main = coroutine(function* main() {
    const future = getRunningLoop().createFuture<number>();
    getRunningLoop().callAt(1, () => future.setResult(1));
    yield* wait([future], { timeout: 1 });
    yield* sleep(0);
    assert.is(getRunningLoop().scheduled, 0);
  });
  run(main());
});

waiting('a wait that is cancelled cancels none of what it waits for, and leaves no timer', () => {
  const main = coroutine(function* main() {
    const future = getRunningLoop().createFuture<number>();
    const task = createTask(wait([future], { timeout: 9 }));
    yield* sleep(0);
    task.cancel();
    try {
      yield* task;
    } catch (error) {
      assert.instance(error, CancelledError);
    }
    assert.not.ok(future.done());
    assert.is(getRunningLoop().scheduled, 0);
  });
  run(main());
});

waiting('nothing to wait for raises ValueError', () => {
  assert.throws(() => run(wait([])), (error: unknown) => error instanceof ValueError);
});

waiting.run();
