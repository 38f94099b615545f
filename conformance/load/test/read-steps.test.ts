import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Mistakes } from '../mistake.ts';
import { readOutline } from '../outline.ts';
import { expectsText, mayRaise } from '../read-outcomes.ts';
import { readSteps } from '../read-steps.ts';
import { Mentions } from '../resolve.ts';
import { entry, parseTree } from '../yaml-tree.ts';
import { accepted, dedent, mainOf, refused, scenarioFile } from './bad-file.ts';

const steps = suite('read-steps');

const SYNTAX = "An expression is a call in Python's syntax, `t.add_done_callback(done, context=box)`: names, whole numbers, quoted texts, True, False, None, lists; no operators.";

steps('every verb becomes a step with its number in the order of the file', () => {
  const { program, places } = accepted(scenarioFile(`
    futures: [f]
    coroutines:
      items:
        - yield: 1
        - yield
      main:
        - call: Future()
          as: g
        - check: g.done()
          is: false
          as: seen
        - await: f
        - await: f
          as: came
        - await: f
          raises: ValueError
        - log: reached
        - never: not reached
        - cycle: 2
        - repeat: 3
          do:
            - cycle: 1
        - try:
            - raise: ValueError('a')
              from: None
          except (ValueError, TypeError) as error:
            - raise
          except:
            - return
          else:
            - call: list([])
          finally:
            - call: list([])
        - async for: items()
          as: item
          do:
            - return: item
        - return: [1, 'a text', f, list(items)]
    drive:
      - cycle: idle
      - call: new_event_loop()
        as: other
      - cycle: 1
        loop: other
      - cycle: 1
        loop: loop
      - call: loop.run_until_complete(main())
  `));
  const main = program.bodies.find(({ name }) => name === 'main')?.steps ?? [];
  assert.equal(main.map(({ kind, id }) => `${id} ${kind}`), [
    '3 call', '4 check', '5 await', '6 await', '7 await', '8 log', '9 log', '10 cycle', '11 repeat', '13 try', '19 async for', '21 return',
  ]);
  assert.equal(main.flatMap((step) => (step.kind === 'await' ? [[step.observed, step.catches, step.as]] : [])),
    [[false, false, null], [false, false, 'came'], [true, true, null]]);
  const attempt = main.find((step) => step.kind === 'try');
  if (attempt?.kind !== 'try') throw new Error('there is a try');
  assert.equal(attempt.handlers.map(({ types, as }) => [types, as]), [[['ValueError', 'TypeError'], 'error'], [[], null]]);
  assert.equal(attempt.steps, [{
    kind: 'raise', id: 14, cause: { kind: 'constant', value: null },
    error: { kind: 'call', callee: { kind: 'exception', name: 'ValueError' }, positional: [{ kind: 'constant', value: 'a' }], keywords: [] },
  }]);
  assert.equal(program.drive.flatMap((step) => (step.kind === 'cycle' ? [[step.count, step.loop]] : [])),
    [['idle', null], [1, 'other'], [1, 'loop']]);
  assert.equal(main.at(-1), {
    kind: 'return', id: 21,
    value: {
      kind: 'list',
      items: [
        { kind: 'constant', value: 1 }, { kind: 'constant', value: 'a text' }, { kind: 'variable', name: 'f' },
        { kind: 'call', callee: { kind: 'word', name: 'list' }, positional: [{ kind: 'body', name: 'items' }], keywords: [] },
      ],
    },
  });
  assert.equal(places.slice(0, 7).map(({ body, text, expects }) => [body, text, expects]), [
    ['items', 'yield: 1', null], ['items', 'yield', null], ['main', 'call: Future()  as: g', null], ['main', 'check: g.done()  as: seen', 'is: false'],
    ['main', 'await: f', null], ['main', 'await: f  as: came', null], ['main', 'await: f', 'raises: ValueError'],
  ]);
});

steps('the places tell what a file expects, of those verbs that expect something', () => {
  const { places } = accepted(scenarioFile(`
    variants: [words, cpython<3.8]
    exceptions: {Own: Exception}
    coroutines:
      main:
        - check: list([1])
          as: box
          clause: task.done.x
          words: {unordered: [1], times: 1}
          cpython<3.8: {is: [null, true, 'a']}
        - log: reached
          times: 1
        - never: not reached
        - try:
            - raise: Own()
              from: None
          except Own:
            - return: 1
          finally:
            - log: left
  `));
  assert.equal(places.map(({ text, expects }) => [text, expects]), [
    ['check: list([1])  as: box', 'words: {unordered: [1], times: 1}, cpython<3.8: {is: [null, true, a]}'],
    ['log: reached', 'times: 1'], ['never: not reached', 'never reached'], ['try', null], ['raise: Own()', null], ['return: 1', null], ['log: left', null],
    ['call: loop.run_until_complete(main())', null],
  ]);
});

steps('nothing is reached after a return or a raise', () => {
  refused(mainOf(`
    - repeat: 2
      do:
        - raise: ValueError
        - §log: a
        - log: b
    - try:
        - return: 1
        - §return
        - §log: c
      except:
        - raise
        - §log: d
  `),
  ['unreachable-step', "nothing is reached after 'raise'", 'Remove it, or move it before.'],
  ['unreachable-step', "nothing is reached after 'return'", 'Remove it, or move it before.'],
  ['unreachable-step', "nothing is reached after 'return'", 'Remove it, or move it before.'],
  ['unreachable-step', "nothing is reached after 'raise'", 'Remove it, or move it before.']);
});

steps('a verb has its places: no await in a callback, no return in drive', () => {
  const callback = 'There: call, check, log, never, return, raise, repeat, try.';
  const drive = 'There: call, check, log, never, raise, cycle, repeat, try.';
  refused(scenarioFile(`
    futures: [f]
    callbacks:
      called:
        - §await: f
        - repeat: 2
          do:
            - §cycle: 1
        - §yield
        - §async for: f
          do:
            - log: a
        - §async with: f
          do:
            - log: b
    drive:
      - call: loop.call_soon(called)
      - §return: 1
      - §await: f
      - try:
          - §yield: 1
        finally:
          - log: c
  `),
  ['misplaced-verb', "'await' has no place in a callback", callback], ['misplaced-verb', "'cycle' has no place in a callback", callback],
  ['misplaced-verb', "'yield' has no place in a callback", callback], ['misplaced-verb', "'async for' has no place in a callback", callback],
  ['misplaced-verb', "'async with' has no place in a callback", callback], ['misplaced-verb', "'return' has no place in drive", drive],
  ['misplaced-verb', "'await' has no place in drive", drive], ['misplaced-verb', "'yield' has no place in drive", drive]);
});

steps('a bare raise stands inside an except, at any depth there, and nowhere else', () => {
  accepted(mainOf(`
    - try:
        - cycle: 1
      except ValueError:
        - repeat: 2
          do:
            - try:
                - raise
              finally:
                - log: a
                  times: 2
  `));
  refused(mainOf(`
    - try:
        - §raise
      except ValueError:
        - log: a
      else:
        - §raise
      finally:
        - §raise
  `), ...[1, 2, 3].map(() => ['handler', 'a bare raise stands inside an except', 'Name what to raise.'] as const));
});

steps('a try has handlers as Python has them', () => {
  refused(mainOf(`
    - §try:
        - log: a
    - §§try:
        - log: b
      else:
        - log: c
    - try:
        - log: d
      §except:
        - log: e
      except ValueError:
        - log: f
    - try:
        - log: g
      §except ValueError or TypeError:
        - log: h
      except Exception:
        - log: i
    - try:
        - log: j
      §except (Foo, TypeError) as error:
        - check: error
          is: error
      §except Bar:
        - log: k
  `),
  ['handler', 'a try needs an except or a finally', 'Add one.'],
  ['handler', 'a try needs an except or a finally', 'Add one.'],
  ['handler', 'an else needs an except', 'Add one, or move its steps into the try.'],
  ['handler', 'a bare except comes last', 'Move it to the end.'],
  ['handler', "'except ValueError or TypeError' is no except clause", 'Write `except TYPE:`, `except (A, B) as e:` or `except:`.'],
  ['unknown-exception', "'Foo' is no exception", 'Name one of Python, or declare it under `exceptions`.'],
  ['unknown-exception', "'Bar' is no exception", 'Name one of Python, or declare it under `exceptions`.']);
});

steps('`cycle: idle` and a loop of its own belong to drive, and the loop is one', () => {
  refused(scenarioFile(`
    futures: [f]
    coroutines:
      main:
        - §cycle: idle
        - §cycle: 1
          loop: f
    drive:
      - call: loop.run_until_complete(main())
      - cycle: 1
        loop: §main
      - cycle: 1
        loop: §sleep
      - cycle: 1
        loop: §nothing
  `),
  ['misplaced-verb', '`cycle: idle` and `loop:` belong to drive', 'In a coroutine say how many cycles.'],
  ['misplaced-verb', '`cycle: idle` and `loop:` belong to drive', 'In a coroutine say how many cycles.'],
  ['unknown-name', "'main' is no loop", 'Name what `new_event_loop()` was bound to.'],
  ['unknown-name', "'sleep' is no loop", 'Name what `new_event_loop()` was bound to.'],
  ['unknown-name', "nothing is called 'nothing'", 'Bind it with `as:`, declare it, or write a text in quotes.']);
});

steps('an async with enters a call of a coroutine', () => {
  refused(scenarioFile(`
    futures: [f]
    coroutines:
      guard:
        - yield
      main:
        - async with: §f
          do:
            - log: a
        - async with: §guard
          do:
            - log: b
        - async with: §shield(f)
          do:
            - log: c
        - async with: guard()
          do:
            - log: d
  `), ...[1, 2, 3].map(() => ['misplaced-verb', 'an async with enters a call of a coroutine that has one yield',
    'Write it under `coroutines`, and call it here: `guard()`.'] as const));
});

steps('an await that names a clause expects something', () => {
  refused(scenarioFile(`
    futures: [f]
    coroutines:
      main:
        - await: f
          §clause: task.done.x
        - await: f
          clause: task.done.x
          times: 1
  `), ['no-expectation', 'an await that names a clause expects something', 'Say what: `is:`, `raises:` …, or remove `clause`.']);
});

steps('an expression that is broken or names nothing is told, whatever the verb', () => {
  const verbs = ['call: {}', 'check: {}\n  is: 1', 'await: {}', 'raise: {}', 'async for: {}\n  do:\n    - log: a', 'async with: {}\n  do:\n    - log: a', 'return: {}()', 'yield: {}()'];
  for (const verb of verbs) refused(mainOf(`- ${verb.replace('{}', '§nothing')}`),
    ['unknown-name', "nothing is called 'nothing'", 'Bind it with `as:`, declare it, or write a text in quotes.']);
  refused(mainOf('- raise: ValueError\n  from: §nothing'), ['unknown-name', "nothing is called 'nothing'", 'Bind it with `as:`, declare it, or write a text in quotes.']);
});

steps('a text to return is code only if it is bound or a call', () => {
  const returned = (value: string): unknown => {
    const last = accepted(mainOf(`- call: Future()\n  as: f\n- return: ${value}`)).program.bodies[0]?.steps.at(-1);
    return last?.kind === 'return' ? last.value : null;
  };
  assert.equal(returned('f'), { kind: 'variable', name: 'f' });
  assert.equal(returned("'f'"), { kind: 'variable', name: 'f' });
  assert.equal(returned('main'), { kind: 'body', name: 'main' });
  assert.equal(returned('a few words'), { kind: 'constant', value: 'a few words' });
  assert.equal(returned('nothing'), { kind: 'constant', value: 'nothing' });
  assert.equal(returned('f (x)'), { kind: 'constant', value: 'f (x)' });
  assert.equal(returned('null'), { kind: 'constant', value: null });
  refused(mainOf('- return: broken(off §off)'), ['expression-syntax', "expected ',', found 'off'", SYNTAX]);
});

steps('on a tree that no schema has seen, what is no expression is told and nothing is thrown', () => {
  const text = dedent(`
    coroutines:
      main:
        - call: [a, list]
        - check: {a: map}
        - raise: [x]
        - [a, list]
        - 42
        - return: {a: map}
        - try: text
        - cycle: {a: map}
        - repeat: [x]
        - log: [x]
        - call
        - async with: [x]
  `);
  const mistakes = new Mistakes('x.yaml', text);
  const tree = parseTree(text, mistakes);
  assert.ok(tree);
  const outline = readOutline(tree, mistakes);
  const [body] = outline.bodies;
  assert.ok(body);
  const coroutines = entry(tree, 'coroutines');
  assert.ok(coroutines);
  readSteps(body.steps, {
    scope: { outline, body, mentions: new Mentions(), mistakes }, places: [], pending: [], awaits: [], managers: new Map(), generators: new Set(),
    catches: mayRaise, expects: expectsText,
  });
  assert.equal(mistakes.found.map(({ line, code }) => `${line} ${code}`), [
    '3 wrong-type', '4 wrong-type', '5 wrong-type', '6 unreachable-step', '9 unreachable-step', '9 handler', '13 wrong-type', '14 wrong-type',
  ]);
});

steps.run();
