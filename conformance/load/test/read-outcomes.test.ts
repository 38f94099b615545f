import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Outcome } from '../../expectation.ts';
import { accepted, mainOf, refused, scenarioFile } from './bad-file.ts';

const outcomes = suite('read-outcomes');

/** What the first step is expected to show, variant by variant. */
const expected = (expectation: string, variants = ''): readonly Outcome[] => accepted(scenarioFile(`
  ${variants === '' ? '' : `variants: ${variants}`}
  futures: [f]
  coroutines:
    main:
      - check: f
        ${expectation.replaceAll('\n', '\n        ')}
`)).expectation.steps[0]?.outcomes ?? [];

const is = (value: boolean | number | null): Outcome['forms'] => [{ kind: 'is', pattern: { kind: 'constant', value } }];

outcomes('every form is read', () => {
  const one = { kind: 'constant', value: 1 } as const;
  const f = { kind: 'name', name: 'f' } as const;
  const type = { kind: 'exception', type: 'ValueError', args: null } as const;
  assert.equal(expected('is: 1'), [{ times: 1, forms: [{ kind: 'is', pattern: one }], each: null }]);
  assert.equal(expected('is_not: f'), [{ times: 1, forms: [{ kind: 'is_not', name: 'f' }], each: null }]);
  assert.equal(expected('raises: ValueError'), [{ times: 1, forms: [{ kind: 'raises', pattern: type }], each: null }]);
  assert.equal(expected('raises: f'), [{ times: 1, forms: [{ kind: 'raises', pattern: f }], each: null }]);
  for (const kind of ['unordered', 'contains', 'lacks', 'ends_with'] as const) {
    assert.equal(expected(`${kind}: [1, f]`), [{ times: 1, forms: [{ kind, items: [one, f] }], each: null }]);
  }
  assert.equal(expected('unordered: []'), [{ times: 1, forms: [{ kind: 'unordered', items: [] }], each: null }]);
  assert.equal(expected('each: [1, {raises: ValueError, is_not: f}]'), [{
    times: 2, forms: [], each: [[{ kind: 'is', pattern: one }], [{ kind: 'is_not', name: 'f' }, { kind: 'raises', pattern: type }]],
  }]);
  assert.equal(expected('one_of: [1, {raises: ValueError}]'), [{
    times: 1, forms: [{ kind: 'one_of', choices: [[{ kind: 'is', pattern: one }], [{ kind: 'raises', pattern: type }]] }], each: null,
  }]);
  assert.equal(expected('is: 1\ntimes: 3'), [{ times: 3, forms: [{ kind: 'is', pattern: one }], each: null }]);
  assert.equal(expected('times: 0'), [{ times: 0, forms: [], each: null }]);
});

outcomes('the order of the keys makes no difference', () => {
  assert.equal(expected('is_not: f\nis: 1\ntimes: 2'), expected('times: 2\nis: 1\nis_not: f'));
});

outcomes('each variant has its own outcome, of which a longer key says more than a shorter one', () => {
  assert.equal(expected('words: {is: 1}\ncpython: {is: 2}\ncpython<3.8: {times: 0}\nis_not: f', '[words, cpython<3.8, cpython>=3.8, cpython+pure]'), [
    { times: 1, forms: [{ kind: 'is_not', name: 'f' }, ...is(1)], each: null },
    { times: 0, forms: [], each: null },
    { times: 1, forms: [{ kind: 'is_not', name: 'f' }, ...is(2)], each: null },
    { times: 1, forms: [{ kind: 'is_not', name: 'f' }, ...is(2)], each: null },
  ]);
  assert.equal(expected('is: 1', '[words, cpython]'), [{ times: 1, forms: is(1), each: null }, { times: 1, forms: is(1), each: null }]);
  assert.equal(expected('each: [1, 2]\nwords: {each: [null]}\ncpython: {times: 2}', '[words, cpython]').map(({ times, each }) => [times, each?.length]), [[1, 1], [2, 2]]);
});

outcomes('a key must speak for a variant, and each variant must be spoken for', () => {
  refused(scenarioFile(`
    variants: [words, cpython<3.8, cpython>=3.8]
    coroutines:
      main:
        - §§check: loop
          words: {is: 1}
          §cpython<3.9: {is: 2}
          §pypy: {is: 2}
        - check: loop
          words: {is: 1}
          §cpython: {is: 2}
          cpython<3.8: {is: 2}
          cpython>=3.8: {is: 2}
        - §log: a
          cpython: {times: 0}
  `),
  ['missing-variant', "nothing is said for the variant 'cpython<3.8'", 'Say what it shows, or `{times: 0}`.'],
  ['missing-variant', "nothing is said for the variant 'cpython>=3.8'", 'Say what it shows, or `{times: 0}`.'],
  ['unknown-variant', "no variant is called 'cpython<3.9'", "Did you mean 'cpython<3.8'?"],
  ['unknown-variant', "no variant is called 'pypy'", 'The variants are words, cpython<3.8, cpython>=3.8.'],
  ['unknown-variant', "'cpython' speaks for no variant: longer keys speak for each of its own", 'Remove it.'],
  ['missing-variant', "nothing is said for the variant 'words'", 'Say what it shows, or `{times: 0}`.']);
});

outcomes('a scenario without variants has no key for one', () => {
  refused(mainOf('- check: loop\n  is: 1\n  §cpython: {is: 2}'),
    ['unknown-variant', "no variant is called 'cpython'", 'Name the whole outcomes under `variants`.']);
});

outcomes('`each` against `times`, and either inside a choice, is refused', () => {
  refused(scenarioFile(`
    variants: [words, cpython]
    coroutines:
      main:
        - §check: loop
          each: [1, 2]
          times: 3
        - §check: loop
          each: [1, 2]
          words: {times: 2}
          cpython: {times: 1}
        - check: loop
          each: [1, §{is: 2, times: 2}]
        - check: loop
          one_of: [1, §{each: [1]}]
  `),
  ['times', '`each` tells 2 times, `times` says 3', 'Leave `times` away.'],
  ['times', '`each` tells 2 times, `times` says 1', 'Leave `times` away.'],
  ['times', '`times` and `each` stand beside the verb or in a variant', 'Say here only what is shown.'],
  ['times', '`times` and `each` stand beside the verb or in a variant', 'Say here only what is shown.']);
});

outcomes('a check expects something, in every variant that reaches it', () => {
  const HINT = 'Say what: `is:`, `raises:`, `contains:` …; a step that expects nothing is a `call`.';
  refused(scenarioFile(`
    variants: [words, cpython]
    coroutines:
      main:
        - §check: loop
        - §check: loop
          times: 2
        - §check: loop
          words: {is: 1}
          cpython: {times: 1}
        - check: loop
          words: {is: 1}
          cpython: {times: 0}
        - await: sleep(0)
          times: 1
  `), ['no-expectation', 'a check expects something', HINT], ['no-expectation', 'a check expects something', HINT], ['no-expectation', 'a check expects something', HINT]);
});

outcomes('what is raised is an exception, and what is not is an object with a name', () => {
  refused(mainOf(`
    - check: loop
      raises: §Valueerror
    - check: loop
      raises: §main
    - check: loop
      raises: §'3'
    - check: loop
      is_not: §nobody
    - check: loop
      is_not: §ValueError
  `),
  ['unknown-exception', 'this is no exception', 'Write a type, a type with arguments, or the name of the very object.'],
  ['unknown-exception', 'this is no exception', 'Write a type, a type with arguments, or the name of the very object.'],
  ['unknown-exception', 'this is no exception', 'Write a type, a type with arguments, or the name of the very object.'],
  ['unknown-name', "nothing is called 'nobody'", 'Name an object that the scenario binds.'],
  ['unknown-name', "nothing is called 'ValueError'", 'Name an object that the scenario binds.']);
});

outcomes('a step catches if any of its variants, choices or times may raise', () => {
  const catches = (expectation: string): boolean => {
    const [step] = accepted(scenarioFile(`
      variants: [words, cpython]
      coroutines:
        main:
          - check: loop
            ${expectation}
    `)).program.bodies[0]?.steps ?? [];
    return step?.kind === 'check' && step.catches;
  };
  assert.ok(catches('raises: ValueError'));
  assert.ok(catches('words: {is: 1}\n            cpython: {raises: ValueError}'));
  assert.ok(catches('one_of: [1, {raises: ValueError}]'));
  assert.ok(catches('each: [{one_of: [1, {raises: ValueError}]}]'));
  assert.ok(catches('words: {each: [{raises: ValueError}]}\n            cpython: {is: 1}'));
  assert.not.ok(catches('is: ValueError'));
  assert.not.ok(catches("is: 'raises'"));
});

outcomes.run();
