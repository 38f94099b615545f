/** Holds the life of a coroutine, from its call to its end, and what its errors remember. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Awaitable, Coroutine, awaitable, coroutine, isCoroutine, setTraceback, traceback } from '../coroutine.ts';
import { CancelledError, RuntimeError } from '../errors.ts';

const echo = coroutine(function* echo(): Generator<string, string, unknown> {
  const sent = yield 'suspended';
  return `sent ${String(sent)}`;
});

const names = (error: unknown): string[] => traceback(error).map(({ name }) => name);

function raised(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return assert.unreachable('nothing was raised');
}

const life = suite('coroutine');

life('a call of a coroutine function runs nothing', () => {
  let entered = false;
  const enter = coroutine(function* enter() {
    entered = true;
  });
  const called = enter();
  assert.not.ok(entered);
  called.send();
  assert.ok(entered);
});

life('a coroutine is named as its generator function is, or as said', () => {
  assert.is(echo().name, 'echo');
  assert.is(coroutine('other', function* () {})().name, 'other');
});

life('a coroutine function passes its arguments on', () => {
  const sum = coroutine(function* sum(one: number, other: number) {
    return one + other;
  });
  assert.equal(sum(1, 2).send(), { done: true, value: 3 });
});

life('what is sent becomes the value of the yield', () => {
  const called = echo();
  assert.equal(called.send(), { done: false, value: 'suspended' });
  assert.equal(called.send('this'), { done: true, value: 'sent this' });
});

life('an error that is thrown in is raised at the yield, and can be caught there', () => {
  const resist = coroutine(function* resist(): Generator<undefined, unknown, unknown> {
    try {
      yield;
    } catch (error) {
      return error;
    }
    return 'nothing came';
  });
  const called = resist();
  called.send();
  assert.equal(called.throw('error'), { done: true, value: 'error' });
});

life('a coroutine that has not started ends by a thrown error without entering its body', () => {
  let entered = false;
  const enter = coroutine(function* enter() {
    entered = true;
  });
  const called = enter();
  assert.is(raised(() => called.throw('error')), 'error');
  assert.not.ok(entered);
  assert.instance(raised(() => called.send()), RuntimeError);
});

life('a coroutine that has ended raises RuntimeError when it is awaited, sent to or thrown into', () => {
  const called = coroutine(function* end() {})();
  called.send();
  const again = coroutine(function* again() {
    yield* called;
  });
  for (const action of [() => called.send(), () => called.throw('error'), () => again().send()])
    assert.match(String(raised(action)), /^RuntimeError: cannot reuse already awaited coroutine/);
});

life('a coroutine that runs raises RuntimeError when it is resumed by itself', () => {
  const itself = coroutine(function* itself(): Generator<never, void, unknown> {
    called.send();
  });
  const called: Coroutine<void> = itself();
  assert.match(String(raised(() => called.send())), /^RuntimeError: coroutine already executing/);
});

life('a coroutine that is suspended raises RuntimeError when somebody else awaits it', () => {
  const called = echo();
  const other = coroutine(function* other() {
    yield* called;
  });
  called.send();
  assert.match(String(raised(() => other().send())), /^RuntimeError: coroutine is being awaited already/);
});

life('an awaited coroutine yields through those that await it, and returns to them', () => {
  const outer = coroutine(function* outer() {
    return [yield* echo()];
  });
  const called = outer();
  assert.equal(called.send(), { done: false, value: 'suspended' });
  assert.equal(called.send('in'), { done: true, value: ['sent in'] });
});

life('only what a coroutine function gave is a coroutine', () => {
  assert.ok(isCoroutine(echo()));
  assert.not.ok(isCoroutine(echo));
  assert.not.ok(isCoroutine((function* generator() {})()));
});

life('awaitable gives an awaitable back, and raises TypeError for anything else', () => {
  const called = echo();
  assert.is(awaitable(called), called);
  assert.instance(called, Awaitable);
  for (const value of [1, null, [1]]) assert.instance(raised(() => awaitable(value)), TypeError);
});

life('an error remembers the coroutines that it left, outermost first', () => {
  const inner = coroutine(function* inner() {
    throw new Error('of inner');
  });
  const outer = coroutine(function* outer() {
    yield* inner();
  });
  const called = outer();
  const error = raised(() => called.send());
  assert.equal(names(error), ['outer', 'inner']);
  assert.is(traceback(error)[0]?.coroutine, called);
});

life('a CancelledError and an error that is no object remember nothing', () => {
  const fail = coroutine(function* fail(error: unknown) {
    throw error;
  });
  for (const error of [new CancelledError(), 'text', null]) assert.equal(names(raised(() => fail(error).send())), []);
  setTraceback('text', [{ name: 'fail', coroutine: fail('text') }]);
  assert.equal(names('text'), []);
});

life('a frozen error remembers too', () => {
  const error = Object.freeze(new Error('frozen'));
  const fail = coroutine(function* fail() {
    throw error;
  });
  raised(() => fail().send());
  assert.equal(names(error), ['fail']);
});

life.run();
