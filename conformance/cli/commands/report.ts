// The only place for `taskspec report`: the reports of results that were kept, as at the end of their run.

import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { exitCodeOf, exitCodes } from '../exit-code.ts';
import { judgedOf } from '../../report.ts';
import { reporterOption, wantedReports } from '../reporter-option.ts';
import { resultOperands } from '../result-operands.ts';
import { specOption } from '../selection-options.ts';
import { openSpec } from '../spec-source.ts';
import type { Terminal } from '../terminal.ts';
import { writeReports } from '../write-reports.ts';

export const reportCommand: Command = {
  name: 'report',
  operands: '<result…>',
  about: `Makes reports of result files that taskspec run has kept: the same bytes as at the end of the run. Several files,
each of another implementation, give one report. A file that was cut off or changed, or that has results of another
specification, is refused. The exit code is that of the run.`,
  options: [reporterOption, { name: 'all', value: null, help: 'leave nothing out for the sake of brevity' }, specOption],
  examples: [
    'taskspec report .taskspec/*.jsonl', 'taskspec report .taskspec/reference.jsonl --reporter junit=junit.xml --reporter sarif=taskspec.sarif',
    'taskspec report .taskspec/reference.jsonl --reporter badge:cancellation',
  ],
  run: reportResults,
};

async function reportResults(call: Arguments, terminal: Terminal): Promise<number> {
  const wanted = wantedReports(call, call.positionals);
  const spec = await openSpec(call.value('spec'));
  const streams = resultOperands(call.positionals, spec).map(({ stream }) => stream);
  const whole = await writeReports(wanted, spec, streams, { all: call.flag('all'), spec: call.value('spec') }, terminal);
  // A shard is told as its run was told: that nothing in it could be judged says nothing about the whole.
  const shard = streams.every(({ header }) => header.selection.shard !== null) ? streams[0]?.header.selection.shard ?? null : null;
  return whole ? exitCodeOf(streams.map(judgedOf), shard) : exitCodes.broken;
}
