// The only place for `taskspec gate`: judge one implementation, compare with its baseline, and say what changed.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { gateReport } from '../../../reports/gate.ts';
import type { Baseline } from '../../baseline/baseline.ts';
import { compare, meanings, type Transition } from '../../baseline/compare.ts';
import { readBaseline } from '../../baseline/read-baseline.ts';
import { updateBaseline } from '../../baseline/update-baseline.ts';
import { conclude } from '../../conclusion.ts';
import { readText } from '../../load/read-file.ts';
import { overview } from '../../overview.ts';
import { judgedOf as judgedIn } from '../../report.ts';
import type { ResultStream } from '../../result-stream.ts';
import type { Judged } from '../../result.ts';
import { everything } from '../../select.ts';
import type { Spec } from '../../spec.ts';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { complaintOf } from '../complaint.ts';
import { exitCodeOf, exitCodes } from '../exit-code.ts';
import { implementationOf } from '../implementations.ts';
import { judgeAll, Starts } from '../judge-all.ts';
import { keepResults } from '../kept-results.ts';
import { reporterOption, wantedReports } from '../reporter-option.ts';
import { resultOperands } from '../result-operands.ts';
import { runOptions, targetOption } from '../run-options.ts';
import { scenariosOf, selectionOf, selectionOptions, specOption } from '../selection-options.ts';
import { SpecMistakes } from '../spec-mistakes.ts';
import { openSpec } from '../spec-source.ts';
import type { Terminal } from '../terminal.ts';
import { timeoutOption } from '../timeout-option.ts';
import { UserError } from '../user-error.ts';
import { streamOf, writeReports } from '../write-reports.ts';
import { writeWhole } from '../write-whole.ts';

const defaultFile = 'taskspec-baseline.yaml';

export const gateCommand: Command = {
  name: 'gate',
  operands: '<implementation>',
  about: `Judges an implementation and compares with its baseline, a file that is kept beside its sources and reviewed like them. It is red
for a regression and for nothing else: a scenario that fails and did not, fails in another way, or is not judged any more; a capability lost.
What fails as recorded is quiet. A scenario newer than the baseline that fails is told, and is no regression.

Exit codes: 0 no regression, 1 a regression, 2 the call, the baseline or the specification is wrong, 3 the adapter or the harness failed,
4 the baseline says too much (what it says fails passes, or is not there any more): renew it with --update, or let it be with --stale=warn.`,
  options: [
    { name: 'baseline', value: '<file>', help: `the baseline; ${defaultFile} by default` },
    { name: 'update', value: null, help: 'write what was found into the baseline; comments, reasons and order stay' },
    { name: 'stale', value: 'fail|warn', help: 'what a baseline that says too much does: exit code 4, or only a warning' },
    { name: 'from', value: '<result file>', help: 'compare results that are there, such as those of taskspec merge, instead of judging' },
    ...selectionOptions, targetOption, timeoutOption,
    { ...reporterOption, help: `${reporterOption.help}\nWhat the baseline knows is a known failure there; one to standard output takes the place of the gate's own words` },
    { name: 'all', value: null, help: 'tell also what fails as recorded' },
    { name: 'json', value: null, help: 'print the outcome as JSON' },
    specOption,
  ],
  examples: [
    'taskspec gate python:3.13 --update', 'taskspec gate python:3.13', 'taskspec gate ./my-adapter.js --baseline ci/baseline.yaml --stale=warn',
  ],
  run: gate,
};

async function gate(call: Arguments, terminal: Terminal): Promise<number> {
  const [name] = call.positionals;
  if (name === undefined) throw new UserError('no implementation is named', 'taskspec implementations shows what is at hand.');
  const stale = call.value('stale') ?? 'fail';
  if (stale !== 'fail' && stale !== 'warn') throw new UserError(`--stale=${stale} is neither fail nor warn`, 'Write --stale=warn.');
  const file = call.value('baseline') ?? defaultFile;
  const baseline = existsSync(resolve(file)) ? open(file) : null;
  if (baseline === null && !call.flag('update')) {
    throw new UserError(`there is no baseline ${file}`, `Make one with taskspec gate ${name} --update, and name another place with --baseline.`);
  }
  if (baseline !== null && baseline.baseline.implementation !== name) {
    throw new UserError(`${file} is the baseline of ${baseline.baseline.implementation}, not of ${name}`, 'Name another file with --baseline.');
  }
  const wanted = wantedReports(call, [file]).filter(({ file: to }) => to !== null || printsReport(call));
  const { judged, stream, spec, whole } = await judgedOf(name, call, terminal);
  if (call.flag('update')) return update(file, baseline?.text ?? null, judged, spec, whole, terminal);
  if (baseline === null) throw new Error('without --update there is a baseline');
  const today = new Date().toISOString().slice(0, 10);
  const transitions = compare(baseline.baseline, judged, spec, today);
  const shown = overview(spec, [judged]);
  if (call.flag('json')) terminal.print(`${JSON.stringify({ ...shown, baseline: file, transitions }, null, 2)}\n`);
  else if (!printsReport(call)) {
    const findings = { overview: shown, transitions, baseline: file, staleFails: stale === 'fail' };
    terminal.print(gateReport(findings, { colours: terminal.colours, width: terminal.width, all: call.flag('all') }));
  }
  const recorded = new Set(transitions.filter(({ kind }) => kind === 'recorded').map((one) => ('scenario' in one ? one.scenario : '')));
  const look = { all: call.flag('all'), known: (_: string, scenario: string) => recorded.has(scenario) };
  const written = await writeReports(wanted, spec, [stream], look, terminal);
  return written ? exitCode(judged, transitions, stale === 'fail') : exitCodes.broken;
}

/** Whether a report was asked for that goes to standard output. */
const printsReport = (call: Arguments): boolean => call.list(reporterOption.name).some((text) => !text.includes('='));

function open(file: string): { readonly baseline: Baseline; readonly text: string } {
  const read = readText(resolve(file), file);
  if (read.kind === 'mistake') throw new SpecMistakes(read.mistakes);
  const found = readBaseline(read.text, file);
  if (found.kind === 'mistakes') throw new SpecMistakes(found.mistakes);
  return { baseline: found.baseline, text: read.text };
}

interface Found {
  readonly judged: Judged;
  /** The same as it is kept. */
  readonly stream: ResultStream;
  readonly spec: Spec;
  /** Whether every scenario was selected. */
  readonly whole: boolean;
}

async function judgedOf(name: string, call: Arguments, terminal: Terminal): Promise<Found> {
  const from = call.value('from');
  if (from !== undefined) {
    const spec = await openSpec(call.value('spec'));
    const [named] = resultOperands([from], spec);
    if (named === undefined) throw new Error('one result file was named');
    const { stream } = named;
    const judged = judgedIn(stream);
    if (judged.name !== name) throw new UserError(`${from} has the results of ${judged.name}, not of ${name}`, 'Name the implementation whose results they are.');
    return { judged, stream, spec, whole: judged.results.length === spec.scenarios.length };
  }
  const implementations = [implementationOf(name)];
  const starts = new Starts(implementations, 1, terminal);
  try {
    const spec = await openSpec(call.value('spec'));
    const selection = selectionOf(call);
    const scenarios = scenariosOf(spec, selection);
    const [judged] = await judgeAll(implementations, starts, spec, scenarios, {
      ...runOptions(call, terminal.signal),
      failed: (failed, error) => terminal.complain(complaintOf(error, failed)),
    });
    if (judged === undefined) throw new Error('one implementation was to be judged');
    const [kept] = keepResults([judged], spec, selection, undefined);
    if (kept === undefined || kept.problem !== null) throw new UserError(`the results are not kept: ${kept?.problem ?? ''}`, 'Run it in a folder where .taskspec can be made.');
    return { judged, stream: streamOf(kept.text), spec, whole: JSON.stringify(selection) === JSON.stringify(everything) };
  } finally {
    await starts.stop(terminal.signal);
  }
}

function update(file: string, old: string | null, judged: Judged, spec: Spec, whole: boolean, terminal: Terminal): number {
  if (!whole) throw new UserError('a baseline is made of a whole run, and this was only part of one', 'Leave the options that select scenarios away.');
  const conclusion = conclude(judged);
  if (conclusion !== 'conforms' && conclusion !== 'does not conform') {
    terminal.complain(`taskspec: ${file} is not written: the run did not come to a verdict (${conclusion})\n`);
    return exitCodeOf([judged]);
  }
  const problem = writeWhole(resolve(file), updateBaseline(old, judged, spec));
  if (problem !== null) throw new UserError(problem, 'Name a file that you may write with --baseline.');
  const failures = judged.results.filter(({ weight }) => weight === 'red').length;
  terminal.print(`${file}: ${judged.results.filter(({ weight }) => weight !== 'grey').length} scenarios judged, ${failures} of them fail\n`);
  return exitCodes.conforms;
}

/** A run that came to no verdict is told as `taskspec run` tells it. */
function exitCode(judged: Judged, transitions: readonly Transition[], staleFails: boolean): number {
  const conclusion = conclude(judged);
  if (conclusion === 'cut short' || conclusion === 'failed' || conclusion === 'specification wrong') return exitCodeOf([judged]);
  const has = (meaning: string): boolean => transitions.some(({ kind }) => meanings[kind] === meaning);
  if (conclusion === 'not judged' || has('regression')) return exitCodes.differs;
  return has('out of date') && staleFails ? exitCodes.outOfDate : exitCodes.conforms;
}
