/** The workloads on the fibers of npm's effect. Usage: effect.ts <workload> <size>. */
import { Deferred, Effect, Fiber } from 'effect';
import { measure } from './measure.ts';

const spawn = (size: number) =>
  Effect.gen(function* () {
    const fibers: Fiber.Fiber<number>[] = [];
    for (let n = 0; n < size; n++) fibers.push(yield* Effect.forkChild(Effect.succeed(n)));
    for (const fiber of fibers) yield* Fiber.join(fiber);
  });

const yielder = Effect.gen(function* () {
  for (let n = 0; n < 100; n++) yield* Effect.yieldNow;
});

const yielding = (size: number) =>
  Effect.gen(function* () {
    const fibers: Fiber.Fiber<void>[] = [];
    for (let n = 0; n < size / 100; n++) fibers.push(yield* Effect.forkChild(yielder));
    for (const fiber of fibers) yield* Fiber.join(fiber);
  });

const chains = (size: number) =>
  Effect.gen(function* () {
    for (let chain = 0; chain < size / 1000; chain++) {
      const end = yield* Deferred.make<number>();
      let head = yield* Effect.forkChild(Deferred.await(end));
      for (let n = 1; n < 1000; n++) head = yield* Effect.forkChild(Fiber.join(head));
      yield* Effect.yieldNow;
      yield* Deferred.succeed(end, 1);
      yield* Fiber.join(head);
    }
  });

const cancelling = (size: number) =>
  Effect.gen(function* () {
    const fibers: Fiber.Fiber<void>[] = [];
    for (let n = 0; n < size; n++) fibers.push(yield* Effect.forkChild(Effect.sleep('1 hour')));
    yield* Effect.sleep('1 millis');
    yield* Fiber.interruptAll(fibers);
  });

const callbacks = (size: number) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.succeed(1));
    let called = 0;
    for (let n = 0; n < size; n++) fiber.addObserver(() => (called += 1));
    while (called < size) yield* Effect.sleep('1 millis');
  });

await measure({
  spawn: (size) => Effect.runPromise(spawn(size)),
  yield: (size) => Effect.runPromise(yielding(size)),
  chain: (size) => Effect.runPromise(chains(size)),
  cancel: (size) => Effect.runPromise(cancelling(size)),
  callback: (size) => Effect.runPromise(callbacks(size)),
});
