import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Mistakes, renderMistake } from '../mistake.ts';

const mistake = suite('mistake');

mistake('a mistake reads: place, code, message, the line with a caret, what to do', () => {
  const mistakes = new Mistakes('spec/scenarios/done/x.yaml', 'title: x\nclauses: [a]\n');
  mistakes.add('unknown-clause', { line: 2, column: 11 }, "there is no clause 'a'", 'Write it in spec/clauses first.');
  assert.equal(mistakes.found.map(renderMistake), [
    "spec/scenarios/done/x.yaml:2:11  unknown-clause  there is no clause 'a'\n"
    + '  2 | clauses: [a]\n'
    + '    |           ^\n'
    + '  Write it in spec/clauses first.',
  ]);
});

mistake('where there is no line to show, none is shown', () => {
  const mistakes = new Mistakes('x.yaml', '\n');
  mistakes.add('yaml-syntax', { line: 1, column: 1 }, 'empty', 'Write something.');
  mistakes.add('file-unreadable', { line: 9, column: 1 }, 'beyond', 'Look elsewhere.');
  assert.equal(mistakes.found.map(({ sourceLine }) => sourceLine), ['', null]);
  assert.equal(mistakes.found.map(renderMistake), [
    'x.yaml:1:1  yaml-syntax  empty\n  Write something.',
    'x.yaml:9:1  file-unreadable  beyond\n  Look elsewhere.',
  ]);
});

mistake('what could work the terminal is shown escaped, and the caret stays under its column', () => {
  const mistakes = new Mistakes('a\u001b[2J.yaml', '\tlog: \u001b[31mred\u202e x');
  mistakes.add('character', { line: 1, column: 13 }, 'red\u0007', 'do\u009b');
  const [rendered = ''] = mistakes.found.map(renderMistake);
  assert.not.match(rendered.replaceAll('\n', ''), /[\u0000-\u001f\u007f-\u009f\u202e]/u);
  const [, shown = '', caret = ''] = rendered.split('\n');
  assert.is(shown, '  1 |  log: \\u{1b}[31mred\\u{202e} x');
  assert.is(shown.slice(caret.indexOf('^')), 'ed\\u{202e} x');
});

mistake('of a very long line the part around the caret is shown', () => {
  const mistakes = new Mistakes('x.yaml', `${'a'.repeat(100_000)}!${'b'.repeat(100_000)}`);
  mistakes.add('yaml-syntax', { line: 1, column: 100_001 }, 'long', 'Break it.');
  const [, shown = '', caret = ''] = mistakes.found.map(renderMistake).join('').split('\n');
  assert.ok(shown.length < 140);
  assert.is(shown[caret.indexOf('^')], '!');
});

mistake('mistakes come once each, from the first line to the last, however they were found', () => {
  const mistakes = new Mistakes('x.yaml', 'a\nb\n');
  mistakes.add('times', { line: 2, column: 1 }, 'second', '');
  mistakes.add('times', { line: 1, column: 2 }, 'first, later in the line', '');
  mistakes.add('times', { line: 1, column: 1 }, 'first', '');
  mistakes.add('times', { line: 2, column: 1 }, 'second', '');
  assert.equal(mistakes.found.map(({ message }) => message), ['first', 'first, later in the line', 'second']);
});

mistake('more than a hundred are counted, not told', () => {
  const mistakes = new Mistakes('x.yaml', '');
  for (let line = 1; line <= 250; line += 1) mistakes.add('times', { line, column: 1 }, 'again', 'Stop.');
  assert.is(mistakes.found.length, 101);
  assert.equal(mistakes.found.at(-1), {
    code: 'more-mistakes', file: 'x.yaml', line: 101, column: 1, message: 'and 150 more from here on', hint: 'Mend the first ones.', sourceLine: null,
  });
});

mistake('a message without end is cut', () => {
  const mistakes = new Mistakes('x.yaml', '');
  mistakes.add('unknown-key', { line: 1, column: 1 }, 'x'.repeat(1_000_000), '');
  assert.is(mistakes.found[0]?.message, `${'x'.repeat(400)}…`);
});

mistake('others are taken over where nothing was told yet, line by line', () => {
  const mistakes = new Mistakes('x.yaml', 'a\nb\n');
  mistakes.add('schema', { line: 1, column: 1 }, 'told', '');
  const others = new Mistakes('x.yaml', 'a\nb\n');
  others.add('times', { line: 1, column: 2 }, 'in the same line', '');
  others.add('times', { line: 2, column: 1 }, 'one', '');
  others.add('times', { line: 2, column: 2 }, 'two', '');
  mistakes.addWhereNone(others.found);
  assert.equal(mistakes.found.map(({ message }) => message), ['told', 'one', 'two']);
  assert.ok(mistakes.isTold({ line: 2, column: 2 }));
  assert.not.ok(mistakes.isTold({ line: 2, column: 3 }));
});

mistake.run();
