import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { clip, lastLines, visible } from '../visible.ts';

const seeing = suite('visible text');

seeing('what would act on a terminal is shown instead', () => {
  assert.is(visible('a\u001b[31mb\u0007\r\n\tc\u0000\u009b'), 'a\\e[31mb\\u{7}\\r\\n\\tc\\u{0}\\u{9b}');
});

seeing('what turns the direction, breaks the line, or is half a character is shown too', () => {
  assert.is(visible('\u202e\u2066\u200b\u2028\u2029\ud800\ue000'), '\\u{202e}\\u{2066}\\u{200b}\\u{2028}\\u{2029}\\u{d800}\\u{e000}');
});

seeing('all other text stays as it is', () => {
  assert.is(visible('Grüße, 任务, 😀 \\n'), 'Grüße, 任务, 😀 \\n');
});

seeing('what is too long is cut between characters, and marked', () => {
  assert.equal([clip('abc', 3), clip('abcd', 3), clip('😀😀😀', 2), clip('abc', 0)], ['abc', 'ab…', '😀…', '…']);
});

seeing('of what a program wrote the last lines are kept, empty ones left out, long ones cut', () => {
  assert.equal(lastLines('one\n\ntwo\r\nthree\u001b[0m\n', 2, 80), ['two', 'three\\e[0m']);
  assert.is(lastLines('x'.repeat(1_000_000), 1, 10)[0], `${'x'.repeat(9)}…`);
  assert.equal(lastLines('', 5, 80), []);
});

seeing.run();
