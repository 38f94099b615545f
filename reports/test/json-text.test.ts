import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { jsonText } from '../json-text.ts';

const writing = suite('JSON');

writing('any parser gives back what was written', () => {
  const value = { a: ['text', 1, null, true], 'b\u202e': { c: 'Grüße 😀 \u009b \u2028 ##[error] ##vso[x] #1' } };
  for (const indent of [0, 2]) assert.equal(JSON.parse(jsonText(value, indent)), value);
});

writing('nothing in the text acts on a terminal or in a log', () => {
  assert.is(jsonText('\u202e\u009b\u2028##[error]\u001b'), '"\\u202e\\u009b\\u2028\\u0023#[error]\\u001b"');
  assert.is(jsonText('\u{e0001}'), '"\\udb40\\udc01"');
});

writing('half a character is spelt out, in keys too', () => {
  assert.is(jsonText({ 'a\ud800': ['\udfff😀'] }), '{"a\\\\u{d800}":["\\\\u{dfff}😀"]}');
});

writing.run();
