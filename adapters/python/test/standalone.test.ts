import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { whereFound } from '../../../conformance/test/where-found.ts';
import type { Scenario } from '../../../conformance/spec.ts';
import { emitPython } from '../emit.ts';
import { emitStandalone } from '../standalone.ts';
import { noPython, python } from './at-hand.ts';
import { scenarioFrom } from './scenario-from-text.ts';

const standalone = suite('the standalone program');
const withPython = whereFound(standalone, noPython);

interface Outcome {
  readonly status: number | null;
  readonly lines: readonly string[];
}

/** What a plain python3 makes of a scenario. */
function outcomeOf(scenario: string | Scenario, ...options: readonly string[]): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
  try {
    const file = join(folder, 'it.py');
    writeFileSync(file, emitStandalone(typeof scenario === 'string' ? scenarioFrom(scenario) : scenario));
    const { status, stdout, stderr } = spawnSync(python ?? '', [file, ...options], { encoding: 'utf8' });
    assert.is(stderr, '');
    return { status, lines: stdout.trim().split('\n').map((line) => line.trim().replace(/ {2,}/g, ' | ')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Steps of main, with a finished and a pending task at hand. */
const main = (steps: string): string => `
futures: [f]
coroutines:
  worker:
    - return: 42
  waiter:
    - await: f
  main:
    - call: create_task(worker())
      as: t
    - call: create_task(waiter())
      as: w
    - cycle: 2
${steps.trim().split('\n').map((line) => `    ${line}`).join('\n')}
`;

/** Each form: what holds, and what does not. */
const forms: readonly (readonly [string, string, string])[] = [
  ['is a value', '- check: t.result()\n  is: 42', '- check: t.result()\n  is: 43'],
  ['is True and not 1', '- check: t.done()\n  is: true', '- check: t.done()\n  is: 1'],
  ['is None', '- check: t.exception()\n  is: null', '- check: t.exception()\n  is: false'],
  ['is a list', "- check: list([1, 'a'])\n  is: [1, a]", "- check: list([1, 'a'])\n  is: [1, a, a]"],
  ['is that very object', '- check: ensure_future(w)\n  is: w', '- check: ensure_future(t)\n  is: w'],
  ['is an exception', "- check: list([ValueError('a')])\n  is: [ValueError('a')]", "- check: list([ValueError('a')])\n  is: [ValueError('b')]"],
  ['is a stack', '- check: w.get_stack()\n  is: [waiter at await f]', '- check: w.get_stack()\n  is: [waiter at start]'],
  ['is not that object', '- check: ensure_future(w)\n  is_not: t', '- check: ensure_future(w)\n  is_not: w'],
  ['raises', '- check: w.result()\n  raises: InvalidStateError', '- check: w.result()\n  raises: CancelledError'],
  ['raises and does not', '- check: w.result()\n  raises: InvalidStateError', '- check: t.result()\n  raises: InvalidStateError'],
  ['unordered', '- check: list([1, 2])\n  unordered: [2, 1]', '- check: list([1, 2, 2])\n  unordered: [2, 1, 1]'],
  ['contains', '- check: all_tasks()\n  contains: [w]', '- check: all_tasks()\n  contains: [t]'],
  ['lacks', '- check: all_tasks()\n  lacks: [t]', '- check: all_tasks()\n  lacks: [w]'],
  ['ends with', '- check: list([1, 2, 3])\n  ends_with: [2, 3]', '- check: list([1, 2, 3])\n  ends_with: [1, 2]'],
  ['one of', '- check: t.result()\n  one_of: [41, 42]', '- check: t.result()\n  one_of: [{raises: TypeError}, 41]'],
  ['each', '- repeat: 2\n  do:\n    - check: f.set_result(1)\n      each: [null, {raises: InvalidStateError}]', '- repeat: 2\n  do:\n    - check: f.cancel()\n      each: [true, true]'],
  ['times', '- repeat: 2\n  do:\n    - log: twice\n      times: 2', '- repeat: 2\n  do:\n    - log: thrice\n      times: 3'],
  ['once', '- log: once', '- repeat: 2\n  do:\n    - log: once'],
  ['never', '- cycle: 1', '- never: this'],
];
for (const [what, right, wrong] of forms) {
  withPython(`holds a scenario to: ${what}`, () => {
    const good = outcomeOf(main(right));
    assert.equal([good.status, good.lines.at(-1)], [0, 'as expected']);
    const bad = outcomeOf(main(wrong));
    assert.equal([bad.status, bad.lines.at(-1)], [1, 'not as expected']);
    assert.match(bad.lines.join('\n'), /EXPECTED/);
  });
}

withPython('holds a scenario to its order', () => {
  const steps = '- log: first\n- log: second';
  assert.is(outcomeOf(`${main(steps)}order: [first, second]`).status, 0);
  const bad = outcomeOf(`${main(steps)}order: [second, first]`);
  assert.is(bad.status, 1);
  assert.match(bad.lines.join('\n'), /EXPECTED the other way round: log: second, then log: first/);
});

withPython('fits exactly one outcome and names it', () => {
  const variants = (one: string, other: string): string => `variants: [words, cpython]\n${main(`- check: t.result()\n  words: {is: ${one}}\n  cpython: {is: ${other}}`)}`;
  assert.equal(outcomeOf(variants('41', '42')), { status: 0, lines: ['check: t.result() | 42 | ok as cpython', 'as expected (cpython)'] });
  assert.equal(outcomeOf(variants('41', '43')).status, 1);
  const both = outcomeOf(`variants: [words, cpython]\n${main('- check: t.result()\n  is: 42')}`);
  assert.equal([both.status, both.lines.at(-1)], [1, 'several outcomes fit: words, cpython']);
});

withPython('tells a program that does not come to its end, and its line', () => {
  const raised = outcomeOf(main("- raise: ValueError('deep')"));
  assert.is(raised.status, 1);
  assert.match(raised.lines.join('\n'), /ValueError\('deep'\) left the program at line \d+/);
  assert.match(outcomeOf(main('- raise: SystemExit(0)')).lines.join('\n'), /SystemExit left the program/);
  assert.match(outcomeOf(main('- await: w')).lines.join('\n'), /stuck: nothing is ready/);
});

withPython('no name of a scenario meets one of ours', () => {
  const names = ['holds', 'matches', 'Onlooker', 'kind', 'show', 'json', 're', 'os', 'repr', 'all', 'any', 'map', 'zip', 'len', 'isinstance_', 'self', 'file', 'namespace'];
  const steps = names.map((name) => `- call: Future()\n  as: ${name}\n- check: ${name}\n  is: ${name}`).join('\n');
  assert.is(outcomeOf(main(steps)).status, 0);
});

withPython('tells, where it comes out wrong, what errors only the loop heard of', () => {
  const scenario = (expected: string): string => `
callbacks:
  tick:
    - raise: ValueError('unheard')
drive:
  - call: loop.call_soon(tick)
  - cycle: 1
  - check: loop.time()
    is: ${expected}
`;
  const [good, bad] = [outcomeOf(scenario('0')), outcomeOf(scenario('1'))];
  assert.equal(good.lines.slice(1), ['as expected']);
  assert.is(bad.lines[1], 'an error left a callback of the loop: ValueError: unheard');
  assert.match(bad.lines[2] ?? '', /^it\.py:\d+ in tick: raise ValueError\('unheard'\)$/);
});

withPython('takes the Task written in Python where it is told to', () => {
  const failing = `
coroutines:
  worker:
    - raise: ValueError('deep')
  main:
    - call: create_task(worker())
      as: t
    - cycle: 1
    - check: t.get_stack()
      is: [worker]
`;
  assert.is(outcomeOf(failing).status, 0);
  assert.is(outcomeOf(failing, 'pure').status, 1);
});

withPython('what a scenario says cannot work the terminal, nor end what holds it', () => {
  // The loader refuses such characters; nothing here may rely on it.
  const hostile = '\u001b[2J \u202e \ud800 """ \\ \' é {FIRST}\nimport os; os.abort()';
  const scenario = scenarioFrom(main('- log: here'));
  const places = scenario.places.map((place) => ({ ...place, text: hostile }));
  const { status, lines } = outcomeOf({ ...scenario, id: hostile, title: hostile, places });
  assert.is(status, 0);
  assert.not.match(lines.join('\n'), /[^\x20-\x7e\n]/);
});

standalone('holds the very source that the adapter runs', () => {
  const scenario = scenarioFrom(main('- check: t.done()\n  is: true'));
  assert.ok(emitStandalone(scenario).includes(emitPython(scenario.program, { title: scenario.title }).source));
});

standalone.run();
