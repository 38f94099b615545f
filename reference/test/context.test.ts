/** Holds what a context keeps, who shares it, and what a token undoes. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Context, ContextVar, copyContext } from '../context.ts';
import { LookupError, RuntimeError, ValueError } from '../errors.ts';

const context = suite('context');

context('a variable that was set gives its value, and one that was not gives the fallback, be it undefined', () => {
  const variable = new ContextVar<string | undefined>('variable');
  new Context().run(() => {
    assert.is(variable.get('fallback'), 'fallback');
    assert.is(variable.get(undefined), undefined);
    variable.set('value');
    assert.is(variable.get('fallback'), 'value');
  });
});

context('a variable with neither value nor fallback raises LookupError, which names it', () => {
  const variable = new ContextVar<string>('wanted');
  assert.throws(() => variable.get(), (error: unknown) => error instanceof LookupError && error.message.includes('wanted'));
});

context('a copy has the values of its original, and what is set later in one is not in the other', () => {
  const variable = new ContextVar<number>('variable');
  const original = new Context();
  original.run(() => variable.set(1));
  const copy = original.copy();
  copy.run(() => variable.set(2));
  assert.is(original.get(variable), 1);
  assert.is(copy.get(variable), 2);
});

context('copyContext copies the current context', () => {
  const variable = new ContextVar<number>('variable');
  const copy = new Context().run(() => {
    variable.set(1);
    return copyContext();
  });
  assert.is(copy.get(variable), 1);
  assert.is(copyContext().get(variable), undefined);
});

context('from outside a context tells whether it has a variable, and its value', () => {
  const variable = new ContextVar<undefined>('variable');
  const one = new Context();
  assert.not.ok(one.has(variable));
  one.run(() => variable.set(undefined));
  assert.ok(one.has(variable));
  assert.is(one.get(variable), undefined);
});

context('run gives what the callback returns, and an error of the callback leaves the outer context current', () => {
  const variable = new ContextVar<string>('variable');
  const inner = new Context();
  assert.is(inner.run(() => 1), 1);
  assert.throws(
    () =>
      inner.run(() => {
        variable.set('inner');
        throw new Error('of the callback');
      }),
    'of the callback',
  );
  assert.is(variable.get('outer'), 'outer');
  assert.is(inner.run(() => variable.get()), 'inner');
});

context('a context that is entered raises RuntimeError when it is entered again, and stays usable', () => {
  const one = new Context();
  one.run(() => assert.throws(() => one.run(() => undefined), (error: unknown) => error instanceof RuntimeError));
  assert.is(one.run(() => 2), 2);
});

context('a token restores the value from before, or that there was none', () => {
  const variable = new ContextVar<number>('variable');
  new Context().run(() => {
    const first = variable.set(1);
    const second = variable.set(2);
    variable.reset(second);
    assert.is(variable.get(), 1);
    variable.reset(first);
    assert.is(variable.get(0), 0);
    assert.not.ok(copyContext().has(variable));
  });
});

context('a token says of which variable and context it is', () => {
  const variable = new ContextVar<number>('variable');
  const one = new Context();
  const token = one.run(() => variable.set(1));
  assert.is(token.variable, variable);
  assert.is(token.context, one);
});

context('a token works once: then it raises RuntimeError', () => {
  const variable = new ContextVar<number>('variable');
  new Context().run(() => {
    const token = variable.set(1);
    variable.reset(token);
    assert.throws(() => variable.reset(token), (error: unknown) => error instanceof RuntimeError);
  });
});

context('a token of another variable or of another context raises ValueError, and is not used up', () => {
  const variable = new ContextVar<number>('variable');
  const other = new ContextVar<number>('other');
  const one = new Context();
  const token = one.run(() => variable.set(1));
  assert.throws(() => variable.reset(token), (error: unknown) => error instanceof ValueError && /Context$/.test(error.message));
  one.run(() => {
    assert.throws(() => other.reset(token), (error: unknown) => error instanceof ValueError && /ContextVar$/.test(error.message));
    variable.reset(token);
    assert.is(variable.get(0), 0);
  });
});

context.run();
