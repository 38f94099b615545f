import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse, stringify } from 'yaml';
import { canonicalJson, digest } from '../digest.ts';
import { readScenario } from '../load-scenario.ts';
import { loadSpec } from '../load-spec.ts';
import { accepted, dedent } from './bad-file.ts';

const digests = suite('digest');

digests('equal data has one text, whatever the order of its keys', () => {
  assert.is(canonicalJson({ b: [1, { d: 2, c: 3 }], a: null }), '{"a":null,"b":[1,{"c":3,"d":2}]}');
  assert.is(canonicalJson({ a: null, b: [1, { c: 3, d: 2 }] }), canonicalJson({ b: [1, { d: 2, c: 3 }], a: null }));
});

digests('a digest is sixteen hexadecimal digits, the same on every machine', () => {
  assert.is(digest({ a: 1 }), '015abd7f5cc57a2d');
  assert.is.not(digest({ a: 1 }), digest({ a: '1' }));
  assert.is.not(digest([1, 2]), digest([2, 1]));
});

const file = dedent(`
  title: A Task is done when its coroutine has returned
  clauses: [task.done.x, task.done.y]
  variants: [words, cpython]
  exceptions: {Fatal: BaseException}
  variables: [color]
  futures: [f]
  coroutines:
    worker(a):
      - await: a
      - log: between
        words: {times: 1}
        cpython: {times: 1}
      - try:
          - raise: Fatal('text')
        except Fatal as error:
          - check: error
            is: error
            is_not: f
        finally:
          - log: left
      - return: 3
    main:
      - call: create_task(worker(f))
        as: t
      - call: f.set_result(1)
      - await: t
        is: 3
        clause: task.done.y
      - repeat: 2
        do:
          - cycle: 1
  order: [between, left]
`);

const same = accepted(file).digest;

digests('what is only written otherwise leaves the digest of a scenario alone', () => {
  const reformatted: Readonly<Record<string, string>> = {
    'another title': file.replace(/title: .*/u, 'title: Something else altogether'),
    'comments and blank lines': file.replaceAll('\n', '  # said in passing\n\n'),
    'quotes': file.replace('call: f.set_result(1)', 'call: "f.set_result(1)"').replace('log: left', "log: 'left'").replace('- await: t', "- 'await': 't'"),
    'quotes of Python': file.replace("Fatal('text')", 'Fatal("text")'),
    'blanks in an expression': file.replace('create_task(worker(f))', 'create_task( worker(  f ) )'),
    'the order of keys in a step': file.replace('- call: create_task(worker(f))\n      as: t', '- as: t\n      call: create_task(worker(f))')
      .replace('is: 3\n      clause: task.done.y', 'clause: task.done.y\n      is: 3')
      .replace('is: error\n            is_not: f', 'is_not: f\n            is: error')
      .replace('words: {times: 1}\n      cpython: {times: 1}', 'cpython: {times: 1}\n      words: {times: 1}'),
    'flow and block': file.replace('[task.done.x, task.done.y]', '\n  - task.done.x\n  - task.done.y').replace('- cycle: 1', '- {cycle: 1}'),
    'line ends of Windows': file.replaceAll('\n', '\r\n'),
    'a prerequisite': file.replace('futures:', 'prerequisites: [done/other]\nfutures:'),
  };
  for (const [what, text] of Object.entries(reformatted)) {
    assert.is.not(text, file, what);
    assert.is(accepted(text).digest, same, what);
  }
});

digests('every change that matters changes the digest of a scenario', () => {
  const changed: Readonly<Record<string, string>> = {
    'an expected value': file.replace('is: 3', 'is: 4'),
    'the type of an expected value': file.replace('is: 3', "is: '3'"),
    'a form': file.replace('is_not: f', 'is_not: t'),
    'how often': file.replace('log: left', 'log: left\n          times: 2'),
    'a variant that expects otherwise': file.replace('cpython: {times: 1}', 'cpython: {times: 0}'),
    'the name of a variant': file.replaceAll('cpython', 'pypy'),
    'the clause of a step': file.replace('clause: task.done.y\n', 'clause: task.done.x\n').replace('log: left', 'log: left\n          clause: task.done.y'),
    'the primary clause': file.replace('[task.done.x, task.done.y]', '[task.done.y, task.done.x]').replace('clause: task.done.y', 'clause: task.done.x'),
    'the order': file.replace('[between, left]', '[left, between]'),
    'no order': file.replace('order: [between, left]\n', ''),
    'an argument': file.replace('set_result(1)', 'set_result(2)'),
    'a text': file.replace("Fatal('text')", "Fatal('test')"),
    'a step more': file.replace('- call: f.set_result(1)', '- call: f.set_result(1)\n    - cycle: 1'),
    'the order of steps': file.replace('    - call: f.set_result(1)\n', '').replace('  main:\n', '  main:\n    - call: f.set_result(1)\n'),
    'a count': file.replace('repeat: 2', 'repeat: 3'),
    'a name': file.replaceAll('worker', 'workers'),
    'a label': file.replaceAll('between', 'amid'),
    'a base': file.replace('BaseException', 'Exception'),
    'a variable': file.replace('color', 'colour'),
    'log or never': file.replace('log: left', 'never: left').replace('order: [between, left]\n', ''),
  };
  for (const [what, text] of Object.entries(changed)) {
    assert.is.not(text, file, what);
    assert.is.not(accepted(text).digest, same, what);
  }
});

digests('every real scenario keeps its digest when it is written anew by a formatter', () => {
  const folder = fileURLToPath(new URL('../../../spec', import.meta.url));
  const { spec } = loadSpec(folder);
  assert.ok(spec.scenarios.length >= 100);
  for (const scenario of spec.scenarios) {
    const text = readFileSync(`${folder}/scenarios/${scenario.id}.yaml`, 'utf8');
    const anew = stringify(parse(text), { aliasDuplicateObjects: false, indent: 4, lineWidth: 60, defaultStringType: 'QUOTE_DOUBLE' });
    const read = readScenario(anew, scenario, null);
    assert.equal(read.mistakes, []);
    assert.is(read.scenario?.digest, scenario.digest, scenario.id);
  }
  assert.is(new Set(spec.scenarios.map((scenario) => scenario.digest)).size, spec.scenarios.length, 'no two are the same');
});

digests.run();
