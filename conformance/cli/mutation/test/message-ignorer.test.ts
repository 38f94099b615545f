// The texts of errors are not mutated, and nothing else is spared.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { messageIgnorer, messageReason } from '../message-ignorer.ts';

const ignorer = suite('message ignorer');

const path = (node: string, parent: string, callee: string): object => ({ node: { type: node }, parent: { type: parent, callee: { name: callee } } });

ignorer('the text of an error is left out', () => {
  assert.is(messageIgnorer.shouldIgnore(path('StringLiteral', 'NewExpression', 'RuntimeError')), messageReason);
  assert.is(messageIgnorer.shouldIgnore(path('TemplateLiteral', 'NewExpression', 'TypeError')), messageReason);
});

ignorer('any other text is mutated, and so is whatever else stands in an error', () => {
  assert.is(messageIgnorer.shouldIgnore(path('StringLiteral', 'CallExpression', 'RuntimeError')), undefined);
  assert.is(messageIgnorer.shouldIgnore(path('StringLiteral', 'NewExpression', 'Coroutine')), undefined);
  assert.is(messageIgnorer.shouldIgnore(path('BooleanLiteral', 'NewExpression', 'RuntimeError')), undefined);
  assert.is(messageIgnorer.shouldIgnore({}), undefined);
});

ignorer.run();
