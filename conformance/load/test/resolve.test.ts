import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Expression } from '../../program.ts';
import { accepted, mistakesIn, refused, scenarioFile } from './bad-file.ts';

const resolve = suite('resolve');

const UNKNOWN = 'Bind it with `as:`, declare it, or write a text in quotes.';
const SYNTAX = "An expression is a call in Python's syntax, `t.add_done_callback(done, context=box)`: names, whole numbers, quoted texts, True, False, None, lists; no operators.";

const file = (call: string): string => scenarioFile(`
  exceptions: {Fatal: BaseException}
  variables: [color]
  futures: [f]
  coroutines:
    worker(given):
      - call: list([given, color, f, box, worker, Fatal, TypeError, loop, sleep, 'a text'])
    main:
      - call: ${call}
      - call: copy_context()
        as: box
      - call: worker(1)
`);

resolve('each name is told apart by what it stands for', () => {
  const { program } = accepted(file('f.done()'));
  const [step] = program.bodies[0]?.steps ?? [];
  if (step?.kind !== 'call' || step.expression.kind !== 'call') throw new Error('it is a call');
  const [items] = step.expression.positional;
  const expected: readonly Expression[] = [
    { kind: 'variable', name: 'given' }, { kind: 'variable', name: 'color' }, { kind: 'variable', name: 'f' }, { kind: 'variable', name: 'box' },
    { kind: 'body', name: 'worker' }, { kind: 'exception', name: 'Fatal' }, { kind: 'exception', name: 'TypeError' },
    { kind: 'word', name: 'loop' }, { kind: 'word', name: 'sleep' }, { kind: 'constant', value: 'a text' },
  ];
  assert.equal(items, { kind: 'list', items: expected });
  assert.equal(program.texts, ['a text']);
});

resolve('a name that is bound nowhere is told where it stands, with what was meant', () => {
  refused(file('§creat_task(§workr(f, §nothing), [§worke])'),
    ['unknown-name', "nothing is called 'creat_task'", "Did you mean 'create_task'?"],
    ['unknown-name', "nothing is called 'workr'", "Did you mean 'worker'?"],
    ['unknown-name', "nothing is called 'nothing'", UNKNOWN],
    ['unknown-name', "nothing is called 'worke'", "Did you mean 'worker'?"]);
});

resolve('a parameter is known in its own body only', () => {
  refused(file('list(§given)'), ['unknown-name', "nothing is called 'given'", UNKNOWN]);
});

resolve('attributes are a closed list', () => {
  refused(file('f.§dome(f.§__class__.§__subclasses__())'),
    ['unknown-attribute', "'dome' is no attribute of this language", "Did you mean 'done'?"],
    ['unknown-attribute', "'__class__' is no attribute of this language", "Did you mean '__cause__'?"],
    ['unknown-attribute', "'__subclasses__' is no attribute of this language",
      'Known: cancel, cancelled, done, result, exception, add_done_callback, remove_done_callback, get_stack, print_stack, all_tasks, current_task, '
      + 'get_loop, set_result, set_exception, call_soon, call_later, create_task, create_future, run_until_complete, run_forever, stop, time, '
      + 'is_running, close, set_exception_handler, run, get, set, reset, append, __cause__, __context__.']);
});

resolve('what Python or JavaScript know beyond the language is unknown', () => {
  for (const name of ['__import__', 'exec', 'eval', 'open', 'constructor', 'toString', '__proto__', 'hasOwnProperty', 'object']) {
    refused(file(`list(§${name})`), ['unknown-name', `nothing is called '${name}'`, UNKNOWN]);
    assert.equal(mistakesIn(file(`f.${name}()`)).map(({ code }) => code), ['unknown-attribute']);
  }
});

resolve('an argument can have no keyword of Python as its name', () => {
  refused(file('list(a=1, §class=2, §None=§nothing)'),
    ['keyword-argument', "'class' is a keyword of Python", 'Use another name.'],
    ['keyword-argument', "'None' is a keyword of Python", 'Use another name.'],
    ['unknown-name', "nothing is called 'nothing'", UNKNOWN]);
});

resolve('a mistake inside quotes or a block is told at its line and column', () => {
  refused(file(`"list(f, '\\"', §nothing)"`), ['unknown-name', "nothing is called 'nothing'", UNKNOWN]);
  refused(file('|\n          list(f,\n            f §f)\n'), ['expression-syntax', "expected ',', found 'f'", SYNTAX]);
});

resolve('true, false and null of YAML are those of Python', () => {
  const { program } = accepted(scenarioFile(`
    coroutines:
      main:
        - check: true
          is: true
        - check: false
          is: false
        - check: ~
          is: null
        - check: -3
          is: -3
  `));
  assert.equal(program.bodies[0]?.steps.map((step) => (step.kind === 'check' ? step.expression : null)), [
    { kind: 'constant', value: true }, { kind: 'constant', value: false }, { kind: 'constant', value: null }, { kind: 'constant', value: -3 },
  ]);
});

resolve.run();
