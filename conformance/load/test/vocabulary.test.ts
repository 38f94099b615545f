import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isPythonKeyword, isReserved, knownExceptions } from '../vocabulary.ts';

const vocabulary = suite('vocabulary');

vocabulary('words of Python, of the language, of the harness and of exceptions are reserved', () => {
  for (const name of ['class', 'None', 'match', 'create_task', 'loop', 'see', 'caught', 'never', 'exc', 'drive', 'start', 'words', 'ValueError', 'CancelledError']) {
    assert.ok(isReserved(name), name);
  }
});

vocabulary('names with a leading underscore belong to the implementations', () => {
  assert.ok(isReserved('_x'));
  assert.ok(isReserved('__proto__'));
  assert.ok(isReserved('_'));
});

vocabulary('names that only JavaScript knows are free', () => {
  for (const name of ['constructor', 'toString', 'hasOwnProperty', 'function', 'var', 'x_', 'classes']) assert.not.ok(isReserved(name), name);
});

vocabulary('keywords are told from other reserved words', () => {
  assert.ok(isPythonKeyword('lambda'));
  assert.not.ok(isPythonKeyword('see'));
  assert.not.ok(isPythonKeyword('constructor'));
});

vocabulary('the exceptions of the document are known', () => {
  for (const name of ['CancelledError', 'InvalidStateError', 'RuntimeError']) assert.ok(knownExceptions.some((known) => known === name));
});

vocabulary.run();
