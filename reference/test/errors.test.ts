/** Holds how errors are named, and which of them pass for ordinary. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as errors from '../errors.ts';

const { BaseException, CancelledError, KeyboardInterrupt, RuntimeError, SystemExit, endsTheRun } = errors;
const error = suite('errors');

error('each error is named after its class', () => {
  for (const [name, Class] of Object.entries(errors)) {
    if (Class === endsTheRun) continue;
    const made = Reflect.construct(Class, ['message']);
    assert.is(made.name, name);
    assert.is(String(made), `${name}: message`);
  }
});

error('a CancelledError without a message is shown as its name', () => {
  assert.is(String(new CancelledError()), 'CancelledError');
  assert.is(new CancelledError().message, '');
});

error('a CancelledError is no Error, as it is no Exception in Python 3.8, and captures no stack', () => {
  assert.not.instance(new CancelledError(), Error);
  assert.instance(new CancelledError(), BaseException);
  assert.not.ok('stack' in new CancelledError());
});

error('an ordinary error is an Error, with a stack', () => {
  assert.instance(new RuntimeError('message'), Error);
  assert.type(new RuntimeError('message').stack, 'string');
});

error('SystemExit and KeyboardInterrupt end the run, and nothing else does', () => {
  assert.ok(endsTheRun(new SystemExit()));
  assert.ok(endsTheRun(new KeyboardInterrupt()));
  for (const other of [new CancelledError(), new BaseException(), new RuntimeError('message'), null]) assert.not.ok(endsTheRun(other));
});

error.run();
