/** Holds how a Future gets its one outcome, and who is told. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Context, ContextVar } from '../context.ts';
import { coroutine, traceback } from '../coroutine.ts';
import { CancelledError, InvalidStateError, RuntimeError } from '../errors.ts';
import { Future, isFuture } from '../future.ts';
import { newEventLoop, setEventLoop } from '../loop.ts';
import '../run.ts';

const isCancelled = (error: unknown): boolean => error instanceof CancelledError;
const isInvalid = (error: unknown): boolean => error instanceof InvalidStateError;
const future = suite('future');

future('a new Future is pending: no result, no exception, not cancelled', () => {
  const one = newEventLoop().createFuture<number>();
  assert.not.ok(one.done());
  assert.not.ok(one.cancelled());
  assert.throws(() => one.result(), isInvalid);
  assert.throws(() => one.exception(), isInvalid);
  assert.is(String(one), '<Future pending>');
});

future('a Future belongs to the loop given, to the current one, or to none and raises RuntimeError', () => {
  const loop = newEventLoop();
  assert.is(new Future({ loop }).getLoop(), loop);
  setEventLoop(loop);
  assert.is(new Future().getLoop(), loop);
  setEventLoop(null);
  assert.throws(() => new Future(), (error: unknown) => error instanceof RuntimeError);
});

future('a result is given to each reader, and means that there is no exception', () => {
  const one = newEventLoop().createFuture<number>();
  one.setResult(1);
  assert.is(one.result(), 1);
  assert.is(one.result(), 1);
  assert.is(one.exception(), null);
  assert.ok(one.done());
  assert.not.ok(one.cancelled());
  assert.is(String(one), '<Future returned>');
});

future('an exception is raised by result and given by exception', () => {
  const one = newEventLoop().createFuture<number>();
  const error = new Error('stored');
  one.setException(error);
  assert.throws(() => one.result(), (raised: unknown) => raised === error);
  assert.is(one.exception(), error);
  assert.not.ok(one.cancelled());
});

future('a cancelled Future raises CancelledError to each reader', () => {
  const one = newEventLoop().createFuture<number>();
  assert.ok(one.cancel());
  assert.ok(one.cancelled());
  assert.throws(() => one.result(), isCancelled);
  assert.throws(() => one.exception(), isCancelled);
});

future('a done Future keeps its outcome: cancel is false, and setters raise InvalidStateError', () => {
  const settled = (settle: (one: Future<number>) => void): Future<number> => {
    const one = newEventLoop().createFuture<number>();
    settle(one);
    return one;
  };
  for (const one of [
    settled((it) => it.setResult(1)),
    settled((it) => it.setException(new Error('stored'))),
    settled((it) => it.cancel()),
  ]) {
    const before = String(one);
    assert.not.ok(one.cancel());
    assert.throws(() => one.setResult(2), isInvalid);
    assert.throws(() => one.setException(new Error('late')), isInvalid);
    assert.is(String(one), before);
  }
});

future('callbacks are queued in the order of registration, with the Future, and none is called at once', () => {
  const loop = newEventLoop();
  const one = loop.createFuture<number>();
  const seen: unknown[] = [];
  one.addDoneCallback((it) => seen.push('first', it === one));
  one.addDoneCallback((it) => seen.push('second', it === one));
  one.setResult(1);
  assert.equal(seen, []);
  loop.runOnce();
  assert.equal(seen, ['first', true, 'second', true]);
});

future('a callback that is added to a done Future is queued now', () => {
  const loop = newEventLoop();
  const one = loop.createFuture<number>();
  one.cancel();
  let calls = 0;
  one.addDoneCallback(() => (calls += 1));
  assert.is(calls, 0);
  loop.runOnce();
  assert.is(calls, 1);
});

future('a callback runs in the context given, else in a copy of the one at registration', () => {
  const loop = newEventLoop();
  const variable = new ContextVar<string>('variable');
  const given = new Context();
  const around = new Context();
  const seen: string[] = [];
  given.run(() => variable.set('given'));
  const one = loop.createFuture<number>();
  around.run(() => {
    variable.set('at registration');
    one.addDoneCallback(() => seen.push(variable.get()), { context: given });
    one.addDoneCallback(() => {
      seen.push(variable.get());
      variable.set('in the copy');
    });
    variable.set('later');
  });
  one.setResult(1);
  loop.runOnce();
  assert.equal(seen, ['given', 'at registration']);
  assert.is(around.get(variable), 'later');
});

future('removeDoneCallback removes each registration of a callback, and tells how many there were', () => {
  const loop = newEventLoop();
  const one = loop.createFuture<number>();
  const seen: string[] = [];
  const twice = (): unknown => seen.push('removed');
  assert.is(one.removeDoneCallback(twice), 0);
  one.addDoneCallback(twice);
  one.addDoneCallback(() => seen.push('kept'));
  one.addDoneCallback(twice);
  assert.is(one.removeDoneCallback(twice), 2);
  assert.is(one.removeDoneCallback(twice), 0);
  one.setResult(1);
  loop.runOnce();
  assert.equal(seen, ['kept']);
});

future('a callback that is queued already cannot be removed', () => {
  const loop = newEventLoop();
  const one = loop.createFuture<number>();
  let calls = 0;
  const count = (): unknown => (calls += 1);
  one.addDoneCallback(count);
  one.setResult(1);
  assert.is(one.removeDoneCallback(count), 0);
  loop.runOnce();
  assert.is(calls, 1);
});

future('an await of a done Future does not suspend', () => {
  const loop = newEventLoop();
  const one = loop.createFuture<number>();
  one.setResult(1);
  const read = coroutine(function* read() {
    return yield* one;
  });
  assert.equal(read().send(), { done: true, value: 1 });
});

future('an await of a pending Future yields it, and resumed before it is done raises RuntimeError', () => {
  const one = newEventLoop().createFuture<number>();
  const read = coroutine(function* read() {
    return yield* one;
  });
  const patient = read();
  const hasty = read();
  assert.is(patient.send().value, one);
  hasty.send();
  assert.throws(() => hasty.send(), (error: unknown) => error instanceof RuntimeError);
  one.setResult(1);
  assert.equal(patient.send(), { done: true, value: 1 });
});

future('an error that is thrown into an await comes out of it', () => {
  const one = newEventLoop().createFuture<number>();
  const read = coroutine(function* read() {
    try {
      return yield* one;
    } catch (error) {
      return error;
    }
  });
  const called = read();
  called.send();
  assert.equal(called.throw('thrown in'), { done: true, value: 'thrown in' });
});

future('each reader raises the error anew: the frames of an earlier reader are not its traceback', () => {
  const loop = newEventLoop();
  const one = loop.createFuture<number>();
  const error = new Error('shared');
  one.setException(error);
  const first = coroutine(function* first() {
    yield* one;
  });
  const second = coroutine(function* second() {
    yield* one;
  });
  for (const read of [first, second]) {
    assert.throws(() => read().send(), 'shared');
    assert.equal(traceback(error).map(({ name }) => name), [read().name]);
  }
});

future('isFuture knows Futures and Tasks from what merely looks like one', () => {
  const loop = newEventLoop();
  const nothing = coroutine(function* nothing() {});
  assert.ok(isFuture(loop.createFuture()));
  assert.ok(isFuture(loop.createTask(nothing())));
  assert.not.ok(isFuture(nothing()));
  assert.not.ok(isFuture({ done: () => true, cancel: () => true }));
});

future.run();
