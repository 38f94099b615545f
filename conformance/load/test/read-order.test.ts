import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { accepted, mainOf, refused, scenarioFile } from './bad-file.ts';

const order = suite('read-order');

const logs = (rest: string): string => scenarioFile(`
  variants: [words, cpython<3.8, cpython>=3.8]
  coroutines:
    main:
      - log: a
      - log: b
      - log: c
        times: 2
      - log: d
        words: {times: 2}
        cpython: {times: 0}
      - never: e
`).concat(rest);

const chains = (rest: string): unknown => accepted(logs(rest)).expectation.order
  .map((ofVariant) => ofVariant.map((chain) => chain.map(({ step, nth }) => `${step}:${nth}`).join(' ')));

order('without order nothing is promised', () => {
  assert.equal(chains(''), [[], [], []]);
});

order('a chain, or several, hold in every variant; the nth mention of a label is its nth time', () => {
  assert.equal(chains('order: [a, c, b, c]\n'), [['1:1 3:1 2:1 3:2'], ['1:1 3:1 2:1 3:2'], ['1:1 3:1 2:1 3:2']]);
  assert.equal(chains('order: [[a, b], [c, b]]\n'), [['1:1 2:1', '3:1 2:1'], ['1:1 2:1', '3:1 2:1'], ['1:1 2:1', '3:1 2:1']]);
});

order('each variant may have chains of its own, or none', () => {
  assert.equal(chains('order:\n  words: [a, b]\n  cpython>=3.8: [[b, a], [c, c]]\n'), [['1:1 2:1'], [], ['2:1 1:1', '3:1 3:2']]);
  assert.equal(chains('order: {cpython: [b, a]}\n'), [[], ['2:1 1:1'], ['2:1 1:1']]);
});

order('a label that no log has is told, one of a never too', () => {
  refused(logs('order: [[a, §bb], [a, §e], [a, §something else]]\n'),
    ['unknown-label', "no log is called 'bb'", "Did you mean 'b'?"],
    ['unknown-label', "'e' is a never, which comes before nothing", 'Use the text of a `log` step.'],
    ['unknown-label', "no log is called 'something else'", 'Use the text of a `log` step.']);
});

order('a key for no variant is told', () => {
  refused(logs('order:\n  words: [a, b]\n  §pypy: [a, b]\n'), ['unknown-variant', "no variant is called 'pypy'", 'The variants are words, cpython<3.8, cpython>=3.8.']);
  refused(`${mainOf('- log: a\n- log: b')}order: {§words: [a, b]}\n`, ['unknown-variant', "no variant is called 'words'", 'Name the whole outcomes under `variants`.']);
});

order('a label that is not reached so often could come before nothing', () => {
  const often = (label: string): readonly ['times', string, string] =>
    ['times', `'${label}' is not reached so often`, 'Say `times` at its log, or mention it less often.'];
  refused(logs('order: [a, c, §a, c, §c]\n'), often('a'), often('c'));
  refused(logs('order: {words: [d, d, §d], cpython: [a, §d]}\n'), often('d'), often('d'));
  accepted(logs('order: [a, d, d]\n'));
});

order('a label belongs to one step', () => {
  refused(scenarioFile(`
    coroutines:
      main:
        - log: a
        - §log: a
        - §never: a
        - call: loop.call_soon(called)
    callbacks:
      called:
        - §log: a
  `), ...[1, 2, 3].map(() => ['label-twice', "the label 'a' is used by another step", 'Give each log a text of its own.'] as const));
});

order('a label may be called like a name: they never meet', () => {
  accepted(mainOf('- call: Future()\n  as: f\n- log: f\n- log: main\n').concat('order: [f, main]\n'));
});

order.run();
