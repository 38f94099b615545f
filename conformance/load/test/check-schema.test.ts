import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkSchema } from '../check-schema.ts';
import { Mistakes } from '../mistake.ts';
import { parseTree } from '../yaml-tree.ts';
import { dedent, mainOf, mistakesIn, refused } from './bad-file.ts';

const schema = suite('check-schema');

const README = 'See spec/README.md.';
const WHOLE = 'One situation and its outcome, written from the document. See spec/README.md.';

schema('an empty file, a text and a list are no scenario', () => {
  refused('§', ['wrong-type', 'the file is empty', WHOLE]);
  refused('§# nothing but a comment\n', ['wrong-type', 'the file is empty', WHOLE]);
  refused('§just a text\n', ['wrong-type', 'this must be a map', WHOLE]);
  refused('§[a, list]\n', ['wrong-type', 'this must be a map', WHOLE]);
});

schema('keys that are missing are told at what lacks them', () => {
  refused('§§coroutines:\n  main:\n    - §repeat: 3\n',
    ['missing-key', "the key 'title' is missing", WHOLE],
    ['missing-key', "the key 'clauses' is missing", WHOLE],
    ['missing-key', "the key 'do' is missing", 'Add it.']);
});

schema('an unknown key is told with what was meant, or with what is known there', () => {
  refused(mainOf(`
    - check: f.done()
      §time: 3
    - check: f.done()
      §cpyton: {is: 1}
    - check: f.done()
      cpython: {§isnt: 1}
    - call: f.done()
      §is: true
    - never: reached
      §times: 0
    - return: 1
      §xyzzy: 2
  `).replace('clauses:', '§requires: [x]\n§outside: [x]\nclauses:'),
  ['unknown-key', "there is no key 'requires' here",
    'Known here: title, clauses, prerequisites, variants, exceptions, variables, futures, coroutines, callbacks, drive, order.'],
  ['unknown-key', "there is no key 'outside' here",
    'Known here: title, clauses, prerequisites, variants, exceptions, variables, futures, coroutines, callbacks, drive, order.'],
  ['unknown-key', "there is no key 'time' here", "Did you mean 'times'?"],
  ['unknown-key', "there is no key 'cpyton' here", "Did you mean 'cpython'?"],
  ['unknown-key', "there is no key 'isnt' here", 'Known here: is, is_not, raises, unordered, contains, lacks, ends_with, each, times, one_of.'],
  ['unknown-key', "there is no key 'is' here", 'A call expects nothing; write `check:`.'],
  ['unknown-key', "there is no key 'times' here", 'Known here: never, clause.'],
  ['unknown-key', "there is no key 'xyzzy' here", 'Known here: return.']);
});

schema('`as` has no place on a log or a never', () => {
  const told = mistakesIn(mainOf('- log: a\n  as: b\n- never: c\n  as: d'));
  assert.equal(told.map(({ code, line, message }) => [code, line, message]),
    [['unknown-key', 6, "there is no key 'as' here"], ['unknown-key', 8, "there is no key 'as' here"]]);
});

schema('a step has one verb: not none, not two, not one that is misspelt', () => {
  const ALL = 'One of: call, check, await, log, never, return, raise, cycle, repeat, try, yield, async for, async with.';
  refused(mainOf(`
    - §chek: f
    - §call: f
      check: f
      is: 1
    - §is: 3
    - §retrun
    - §call
    - §42
    - §null
    - §[log, x]
    - §while: f
  `),
  ['one-verb', 'a step has exactly one verb', "Did you mean 'check'?"],
  ['one-verb', 'a step has exactly one verb, here are call and check', 'Make a step of its own of each.'],
  ['one-verb', 'a step has exactly one verb', ALL],
  ['one-verb', 'a step has exactly one verb', "Did you mean 'return'?"],
  ['one-verb', 'a step has exactly one verb', 'Write `call:` and what it is about.'],
  ['one-verb', 'a step has exactly one verb', ALL],
  ['one-verb', 'a step has exactly one verb', ALL],
  ['one-verb', 'a step has exactly one verb', ALL],
  ['one-verb', 'a step has exactly one verb', ALL]);
});

schema('values of a wrong type are told at the value, a list or map at its key', () => {
  refused(mainOf(`
    - raise: §3
    - try: §once
      finally:
        - log: x
    - cycle: §often
    - repeat: §true
      do: §now
    - §check: [f]
      is: 1
    - log: §7
    - check: f
      is: 1
      times: §many
  `.replace('§check: [f]', '§check: [f]')),
  ['wrong-type', 'this must be a text', README],
  ['wrong-type', 'this must be a list', README],
  ['schema', 'this is none of: idle', 'Use one of them.'],
  ['wrong-type', 'this must be a whole number', README],
  ['wrong-type', 'this must be a list', README],
  ['wrong-type', 'this must be a text, or a number, or true or false, or null', "Python's call syntax: `t.cancel()`, `create_task(worker())`."],
  ['wrong-type', 'this must be a text', 'A text of its own, unique in the scenario.'],
  ['wrong-type', 'this must be a whole number', README]);
});

schema('a map where a value is expected is a text with a colon that was not quoted', () => {
  refused(mainOf(`
    - check: f
      §is: {a: b}
    - check: f
      unordered: [1, §{a: b}]
    - §return: {a: 1}
    - check: f
      §is: [[1], {a: b}]
  `.replace('unordered: [1, §{a: b}]', 'unordered: [1, §{a: b}]')),
  ['wrong-type', 'a map where a value is expected', 'Quote a text that has a colon in it.'],
  ['wrong-type', 'a map where a value is expected', 'Quote a text that has a colon in it.'],
  ['wrong-type', 'a map where a value is expected', 'Quote a text that has a colon in it.'],
  ['wrong-type', 'this is nothing that may stand here', 'null, true, a whole number, a text, a bound name, an exception, or a list of these.']);
});

schema('limits are told in words', () => {
  refused(mainOf(`
    - log: §''
    - cycle: §0
    - repeat: §1001
      do:
        - cycle: 1
    - check: f
      §each: []
    - check: f
      §words: {}
    - log: §LONG
    - check: f
      is: 1
      times: §-1
  `.replace('LONG', 'x'.repeat(121))).replace('title: What it is about, and how it ends', 'title: §short').replace('clauses: [task.done.x]', '§clauses: []'),
  ['schema', 'this needs 8 characters or more', 'One sentence: situation and outcome.'],
  ['schema', 'this needs 1 items or more', 'Clause ids; the first is the primary one. A step may name another with `clause:`.'],
  ['schema', 'this needs 1 characters or more', 'A text of its own, unique in the scenario.'],
  ['schema', 'this must be 1 or more', README],
  ['schema', 'this must be 1000 or less', README],
  ['schema', 'this needs 1 items or more', README],
  ['schema', 'this needs 1 keys or more', README],
  ['schema', 'this has more than 120 characters', 'A text of its own, unique in the scenario.'],
  ['schema', 'this must be 0 or more', README]);
});

schema('what is there twice is told at the second', () => {
  refused(mainOf('- log: x').replace('[task.done.x]', '[task.done.x, task.done.y, §task.done.x]').replace('coroutines:', 'futures: [a, b, §a]\ncoroutines:'),
    ['schema', 'this is there twice', 'Remove one of the two.'],
    ['schema', 'this is there twice', 'Remove one of the two.']);
});

schema('names that are not written as names must be are told at the name, keys too', () => {
  const NAME = 'A name has letters of a to z, digits and underscores, and begins with no digit.';
  const FUNCTION = 'A function is written `name:` or `name(a, b):`, in letters of a to z, digits and underscores.';
  refused(dedent(`
    title: What it is about, and how it ends
    clauses: [§task.done]
    prerequisites: [§done]
    variants: [§word, cpython]
    exceptions: {§9a: ValueError, B: §not a base}
    futures: [§a b, §größe, ok]
    coroutines:
      §main(a,,b):
        - log: x
      §lösung:
        - log: y
      §LONG:
        - log: z
  `).replace('LONG', 'x'.repeat(121)),
  ['schema', "'task.done' is not written as it must be", 'A clause is called task.<member>.<what-it-says>, in lower case.'],
  ['schema', "'done' is not written as it must be", 'A scenario is named by its path: member/name, in lower case.'],
  ['schema', "'word' is not written as it must be", 'A variant is `words`, or an implementation with a range: `cpython`, `cpython<3.8`, `cpython+pure`.'],
  ['schema', "'9a' is not written as it must be", NAME],
  ['schema', "'not a base' is not written as it must be", NAME],
  ['schema', "'a b' is not written as it must be", NAME],
  ['schema', "'größe' is not written as it must be", NAME],
  ['schema', "'main(a,,b)' is not written as it must be", FUNCTION],
  ['schema', "'lösung' is not written as it must be", FUNCTION],
  ['schema', 'this has more than 120 characters', README]);
});

schema('an order that is no chain of labels is told with what it may be', () => {
  const CHAINS = 'A list of two labels or more, a list of such lists, or one of these for each variant.';
  const file = mainOf('- log: a\n- log: b');
  refused(`${file}§order: [a]\n`, ['wrong-type', 'these are no chains of labels', CHAINS]);
  refused(`${file}§order: {words: [a]}\n`, ['wrong-type', 'these are no chains of labels', CHAINS]);
  refused(`${file}§order: [a, [b]]\n`, ['wrong-type', 'these are no chains of labels', CHAINS]);
  refused(`${file}order: §a\n`, ['wrong-type', 'these are no chains of labels', CHAINS]);
});

schema('names that every JavaScript object has are keys like any other', () => {
  refused(mainOf('- log: a\n  §__proto__: 1\n  §constructor: 2\n  §toString: 3').replace('clauses:', '§__proto__: 4\nclauses:'),
    ['unknown-key', "there is no key '__proto__' here", 'Known here: title, clauses, prerequisites, variants, exceptions, variables, futures, coroutines, callbacks, drive, order.'],
    ['unknown-key', "there is no key '__proto__' here", 'Known here: log, clause, times, words, cpython, pypy, uvloop, pyodide, micropython, eager.'],
    ['unknown-key', "there is no key 'constructor' here", 'Known here: log, clause, times, words, cpython, pypy, uvloop, pyodide, micropython, eager.'],
    ['unknown-key', "there is no key 'toString' here", 'Known here: log, clause, times, words, cpython, pypy, uvloop, pyodide, micropython, eager.']);
});

schema('a file of clauses is held against its own schema', () => {
  const text = dedent(`
    member: done
    clauses:
      - id: task.done.x
        tag: Q
        says: must
        class: core
        sentences: [done1]
        text: too short
        since: 3.8
  `);
  const mistakes = new Mistakes('clauses.yaml', text);
  const tree = parseTree(text, mistakes);
  assert.ok(tree);
  assert.not.ok(checkSchema('clauses', tree, mistakes));
  assert.equal(mistakes.found.map(({ code, line, column, message }) => [code, line, column, message]), [
    ['schema', 4, 10, 'this is none of: D, R, O, X'],
    ['schema', 7, 17, "'done1' is not written as it must be"],
    ['schema', 8, 11, 'this needs 10 characters or more'],
    ['wrong-type', 9, 12, "'3.8' is not written as a whole number that JavaScript holds exactly"],
  ]);
});

schema.run();
