/** Holds how a Task steps, what resumes it, what cancels it, and what it shows of itself. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ContextVar } from '../context.ts';
import { type Coroutine, coroutine } from '../coroutine.ts';
import { CancelledError, RuntimeError, SystemExit } from '../errors.ts';
import type { Future } from '../future.ts';
import { newEventLoop, setEventLoop } from '../loop.ts';
import '../run.ts';
import { sleep } from '../sleep.ts';
import { Task } from '../task.ts';

const nothing = coroutine(function* nothing() {});

const read = coroutine(function* read<T>(future: Future<T>) {
  return yield* future;
});

const fail = coroutine(function* fail(error: unknown) {
  throw error;
});

/** What `task` raises when its loop runs until it is done. */
function raisedBy(task: Task<unknown>): unknown {
  try {
    task.getLoop().runUntilComplete(task);
  } catch (error) {
    return error;
  }
  return assert.unreachable(`${task} raised nothing`);
}

/** A file that keeps what is written. */
class Page {
  text = '';

  write(text: string): void {
    this.text += text;
  }
}

const stepping = suite('task: steps');

stepping('a new Task has not begun: its first step comes in the next cycle', () => {
  const loop = newEventLoop();
  let begun = false;
  const begin = coroutine(function* begin() {
    begun = true;
    return 1;
  });
  const task = loop.createTask(begin());
  assert.not.ok(begun);
  assert.not.ok(task.done());
  loop.runOnce();
  assert.ok(begun);
  assert.is(task.result(), 1);
});

stepping('a Task belongs to the loop given, else to the current one', () => {
  const loop = newEventLoop();
  assert.is(new Task(nothing(), { loop }).getLoop(), loop);
  setEventLoop(loop);
  assert.is(new Task(nothing()).getLoop(), loop);
  setEventLoop(null);
});

stepping('what is no coroutine raises TypeError, and leaves no Task', () => {
  const loop = newEventLoop();
  const attempt = (): unknown => Reflect.construct(Task, [nothing, { loop }]);
  assert.throws(attempt, (error: unknown) => error instanceof TypeError);
  assert.is(Task.allTasks(loop).size, 0);
});

stepping('a Task is resumed with the value of the Future that it awaits, a cycle after that is done', () => {
  const loop = newEventLoop();
  const future = loop.createFuture<string>();
  const task = loop.createTask(read(future));
  loop.runOnce();
  future.setResult('value');
  assert.not.ok(task.done());
  loop.runOnce();
  assert.is(task.result(), 'value');
});

stepping('a Task is resumed with the error of the Future that it awaits', () => {
  const loop = newEventLoop();
  const future = loop.createFuture<string>();
  const task = loop.createTask(read(future));
  const error = new Error('of the Future');
  loop.callSoon(() => future.setException(error));
  assert.is(raisedBy(task), error);
});

stepping('a bare yield waits for one cycle', () => {
  const loop = newEventLoop();
  const task = loop.createTask(sleep(0, 1));
  loop.runOnce();
  assert.not.ok(task.done());
  loop.runOnce();
  assert.is(task.result(), 1);
});

stepping('a Task that yields what it may not is told so, and can recover', () => {
  const loop = newEventLoop();
  const elsewhere = newEventLoop().createFuture<number>();
  const messages: string[] = [];
  const wrong = coroutine(function* wrong(): Generator<unknown, string, unknown> {
    for (const yielded of [5, task, elsewhere]) {
      try {
        yield yielded;
      } catch (error) {
        messages.push(String(error));
      }
    }
    return 'recovered';
  });
  const task: Task<string> = loop.createTask(wrong());
  assert.is(loop.runUntilComplete(task), 'recovered');
  assert.equal(messages, [
    'RuntimeError: Task got bad yield: 5',
    'RuntimeError: Task cannot await on itself: <Task pending coro=wrong>',
    'RuntimeError: <Task pending coro=wrong> got a Future attached to a different loop',
  ]);
});

stepping('a Task keeps the context that was current when it was made', () => {
  const loop = newEventLoop();
  const variable = new ContextVar<string>('variable');
  const change = coroutine(function* change() {
    const before = variable.get('none');
    variable.set('of the Task');
    yield* sleep(1);
    return [before, variable.get()];
  });
  const main = coroutine(function* main() {
    variable.set('of main');
    const task = loop.createTask(change());
    variable.set('later');
    const seen = yield* task;
    return [...seen, variable.get()];
  });
  assert.equal(loop.runUntilComplete(main()), ['of main', 'of the Task', 'later']);
});

stepping('an error becomes the outcome, and SystemExit also leaves the run', () => {
  const loop = newEventLoop();
  const [error, exit] = [new Error('stored'), new SystemExit('now')];
  const failed = loop.createTask(fail(error));
  const left = loop.createTask(fail(exit));
  assert.throws(() => loop.runOnce(), (raised: unknown) => raised === exit);
  assert.is(failed.exception(), error);
  assert.is(left.exception(), exit);
});

stepping('setResult and setException raise RuntimeError, pending and done', () => {
  const loop = newEventLoop();
  const task = loop.createTask(nothing());
  const refused = (): void => {
    assert.throws(() => task.setResult(undefined), (error: unknown) => error instanceof RuntimeError);
    assert.throws(() => task.setException(new Error('no')), (error: unknown) => error instanceof RuntimeError);
  };
  refused();
  loop.runOnce();
  refused();
});

stepping('allTasks and currentTask tell of the loop given, else of the current one', () => {
  const loop = newEventLoop();
  const seen: unknown[] = [];
  const look = coroutine(function* look() {
    seen.push(Task.currentTask(), Task.currentTask(loop), Task.currentTask(newEventLoop()));
  });
  const task = loop.createTask(look());
  loop.runUntilComplete(task);
  assert.equal(seen, [task, task, null]);
  setEventLoop(loop);
  assert.is(Task.currentTask(), null);
  assert.ok(Task.allTasks().has(task));
  setEventLoop(null);
});

stepping.run();

const cancelling = suite('task: cancel');

cancelling('a request is thrown into the coroutine in the next cycle, and the Future that it awaits is cancelled', () => {
  const loop = newEventLoop();
  const future = loop.createFuture<number>();
  const task = loop.createTask(read(future));
  loop.runOnce();
  assert.ok(task.cancel());
  assert.ok(future.cancelled());
  assert.not.ok(task.cancelled());
  loop.runOnce();
  assert.ok(task.cancelled());
});

cancelling('a Task that is cancelled before its first step never enters its body', () => {
  const loop = newEventLoop();
  let entered = false;
  const enter = coroutine(function* enter() {
    entered = true;
  });
  const task = loop.createTask(enter());
  task.cancel();
  assert.instance(raisedBy(task), CancelledError);
  assert.not.ok(entered);
});

cancelling('requests until the throw are one, and each is told that it was heard', () => {
  const loop = newEventLoop();
  let thrown = 0;
  const count = coroutine(function* count() {
    for (let awaits = 0; awaits < 3; awaits++) {
      try {
        yield* sleep(1);
      } catch {
        thrown += 1;
      }
    }
  });
  const task = loop.createTask(count());
  loop.runOnce();
  assert.equal([task.cancel(), task.cancel()], [true, true]);
  loop.runUntilComplete(task);
  assert.is(thrown, 1);
  assert.not.ok(task.cancel());
});

cancelling('a coroutine may refuse: its value is the outcome, and the Task is not cancelled', () => {
  const loop = newEventLoop();
  const refuse = coroutine(function* refuse() {
    try {
      yield* sleep(9);
    } catch {
      return 'refused';
    }
    return 'slept';
  });
  const task = loop.createTask(refuse());
  loop.runOnce();
  task.cancel();
  assert.is(loop.runUntilComplete(task), 'refused');
  assert.not.ok(task.cancelled());
});

cancelling('any CancelledError that leaves the coroutine makes the Task cancelled', () => {
  const task = newEventLoop().createTask(fail(new CancelledError('by itself')));
  assert.instance(raisedBy(task), CancelledError);
  assert.ok(task.cancelled());
});

cancelling('a request comes also when the Future that is awaited was done in the same cycle', () => {
  const loop = newEventLoop();
  const future = loop.createFuture<number>();
  const task = loop.createTask(read(future));
  loop.runOnce();
  future.setResult(1);
  task.cancel();
  loop.runOnce();
  assert.ok(task.cancelled());
});

cancelling('a request comes in the next cycle also when the awaited Task refuses it', () => {
  const loop = newEventLoop();
  const refuse = coroutine(function* refuse() {
    try {
      yield* sleep(9);
    } catch {
      yield* sleep(5);
    }
    return 'refused';
  });
  const inner = loop.createTask(refuse());
  const outer = loop.createTask(read(inner));
  loop.runOnce();
  outer.cancel();
  loop.runOnce();
  assert.ok(outer.cancelled());
  assert.is(loop.runUntilComplete(inner), 'refused');
  assert.is(loop.time(), 5);
});

cancelling('a Task that cancels itself is thrown into at its next await, which is cancelled', () => {
  const loop = newEventLoop();
  const future = loop.createFuture<number>();
  const itself = coroutine(function* itself(): Generator<unknown, string, unknown> {
    task.cancel();
    try {
      yield* future;
    } catch (error) {
      return String(error);
    }
    return 'went on';
  });
  const task: Task<string> = loop.createTask(itself());
  assert.is(loop.runUntilComplete(task), 'CancelledError');
  assert.ok(future.cancelled());
});

cancelling('a Task that cancels itself and yields bare, or what it may not, is thrown into as well', () => {
  for (const yielded of [undefined, 5]) {
    const loop = newEventLoop();
    const itself = coroutine(function* itself(): Generator<unknown, void, unknown> {
      task.cancel();
      yield yielded;
    });
    const task: Task<void> = loop.createTask(itself());
    assert.instance(raisedBy(task), CancelledError);
    assert.is(loop.ready, 0);
  }
});

cancelling('a Task that cancels itself and returns, or fails, keeps that outcome', () => {
  const loop = newEventLoop();
  const end = coroutine(function* end(raise: boolean): Generator<never, string, unknown> {
    for (const task of Task.allTasks(loop)) task.cancel();
    if (raise) throw new Error('failed');
    return 'value';
  });
  const returning = loop.createTask(end(false));
  assert.is(loop.runUntilComplete(returning), 'value');
  const failing = loop.createTask(end(true));
  assert.match(String(raisedBy(failing)), 'failed');
  assert.not.ok(failing.cancelled());
});

cancelling('of a chain of Tasks each is cancelled, and the innermost is told first', () => {
  const loop = newEventLoop();
  const seen: string[] = [];
  const link = coroutine(function* link(name: string, next: Future<number>) {
    try {
      return yield* next;
    } finally {
      seen.push(name);
    }
  });
  const end = loop.createFuture<number>();
  const inner = loop.createTask(link('inner', end));
  const outer = loop.createTask(link('outer', inner));
  loop.runOnce();
  outer.cancel();
  loop.runOnce();
  assert.equal(seen, ['inner', 'outer']);
  assert.ok(inner.cancelled() && outer.cancelled() && end.cancelled());
});

cancelling('what was awaited before the throw resumes nothing later', () => {
  const loop = newEventLoop();
  const [stale, fresh] = [loop.createFuture<string>(), loop.createFuture<string>()];
  const move = coroutine(function* move() {
    try {
      return yield* stale;
    } catch {
      return yield* fresh;
    }
  });
  const task = loop.createTask(move());
  loop.runOnce();
  stale.setResult('stale');
  task.cancel();
  loop.runOnce();
  loop.callSoon(() => undefined);
  loop.runOnce();
  assert.not.ok(task.done());
  fresh.setResult('fresh');
  assert.is(loop.runUntilComplete(task), 'fresh');
});

cancelling.run();

const showing = suite('task: stack');
const stackOf = (task: Task<unknown>, limit?: number): string[] =>
  task.getStack(limit === undefined ? {} : { limit }).map(({ name }) => name);

/** A Task that failed two coroutines deep. */
function failed(): Task<unknown> {
  const outer = coroutine(function* outer(): Generator<unknown, unknown, unknown> {
    return yield* fail(new RangeError('too far'));
  });
  const task = newEventLoop().createTask(outer());
  raisedBy(task);
  return task;
}

showing('a Task that is not done has one frame, its coroutine', () => {
  const loop = newEventLoop();
  const called: Coroutine<unknown> = sleep(1);
  const task = loop.createTask(called);
  assert.equal(stackOf(task), ['sleep']);
  assert.is(task.getStack()[0]?.coroutine, called);
  loop.runOnce();
  assert.equal(stackOf(task), ['sleep']);
  assert.equal(stackOf(task, 0), []);
});

showing('a Task that returned or was cancelled has no frames', () => {
  const loop = newEventLoop();
  const [returned, cancelled] = [loop.createTask(nothing()), loop.createTask(nothing())];
  cancelled.cancel();
  loop.runOnce();
  assert.equal([...stackOf(returned), ...stackOf(cancelled)], []);
});

showing('a Task that failed has the frames of its traceback, the outermost first, and a limit keeps those', () => {
  assert.equal(stackOf(failed()), ['outer', 'fail']);
  assert.equal(stackOf(failed(), 1), ['outer']);
});

showing('the frames of a Task stay the same after its result was read', () => {
  const task = failed();
  const reader = newEventLoop();
  const elsewhere = coroutine(function* elsewhere() {
    yield* task;
  });
  assert.instance(raisedBy(reader.createTask(elsewhere())), RangeError);
  assert.equal(stackOf(task), ['outer', 'fail']);
});

showing('printStack writes the stack, or the traceback and the error, to the file given', () => {
  const [pending, done] = [new Page(), new Page()];
  newEventLoop().createTask(sleep(1)).printStack({ file: pending });
  failed().printStack({ file: done, limit: 1 });
  assert.is(pending.text, 'Stack for <Task pending coro=sleep> (most recent call last):\n  in sleep\n');
  assert.is(done.text, 'Traceback for <Task finished coro=outer> (most recent call last):\n  in outer\nRangeError: too far\n');
});

showing('printStack without a file writes to standard error, and nothing anywhere else', () => {
  const page = new Page();
  const { write } = process.stderr;
  process.stderr.write = (text: string | Uint8Array): boolean => (page.write(String(text)), true);
  try {
    newEventLoop().createTask(nothing()).printStack();
  } finally {
    process.stderr.write = write;
  }
  assert.is(page.text, 'Stack for <Task pending coro=nothing> (most recent call last):\n  in nothing\n');
});

showing('a Task is shown with its state and its coroutine', () => {
  const task = newEventLoop().createTask(nothing());
  assert.is(String(task), '<Task pending coro=nothing>');
  task.cancel();
  task.getLoop().runOnce();
  assert.is(String(task), '<Task cancelled coro=nothing>');
  assert.is(String(failed()), '<Task finished coro=outer>');
});

showing.run();
