import { execFileSync } from 'node:child_process';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { whereFound } from '../../../conformance/test/where-found.ts';
import { dataLiteral, docstring, identifier, integerLiteral, textLiteral } from '../python-literal.ts';
import { noPython, python } from './at-hand.ts';

const literals = suite('python literals');
const withPython = whereFound(literals, noPython);

/** Each tries to end the literal that holds it, its line, its file, or the reader's patience. */
const hostile = [
  "'", '"', '"""', "'''", '\\', "\\'", '\\"""', "'); import os; os.abort()  #", '"""\nimport os; os.abort()\n"""',
  'two\nlines', 'two\r\nlines', 'nul\0', 'bell\u0007', '\u001b[31mred', '\u2028line\u2029paragraph', '\u0085', '\u202eright to left\u2066',
  '\ufeffmark', '\ud800', '\udfff\ud800', '😀', 'é', '{braces} %s {0}', '\\N{BULLET}', '\\x41', '', ' ', 'ends with \\', 'ends with "',
];

literals('a text is told in single quotes, with what cannot be seen escaped', () => {
  assert.is(textLiteral("it's"), "'it\\'s'");
  assert.is(textLiteral('a\nb\t\u0007'), "'a\\nb\\t\\x07'");
  assert.is(textLiteral('\u202e\ud800'), "'\\u202e\\ud800'");
  assert.is(textLiteral('é 😀'), "'é 😀'");
});

withPython('a text comes back from Python as it was, whatever it tries', () => {
  const source = `import json\nprint(json.dumps([${hostile.map(textLiteral).join(', ')}]))`;
  assert.equal(JSON.parse(execFileSync(python ?? '', ['-c', source], { encoding: 'utf8' })), hostile);
});

withPython('a docstring stays one docstring, whatever the title tries', () => {
  for (const title of hostile) {
    const source = `${docstring(title)}\nimport json\nprint(json.dumps(__doc__))`;
    const told: unknown = JSON.parse(execFileSync(python ?? '', ['-c', source], { encoding: 'utf8' }));
    // Python 3.13 takes the indentation out of docstrings.
    assert.is(String(told).trim(), title.replace(/\p{Cs}/gu, '\ufffd').trim());
  }
});

literals('a docstring is one line', () => {
  for (const title of hostile) assert.not.match(docstring(title), /[\n\r\u2028\u2029\u0085]/);
});

literals('plain data is told as Python says it', () => {
  assert.is(dataLiteral({ a: [null, true, false, -3, "it's"], b: {} }), "{'a': [None, True, False, -3, 'it\\'s'], 'b': {}}");
});

literals('only integers that both languages share are told', () => {
  assert.is(integerLiteral(-7), '-7');
  for (const number of [1.5, Number.NaN, 2 ** 60]) assert.throws(() => integerLiteral(number), /bug: .* is no integer/);
});

literals('what is no name is refused as a bug', () => {
  assert.is(identifier('t_1'), 't_1');
  for (const name of ['', '1a', 'a b', 'a\n', 'a;b', 'a.b', 'é', 'await', 'None', 'class']) {
    assert.throws(() => identifier(name), /^bug: |bug: .* is no name/);
  }
});

literals.run();
