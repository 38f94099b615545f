// The only place for made-up result streams that all formats are tried with: every verdict there is, and whatever text one likes.

import { readResults } from '../../conformance/read-results.ts';
import { reportOf } from '../../conformance/report.ts';
import type { Report } from '../../conformance/report.ts';
import { writeResults } from '../../conformance/result-stream.ts';
import type { ResultStream } from '../../conformance/result-stream.ts';
import type { Judged, Result } from '../../conformance/result.ts';
import { everything } from '../../conformance/select.ts';
import type { Spec } from '../../conformance/spec.ts';
import { aClause, aDescription, aResult, aScenario, aSpec } from '../../conformance/test/made-up.ts';
import type { Verdict, Weight } from '../../conformance/verdict.ts';
import { dataPlace } from '../html/embed.ts';
import type { ReportOptions } from '../reporter.ts';

/** A page with a place for data and nothing else, so that what a report puts there can be seen. */
const page = `<!doctype html>\n<html lang="en"><head><title>a page</title></head><body>\n${dataPlace}\n</body></html>\n`;

export const options: ReportOptions = { colours: false, width: 100, all: false, class: null, known: () => false, illustrations: { page, scenarios: new Map() } };

const must = 'task.cancel.deny';
const should = 'task.cancel.polite';
const open = 'task.cancel.cycles';

/** `words` stands wherever somebody may choose words: titles, clauses, what was expected and seen, names, output. */
export function aSpecWith(words: string): Spec {
  const cancel = { member: 'cancel', class: 'cancellation', text: `It may deny the request. ${words}` } as const;
  const scenario = (id: string, clause: string): Spec['scenarios'][number] => aScenario({ id, clauses: [clause], title: `What ${id} is about ${words}` });
  return aSpec(
    [
      aClause({ id: must, ...cancel }), aClause({ id: should, ...cancel, level: 'should' }), aClause({ id: open, ...cancel, level: 'observed' }),
      aClause({ id: 'task.done.one' }),
    ],
    [
      scenario('cancel/denied', must), scenario('cancel/denied-twice', must), scenario('cancel/hangs', must), scenario('cancel/crashes', must),
      scenario('cancel/endless', must), scenario('cancel/politely', should), scenario('cancel/how-many-cycles', open),
      aScenario({ id: 'done/returned' }), aScenario({ id: 'done/lacks' }), aScenario({ id: 'done/not-owed' }), aScenario({ id: 'done/not-run' }),
      aScenario({ id: 'done/garbled' }), aScenario({ id: 'done/broken' }),
    ],
  );
}

const fail = (clause: string, words: string): Verdict => ({
  kind: 'fail', variant: '',
  divergence: { kind: 'value', step: 2, nth: 1, clause, expected: 'False', seen: `"${words}"`, value: words, after: 1 },
});

const evidence = (words: string): Result['evidence'] => ({
  observations: [{ kind: 'value', step: 1, value: words }, { kind: 'value', step: 2, value: words }], end: { kind: 'ended' },
  notes: [
    { kind: 'created', cycle: 0, task: `worker ${words}` }, { kind: 'resumed', cycle: 1, task: `worker ${words}` },
    { kind: 'suspended', cycle: 1, task: `worker ${words}`, on: words }, { kind: 'requested', cycle: 2, task: `worker ${words}` },
  ],
  output: `It wrote:\n${words}\n`,
});

/** One result of every kind. */
export function resultsWith(words: string): readonly Result[] {
  const of = (scenario: string, clause: string, verdict: Verdict, weight: Weight, about: Partial<Result> = {}): Result => aResult({
    scenario, clause, verdict, weight, evidence: weight === 'grey' || weight === 'green' ? null : evidence(words),
    level: clause === should ? 'should' : clause === open ? 'observed' : 'must', ...about,
  });
  return [
    of('cancel/denied', must, fail(must, words), 'red'), of('cancel/denied-twice', must, fail(must, words), 'red', { echoOf: 'cancel/denied', flaky: true }),
    of('cancel/hangs', must, { kind: 'hang', milliseconds: 5000 }, 'red'), of('cancel/crashes', must, { kind: 'crash', how: `signal ${words}` }, 'red'),
    of('cancel/endless', must, { kind: 'budget', budget: 'loop steps' }, 'red'), of('cancel/politely', should, fail(should, words), 'warning'),
    of('cancel/how-many-cycles', open, fail(open, words), 'information'), aResult({ scenario: 'done/returned' }),
    aResult({ scenario: 'done/lacks', verdict: { kind: 'unsupported', capability: words === '' ? 'frames' : words }, weight: 'grey' }),
    aResult({ scenario: 'done/not-owed', verdict: { kind: 'not-applicable', clause: 'task.done.one', target: '3.13', owed: 'before 3.9' }, weight: 'grey' }),
    aResult({ scenario: 'done/not-run', verdict: { kind: 'not-run', reason: `somebody said ${words}` }, weight: 'grey' }),
    aResult({ scenario: 'done/garbled', verdict: { kind: 'protocol-error', message: `no JSON: ${words}` }, weight: 'broken' }),
    aResult({ scenario: 'done/broken', verdict: { kind: 'adapter-error', message: `of ours: ${words}` }, weight: 'broken' }),
  ];
}

export const judged = (name: string, results: readonly Result[], about: Partial<Judged> = {}): Judged => ({
  name, description: { ...aDescription, name, version: '3.8.18', implementation: 'CPython' }, target: '3.8', results, cutShort: false, ambiguous: [], ...about,
});

export function streamsOf(spec: Spec, all: readonly Judged[]): readonly ResultStream[] {
  return all.map((one) => {
    const read = readResults(writeResults(one, {
      taskspec: '0.1.0', document: spec.document, spec: spec.digest, selection: everything,
      made: { at: '2020-02-02T12:00:00.000Z', node: 'v20.0.0', platform: 'linux' },
    }));
    if (read.kind === 'refused') throw new Error(read.problem);
    return read.stream;
  });
}

/** Nothing but passes. */
export const passing: readonly Result[] = resultsWith('').map(({ scenario, clause, level }) => aResult({ scenario, clause, level }));
const unfinished: readonly Result[] = passing.map((result, index) =>
  index < 5 ? result : { ...result, verdict: { kind: 'not-run', reason: 'the run was cut short' }, weight: 'grey' });
const absent: readonly Result[] = passing.map((result) => ({ ...result, verdict: { kind: 'adapter-error', message: 'Python 3.99 is not found' }, weight: 'broken' }));

/** Several implementations: one that does everything wrong, one that conforms, one that was stopped, one that is not there. */
export const aReport = (): Report => {
  const spec = aSpecWith('It is said so.');
  return reportOf(spec, streamsOf(spec, [
    judged('python:3.8', resultsWith('three words here')), judged('reference', passing), judged('pyodide', unfinished, { cutShort: true }),
    judged('python:3.99', absent, { description: null, target: null }),
  ]));
};

/** Beyond so many characters words stand in one place only: a stream of gigabytes is nobody's. */
const often = 10_000;

/** One implementation whose words and whose very name are these, alone or beside one that is as it should be. */
export const aReportWith = (words: string, alone = false): Report => {
  const few = words.slice(0, often);
  const spec = aSpecWith(few);
  const [first, ...others] = resultsWith(few);
  const results = first === undefined ? others : [{ ...first, verdict: fail(must, words) }, ...others];
  const one = judged(words === '' ? 'python:3.8' : words, results);
  return reportOf(spec, streamsOf(spec, alone ? [one] : [one, judged('reference', passing)]));
};
