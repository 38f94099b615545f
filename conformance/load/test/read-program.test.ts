import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { accepted, refused, scenarioFile } from './bad-file.ts';

const program = suite('read-program');

const NO_MAIN = ['no-main', 'there is neither a drive nor a coroutine `main` without parameters', 'Write `main:` under `coroutines`, or a `drive`.'] as const;
const START = 'Call it from a step that is reached, or remove it.';

program('without a drive, main is run until it is done', () => {
  assert.equal(accepted(scenarioFile('coroutines:\n  main:\n    - log: reached')).program.drive, [{
    kind: 'call', id: 2, as: null,
    expression: {
      kind: 'call',
      callee: { kind: 'attribute', of: { kind: 'word', name: 'loop' }, name: 'run_until_complete' },
      positional: [{ kind: 'call', callee: { kind: 'body', name: 'main' }, positional: [], keywords: [] }],
      keywords: [],
    },
  }]);
});

program('there is a drive, or a coroutine main without parameters', () => {
  refused('§title: What it is about, and how it ends\nclauses: [task.done.x]\n', NO_MAIN);
  refused(scenarioFile('coroutines:\n  §main(a):\n    - log: x'), NO_MAIN);
  refused(scenarioFile('callbacks:\n  §main:\n    - log: x'), NO_MAIN);
  refused(`# a comment first\n§${scenarioFile('coroutines:\n  worker:\n    - log: x')}`, NO_MAIN);
});

program('a body that nothing starts is told at its name: who only starts itself, or one another, does not run', () => {
  refused(scenarioFile(`
    coroutines:
      §alone:
        - log: a
      §itself:
        - await: itself()
      §ping:
        - await: pong()
      §pong:
        - await: ping()
      main:
        - await: started()
      started:
        - call: loop.call_soon(handed_on)
    callbacks:
      §unused(f):
        - log: b
      handed_on:
        - log: c
  `),
  ['body-not-started', "nothing starts 'alone'", START],
  ['body-not-started', "nothing starts 'itself'", START],
  ['body-not-started', "nothing starts 'ping'", START],
  ['body-not-started', "nothing starts 'pong'", START],
  ['body-not-started', "nothing starts 'unused'", START]);
});

program('with a drive, main is started by it or not at all', () => {
  refused(scenarioFile(`
    coroutines:
      §main:
        - log: a
    drive:
      - cycle: 1
  `), ['body-not-started', "nothing starts 'main'", START]);
});

program('a body is a coroutine, a callback, a generator, or a manager, by where it stands and what enters it', () => {
  const { program: read } = accepted(scenarioFile(`
    coroutines:
      plain:
        - log: plain
      items:
        - repeat: 2
          do:
            - yield: 1
        - return
      guard(x):
        - try:
            - yield: x
          finally:
            - log: left
      main:
        - async for: items()
          as: item
          do:
            - async with: guard(item)
              do:
                - await: plain()
        - call: loop.call_soon(called)
    callbacks:
      called:
        - return: 3
  `));
  assert.equal(read.bodies.map(({ name, kind }) => `${name}: ${kind}`),
    ['plain: coroutine', 'items: generator', 'guard: manager', 'main: coroutine', 'called: callback']);
});

program('what an async with enters has exactly one yield', () => {
  const message = (name: string): readonly ['misplaced-verb', string, string] =>
    ['misplaced-verb', `'${name}' is entered here, but does not have exactly one yield`, 'Give it one, between what entering and what leaving does.'];
  refused(scenarioFile(`
    coroutines:
      none:
        - log: none
      two:
        - try:
            - yield: 1
          except ValueError:
            - yield: 2
      main:
        - async with: §none()
          do:
            - log: a
        - async with: §two()
          do:
            - async with: two()
              do:
                - log: b
  `), message('none'), message('two'));
});

program('a body with a yield returns no value, at any depth', () => {
  refused(scenarioFile(`
    coroutines:
      §items:
        - yield
        - try:
            - cycle: 1
          except ValueError:
            - repeat: 2
              do:
                - async for: others()
                  do:
                    - return: 1
      others:
        - yield: 1
        - return
      main:
        - async for: items()
          do:
            - log: a
  `), ['misplaced-verb', "'items' has a yield, so it can return no value", 'Write `return` alone.']);
});

program.run();
