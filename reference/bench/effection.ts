/** The workloads on npm's effection, which runs generators as well. Usage: effection.ts <workload> <size>. */
import { type Operation, type Task, run, sleep, spawn, withResolvers } from 'effection';
import { measure } from './measure.ts';

const value = (n: number) =>
  function* (): Operation<number> {
    return n;
  };

function* spawning(size: number): Operation<void> {
  const tasks: Task<number>[] = [];
  for (let n = 0; n < size; n++) tasks.push(yield* spawn(value(n)));
  for (const task of tasks) yield* task;
}

function* yielder(): Operation<void> {
  for (let n = 0; n < 100; n++) yield* sleep(0);
}

function* yielding(size: number): Operation<void> {
  const tasks: Task<void>[] = [];
  for (let n = 0; n < size / 100; n++) tasks.push(yield* spawn(yielder));
  for (const task of tasks) yield* task;
}

const link = (next: Operation<number>) =>
  function* (): Operation<number> {
    return yield* next;
  };

function* chains(size: number): Operation<void> {
  for (let chain = 0; chain < size / 1000; chain++) {
    const end = withResolvers<number>();
    let head: Operation<number> = end.operation;
    for (let n = 0; n < 1000; n++) head = yield* spawn(link(head));
    yield* sleep(0);
    end.resolve(1);
    yield* head;
  }
}

function* sleeper(): Operation<void> {
  yield* sleep(3_600_000);
}

function* cancelling(size: number): Operation<void> {
  const tasks: Task<void>[] = [];
  for (let n = 0; n < size; n++) tasks.push(yield* spawn(sleeper));
  yield* sleep(1);
  for (const task of tasks) yield* task.halt();
}

function* callbacks(size: number): Operation<void> {
  const task = yield* spawn(value(1));
  let called = 0;
  for (let n = 0; n < size; n++) void task.then(() => (called += 1));
  while (called < size) yield* sleep(1);
}

await measure({
  spawn: (size) => run(() => spawning(size)),
  yield: (size) => run(() => yielding(size)),
  chain: (size) => run(() => chains(size)),
  cancel: (size) => run(() => cancelling(size)),
  callback: (size) => run(() => callbacks(size)),
});
