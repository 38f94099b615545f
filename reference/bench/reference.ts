/** The workloads on our reference. Usage: reference.ts <workload> <size>; prints the milliseconds of CPU that it took. */
import { CancelledError, type Future, type Task, coroutine, createTask, getRunningLoop, run, sleep } from '../index.ts';
import { measure } from './measure.ts';

const value = coroutine(function* value(n: number) {
  return n;
});

const spawn = coroutine(function* spawn(size: number) {
  const tasks: Task<number>[] = [];
  for (let n = 0; n < size; n++) tasks.push(createTask(value(n)));
  for (const task of tasks) yield* task;
});

const yielder = coroutine(function* yielder() {
  for (let n = 0; n < 100; n++) yield* sleep(0);
});

const yielding = coroutine(function* yielding(size: number) {
  const tasks: Task<void>[] = [];
  for (let n = 0; n < size / 100; n++) tasks.push(createTask(yielder()));
  for (const task of tasks) yield* task;
});

const link = coroutine(function* link(next: Future<number>) {
  return yield* next;
});

const chains = coroutine(function* chains(size: number) {
  for (let chain = 0; chain < size / 1000; chain++) {
    const end = getRunningLoop().createFuture<number>();
    let head: Future<number> = end;
    for (let n = 0; n < 1000; n++) head = createTask(link(head));
    yield* sleep(0);
    end.setResult(1);
    yield* head;
  }
});

const sleeper = coroutine(function* sleeper() {
  yield* sleep(3600);
});

const cancelling = coroutine(function* cancelling(size: number) {
  const tasks: Task<void>[] = [];
  for (let n = 0; n < size; n++) tasks.push(createTask(sleeper()));
  yield* sleep(1);
  for (const task of tasks) task.cancel();
  for (const task of tasks) {
    try {
      yield* task;
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
    }
  }
});

const callbacks = coroutine(function* callbacks(size: number) {
  const task = createTask(value(1));
  let called = 0;
  const count = (): void => {
    called += 1;
  };
  for (let n = 0; n < size; n++) task.addDoneCallback(count);
  yield* sleep(1);
  if (called !== size) throw new Error(`${called} of ${size} callbacks were called`);
});

measure({
  spawn: (size) => run(spawn(size)),
  yield: (size) => run(yielding(size)),
  chain: (size) => run(chains(size)),
  cancel: (size) => run(cancelling(size)),
  callback: (size) => run(callbacks(size)),
});
