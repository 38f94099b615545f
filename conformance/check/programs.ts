// The only place for the small programs that a check of an adapter runs, in the suite's own language.

import { readScenario } from '../load/load-scenario.ts';
import { renderMistake } from '../load/mistake.ts';
import type { Scenario } from '../spec.ts';

/** Throws where the text is no scenario, which is a mistake of ours. */
export function programOf(name: string, title: string, yaml: string): Scenario {
  const text = `title: ${title}\nclauses: [task.class.check]\n${yaml}`;
  const { scenario, mistakes } = readScenario(text, { file: `check/${name}`, id: `check/${name}` }, null);
  if (scenario === null) throw new Error(mistakes.map(renderMistake).join('\n'));
  return scenario;
}

const sky = 'żółw Ωμέγα 走る 😀 e\u0301 "quoted" back\\\\slash';

/** What the adapter alone decides: no Task has a say in how these come out. The order is that in which they build on each other. */
export const controls: readonly Scenario[] = [
  programOf('order', 'Three points outside any coroutine are shown once each, in the order of the program', `
drive:
  - log: one
  - log: two
  - log: three
order: [one, two, three]`),
  programOf('values', 'None, booleans, integers, texts and lists come back as they were handed over', `
drive:
  - check: list([None, True, False, 0, 1, -7, 'text', [1, [2]]])
    is: [null, true, false, 0, 1, -7, text, [1, [2]]]`),
  programOf('identity', 'The same object is known again, and another one is not taken for it', `
futures: [f, g]
drive:
  - check: list([f, g, f])
    is: [f, g, f]`),
  programOf('errors', 'Exceptions have the name of their type, its bases and their arguments', `
exceptions: {Own: KeyError}
drive:
  - check: list([ValueError('boom'), KeyError(7), Own(), CancelledError()])
    is: [ValueError('boom'), KeyError(7), Own(), CancelledError()]
  - try:
      - raise: Own()
    except LookupError as e:
      - check: e
        is: Own()`),
  programOf('errors-of-the-implementation', 'Exceptions that the implementation raises are told by their own names', `
futures: [f]
drive:
  - call: f.set_exception(ValueError('boom'))
  - check: f.result()
    raises: ValueError('boom')`),
  programOf('callbacks', 'A function that is ready is called in the next pass, once, with its arguments', `
callbacks:
  tick(a, b):
    - check: a
      is: 7
    - check: b
      is: tock
    - log: called
drive:
  - call: loop.call_soon(tick, 7, 'tock')
  - log: registered
  - cycle: 1
  - log: worked
  - cycle: 1
order: [registered, called, worked]`),
  programOf('clock', 'The clock starts at 0 and jumps to the next timer when nothing is ready', `
callbacks:
  tick:
    - check: loop.time()
      is: 5
drive:
  - check: loop.time()
    is: 0
  - call: loop.call_later(5, tick)
  - cycle: idle
  - check: loop.time()
    is: 5`),
  programOf('synchronous', 'Between two awaits of a coroutine nothing else runs, however much it asks', `
callbacks:
  tick:
    - log: later
coroutines:
  main:
    - call: loop.call_soon(tick)
    - check: list([1])
      is: [1]
    - check: list([2])
      is: [2]
    - log: first
    - cycle: 2
order: [first, later]`),
];

/** What a Task hands on to its coroutine, and an adapter's coroutine to the runner. */
export const wakeups: readonly Scenario[] = [
  programOf('awaited-value', 'A coroutine that awaits a Future gets its result', `
futures: [f]
coroutines:
  main:
    - call: loop.call_soon(f.set_result, 42)
    - await: f
      is: 42`),
  programOf('awaited-error', 'A coroutine that awaits a Future gets its exception', `
futures: [f]
coroutines:
  main:
    - call: loop.call_soon(f.set_exception, ValueError('boom'))
    - await: f
      raises: ValueError('boom')`),
  programOf('awaited-cancellation', 'A coroutine that awaits a Future which is cancelled gets CancelledError', `
futures: [f]
coroutines:
  main:
    - call: loop.call_soon(f.cancel)
    - await: f
      raises: CancelledError`),
];

/** Scenarios of the suite, each about a promise that everything else builds on. */
export const taskScenarios: readonly string[] = [
  'class/creator-goes-on', 'result/returned-value', 'exception/error-returned', 'class/await-raises-the-exception', 'cancel/documented-example',
  'cancel/true-while-not-done', 'cancel/false-when-done', 'cancel/denied-in-finally', 'add_done_callback/gets-the-task', 'add_done_callback/by-a-third-task',
  'cancelled/not-until-the-end', 'get_stack/failed',
];

export const smallest = programOf('smallest', 'A program that reaches one point', `
drive:
  - log: here`);

/** Leaves a Task that would go on, a callback, a timer, a value in a context and a clock that has moved. */
export const leavesMuch = programOf('leaves-much', 'Whatever a program can leave behind', `
variables: [color]
coroutines:
  forgotten:
    - repeat: 9
      do:
        - log: a Task of another program
          times: 9
        - await: sleep(1)
    - log: its end
  main:
    - call: color.set('red')
    - call: create_task(forgotten())
    - cycle: 1
callbacks:
  late:
    - log: a callback of another program
drive:
  - call: loop.call_later(1, late)
  - call: loop.run_until_complete(main())
  - call: loop.call_soon(late)`);

/** The same where little is claimed. */
export const leavesLittle = programOf('leaves-little', 'A coroutine that waits for ever', `
coroutines:
  forgotten:
    - await: sleep(5)
    - log: a Task of another program
  main:
    - call: create_task(forgotten())
    - cycle: 1`);

/** Looks for what is left: two of them must be alike, whatever ran between them. */
export const looksAround = programOf('looks-around', 'Time, Tasks and the loop of a program of its own', `
coroutines:
  main:
    - check: loop.time()
      is: 0
    - check: all_tasks()
      unordered: []
    - await: sleep(20)
    - log: slept
drive:
  - log: begins
  - call: loop.run_until_complete(main())
  - log: ends`);

export const waitsOnly = programOf('waits-only', 'A program that begins, waits, and ends', `
coroutines:
  main:
    - await: sleep(20)
    - log: slept
drive:
  - log: begins
  - call: loop.run_until_complete(main())
  - log: ends`);

export const unicode = programOf('unicode', 'Texts of many scripts come back character by character', `
drive:
  - log: żółw 😀
  - check: list(['${sky}'])
    is: ['${sky.replace('\\\\', '\\')}']`);

/** Many steps, many functions, and a text longer than any buffer of a pipe. */
export const large = programOf('large', 'A program of a thousand steps, a hundred functions and a text of 200000 characters', `
callbacks:
${Array.from({ length: 100 }, (_, index) => `  function${index}:\n    - never: function ${index} is called`).join('\n')}
drive:
  - call: list([${Array.from({ length: 100 }, (_, index) => `function${index}`).join(', ')}])
${Array.from({ length: 1000 }, (_, index) => `  - log: point ${index}`).join('\n')}
  - check: list(['${'x'.repeat(200_000)}'])
    is: ['${'x'.repeat(200_000)}']`);

/** More passes than any budget of a check; no Task has a say in them. */
export const neverEnds = programOf('never-ends', 'A function that registers itself again each time it is called', `
callbacks:
  tick:
    - call: loop.call_soon(tick)
drive:
  - call: loop.call_soon(tick)
  - cycle: idle
  - log: done`);

/** The same where little is claimed. */
export const sleepsOften = programOf('sleeps-often', 'A coroutine that gives up its turn a thousand times', `
coroutines:
  main:
    - repeat: 1000
      do:
        - await: sleep(0)
    - log: done`);

/** So many steps without a pass that only a watchdog can end it. */
export const hangs = programOf('hangs', 'A program that is busy far longer than it may be', `
drive:
  - repeat: 1000
    do:
      - repeat: 1000
        do:
          - repeat: 1000
            do:
              - call: list([])
  - log: at last`);

/** Nobody will ever set the result. */
export const stuck = programOf('stuck', 'A program that waits for what never comes', `
futures: [f]
drive:
  - log: begins
  - call: loop.run_until_complete(f)`);
