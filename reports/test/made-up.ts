// The only place for the made-up results that the reports are tried with: one of every kind, and names that would do harm.

import type { Diagnosed, ImplementationOverview, Overview, Row } from '../../conformance/overview.ts';
import type { Level, Member } from '../../conformance/spec.ts';
import type { Weight } from '../../conformance/verdict.ts';

/** Clears the screen, rings, turns the writing direction, and is half a character. */
export const harm = '\u001b[2J\u0007\u202e\ud800\r\n::error::<script>';

const zero = {
  pass: 0, fail: 0, unsupported: 0, 'not-applicable': 0, hang: 0, crash: 0, budget: 0, 'protocol-error': 0, 'adapter-error': 0, 'not-run': 0,
};
const noWeights = { green: 0, red: 0, warning: 0, information: 0, grey: 0, broken: 0 };

export const found = (about: Partial<Diagnosed> & { readonly scenario: string }): Diagnosed => ({
  title: 'A Task that swallows the request goes on', file: `spec/scenarios/${about.scenario}.yaml`,
  clause: {
    id: 'task.cancel.deny', level: 'must', text: 'A coroutine may deny the request by suppressing CancelledError; it then goes on as if nothing had been asked of it.',
    sentences: ['cancel.3', 'cancel.4'], link: 'https://docs.python.org/3.7/library/asyncio-task.html#asyncio.Task.cancel',
  },
  verdict: 'failed', kind: 'fail', weight: 'red',
  before: [
    { line: 12, body: 'main', text: 'check: t.cancel()', showed: 'True' },
    { line: 8, body: 'worker', text: 'log: denied', showed: '' },
  ],
  where: { line: 16, body: 'main', text: 'check: t.cancelled()', expects: 'is: false', nth: 1 },
  expected: 'False', seen: 'True', variant: null,
  tasks: [
    { task: 'main#1', state: 'running', history: [{ cycle: 0, event: 'created' }, { cycle: 1, event: 'runs' }] },
    {
      task: 't', state: 'cancelled', history: [
        { cycle: 1, event: 'created' }, { cycle: 2, event: 'runs' }, { cycle: 2, event: 'waits for sleep(3600)' }, { cycle: 3, event: 'cancel() requested' },
        { cycle: 4, event: 'CancelledError delivered' }, { cycle: 4, event: 'runs' }, { cycle: 4, event: 'runs' }, { cycle: 5, event: 'done, cancelled' },
      ],
    },
  ],
  flaky: false, echoOf: null, output: '', command: `taskspec show ${about.scenario} --as python`,
  ...about,
});

export const implementation = (about: Partial<ImplementationOverview> & { readonly name: string }): ImplementationOverview => ({
  description: {
    name: about.name, implementation: 'CPython', version: '3.8.18', target: '3.8', task: '_asyncio.Task', capabilities: [], environment: {},
  },
  target: '3.8', conclusion: 'conforms', failures: [], differences: [], ambiguous: [], classes: [],
  totals: { selected: 0, verdicts: zero, weights: noWeights, flaky: 0 },
  ...about,
});

/** Cells in short: a weight, `=variant` for a pass, or why it is grey. */
const cellOf = (text: string): Row['cells'][number] => {
  if (text === 'unsupported' || text === 'not-applicable' || text === 'not-run') return { kind: text, weight: 'grey', variant: '' };
  if (text.startsWith('=')) return { kind: 'pass', weight: 'green', variant: text.slice(1) };
  const weights: Readonly<Record<string, Weight>> = { red: 'red', warning: 'warning', information: 'information', broken: 'broken' };
  const weight = weights[text] ?? 'green';
  return { kind: weight === 'green' ? 'pass' : weight === 'broken' ? 'adapter-error' : 'fail', weight, variant: '' };
};

export const row = (scenario: string, member: Member, level: Level, ...cells: readonly string[]): Row => ({
  scenario, title: '', member, class: member === 'cancel' ? 'cancellation' : 'core', level,
  variants: level === 'contested' ? ['words', 'cpython<3.8', 'cpython>=3.8'] : [''], cells: cells.map(cellOf),
});

const totals = (verdicts: Partial<typeof zero>, weights: Partial<typeof noWeights>, flaky = 0): ImplementationOverview['totals'] => ({
  selected: Object.values(verdicts).reduce((sum, count) => sum + count, 0),
  verdicts: { ...zero, ...verdicts }, weights: { ...noWeights, ...weights }, flaky,
});

/** One implementation that does nearly everything wrong that one can. */
export const one: Overview = {
  document: '3.7', digest: '0123456789abcdef',
  rows: [
    row('done/false-then-true', 'done', 'must', 'pass'), row('done/argument-refused', 'done', 'must', 'unsupported'),
    row('cancel/denied', 'cancel', 'must', 'red'), row('cancel/denied-twice', 'cancel', 'must', 'red'), row('cancel/hangs', 'cancel', 'must', 'red'),
    row('cancel/politely', 'cancel', 'should', 'warning'), row('cancel/how-many-cycles', 'cancel', 'observed', 'information'),
    row('cancel/itself', 'cancel', 'contested', '=cpython>=3.8'), row('cancel/late', 'cancel', 'must', 'not-applicable'),
    row('result/broken', 'result', 'must', 'broken'), row('result/broken-too', 'result', 'must', 'broken'), row('result/last', 'result', 'must', 'not-run'),
  ],
  implementations: [implementation({
    name: 'python:3.8', conclusion: 'failed',
    totals: totals(
      { pass: 2, fail: 4, hang: 1, unsupported: 1, 'not-applicable': 1, 'adapter-error': 2, 'not-run': 1 },
      { green: 2, red: 3, warning: 1, information: 1, grey: 3, broken: 2 }, 1,
    ),
    failures: [
      found({ scenario: 'cancel/denied' }),
      found({ scenario: 'cancel/denied-twice', echoOf: 'cancel/denied' }),
      found({
        scenario: 'cancel/hangs', title: `It never answers ${harm}`, kind: 'hang', verdict: 'hung: no answer within 5 s', where: null, expected: null,
        seen: 'hung: no answer within 5 s', tasks: [], output: `Traceback\n  File "x.py"${harm}\nlast words`,
        before: Array.from({ length: 15 }, (_, index) => ({ line: index + 1, body: 'main', text: `check: n${index}.done()`, showed: index === 14 ? harm : 'False' })),
      }),
      found({
        scenario: 'cancel/politely', weight: 'warning', flaky: true, variant: 'cpython>=3.8',
        where: { line: 20, body: 'main', text: `check: ${'gather('.repeat(12)}t`, expects: null, nth: 3 },
        expected: `raises ${'ValueError("a long text"), '.repeat(6)}`,
        clause: { id: 'task.cancel.polite', level: 'should', text: 'It asks.', sentences: [], link: 'https://docs.invalid/' },
        tasks: Array.from({ length: 10 }, (_, index) => ({ task: `worker#${index}`, state: 'not started', history: [{ cycle: 0, event: 'created' }] })),
      }),
      found({ scenario: 'result/broken', kind: 'adapter-error', weight: 'broken', verdict: 'adapter error: it broke', where: null, expected: null, seen: 'adapter error: it broke', before: [], tasks: [] }),
      found({ scenario: 'result/broken-too', kind: 'adapter-error', weight: 'broken', verdict: 'adapter error: it broke', where: null, expected: null, seen: 'adapter error: it broke', before: [], tasks: [] }),
    ],
    differences: [found({ scenario: 'cancel/how-many-cycles', weight: 'information', clause: { ...found({ scenario: 'x' }).clause, id: 'task.cancel.cycles', level: 'observed' } })],
  })],
};

const three = (names: readonly string[]): readonly ImplementationOverview[] => names.map((name) => implementation({ name }));

/** Three that differ, one of which could not be started, and one that was stopped. */
export const several: Overview = {
  ...one,
  rows: [
    row('done/false-then-true', 'done', 'must', 'pass', 'pass', 'broken', 'pass'),
    row('done/argument-refused', 'done', 'must', 'unsupported', 'pass', 'broken', 'not-run'),
    row('cancel/denied', 'cancel', 'must', 'pass', 'red', 'broken', 'red'),
    row('cancel/how-many-cycles', 'cancel', 'observed', 'pass', 'information', 'broken', 'not-run'),
    row('cancel/itself', 'cancel', 'contested', '=words', '=cpython>=3.8', 'broken', '=cpython<3.8'),
    row('cancel/itself-again', 'cancel', 'contested', '=words', '=words', 'broken', '=words'),
  ],
  implementations: [
    implementation({ name: 'reference', totals: totals({ pass: 5, unsupported: 1 }, { green: 5, grey: 1 }) }),
    implementation({
      name: 'python+pure:3.8', conclusion: 'does not conform', totals: totals({ pass: 4, fail: 2 }, { green: 4, red: 1, information: 1 }),
      failures: [found({ scenario: 'cancel/denied' })], target: '3.9',
    }),
    implementation({
      name: 'python:3.99', conclusion: 'failed', description: null, target: null, totals: totals({ 'adapter-error': 6 }, { broken: 6 }),
      failures: [found({ scenario: 'done/false-then-true', verdict: 'adapter error: Python 3.99 was not found', weight: 'broken', kind: 'adapter-error' })],
    }),
    implementation({
      name: 'pyodide', conclusion: 'cut short', totals: totals({ pass: 3, fail: 1, 'not-run': 2 }, { green: 3, red: 1, grey: 2 }),
      failures: [found({ scenario: 'cancel/denied' })],
    }),
  ],
};

/** More implementations than a line has room for. */
export const many: Overview = {
  ...one,
  rows: [
    row('cancel/denied', 'cancel', 'must', ...Array.from({ length: 12 }, (_, index) => (index === 7 ? 'red' : 'pass'))),
    row('done/false-then-true', 'done', 'must', ...Array.from({ length: 12 }, () => 'pass')),
  ],
  implementations: three(Array.from({ length: 12 }, (_, index) => `python+pure:3.${index}`)),
};
