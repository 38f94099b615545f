// The only place for `taskspec run`: judge implementations, print what came out, keep the results.

import { jsonText } from '../../../reports/json-text.ts';
import { visible } from '../../../reports/visible.ts';
import { overview } from '../../overview.ts';
import type { Arguments } from '../arguments.ts';
import { attachOption, implementationNames } from '../attach-option.ts';
import type { Command } from '../command.ts';
import { complaintOf } from '../complaint.ts';
import { exitCodeOf, exitCodes } from '../exit-code.ts';
import { implementationsOf } from '../implementations.ts';
import { judgeAll, Starts } from '../judge-all.ts';
import { keepResults, lastFailed } from '../kept-results.ts';
import { recordingOf, recordOption } from '../recording.ts';
import { refuseDirectory, reporterOption, wantedReports } from '../reporter-option.ts';
import { countOf, jobsOption, repeatOption, runOptions, shardOf, shardOption, targetOption } from '../run-options.ts';
import { scenariosOf, selectionOf, selectionOptions, specOption } from '../selection-options.ts';
import { openSpec, specFolder } from '../spec-source.ts';
import type { Terminal } from '../terminal.ts';
import { timeoutOption } from '../timeout-option.ts';
import { UserError } from '../user-error.ts';
import { streamOf, writeReports } from '../write-reports.ts';

export const runCommand: Command = {
  name: 'run',
  operands: '[implementation…]',
  about: `Judges implementations, the reference by default, and says for each failure what the document demands, the first
step that went wrong, and the command that prints it as a program of its own. Several give a matrix.
The results of each are kept as JSON Lines in .taskspec/ below the current folder, or where --output says.

Implementations: reference; python, python:3.13, python:/path/to/python, python+pure:3.7 (the pure-Python Task),
python+eager:3.13 (tasks that start at once); pypy; uvloop; pyodide, pyodide+pure, pyodide+task, pyodide+webloop (CPython
as WebAssembly, with its own Task and loop); micropython; c-promise2. ./my-adapter.js (a module of your own); stdio:<command> (adapters/PROTOCOL.md);
attach, attach:4711 (an adapter that you start in a debugger). taskspec implementations shows what is at hand.`,
  options: [
    ...selectionOptions,
    targetOption,
    { name: 'last-failed', value: null, help: 'only what did not pass when these implementations were last run here' },
    { name: 'bail', value: null, help: 'stop each implementation at its first failure' },
    timeoutOption, attachOption, shardOption, jobsOption, repeatOption,
    { name: 'watch', value: null, help: 'run again as files change: a scenario that changed alone, everything for anything else' },
    { name: 'output', value: '<file>', help: 'where the results go; only with one implementation' },
    recordOption,
    reporterOption,
    { name: 'all', value: null, help: 'every scenario in the table, not only those that differ' },
    { name: 'json', value: null, help: 'print the outcome as JSON' },
    specOption,
  ],
  examples: [
    'taskspec run', 'taskspec run reference pyodide', "taskspec run python:3.13 --filter 'cancel/*'",
    'taskspec run python --class stacks --bail', 'taskspec run python:3.13 --last-failed',
    'taskspec run python:3.13 --reporter junit=junit.xml --reporter github', "taskspec run --attach --filter 'cancel/*'",
    'taskspec run ./my-adapter.js --filter cancel/false-when-done --record conversation.txt',
  ],
  run: runImplementations,
};

async function runImplementations(call: Arguments, terminal: Terminal): Promise<number> {
  return call.flag('watch') ? runAsFilesChange(call, terminal) : runOnce(call, terminal);
}

/** Ends when it is interrupted, with the exit code of the last run. */
async function runAsFilesChange(call: Arguments, terminal: Terminal): Promise<number> {
  // Loaded here, as no other run needs it.
  const { again, changes, narrowing, watchedFolders } = await import('../watch.ts');
  const words = ['run', ...call.words.filter((word) => word !== '--watch')];
  const spec = call.value('spec');
  const folders = watchedFolders(call.positionals.length > 0 ? call.positionals : ['reference'], spec, process.env['PYTHONPATH'] ?? '');
  // Watched from before the first run, so that no change made meanwhile is lost.
  const changed = await changes(folders, terminal.signal);
  let next = changed.next();
  let code = await again(words, terminal);
  for (;;) {
    terminal.complain(`taskspec: waiting for changes below ${folders.map(visible).join(', ')}\n`);
    const files = await next;
    if (files.done === true) return code;
    next = changed.next();
    code = await again([...words, ...(call.list('filter').length > 0 ? [] : narrowing(files.value, specFolder(spec)))], terminal);
  }
}

async function runOnce(call: Arguments, terminal: Terminal): Promise<number> {
  const asked = implementationNames(call);
  const names = asked.length > 0 ? asked : ['reference'];
  implementationsOf(names);
  const output = call.value('output');
  if (output !== undefined && new Set(names).size > 1) {
    throw new UserError('--output names one file, for one implementation', 'Leave it away: each goes to a file of its own in .taskspec/.');
  }
  if (output !== undefined) refuseDirectory(output);
  const wanted = wantedReports(call, [...call.list('output').slice(-1), ...call.list('record').slice(-1)]);
  if (call.flag('json') && call.list('reporter').length > wanted.filter(({ file }) => file !== null).length) {
    throw new UserError('--json and a report would both go to standard output', 'Give the report a file: --reporter name=<file>.');
  }
  const options = { ...runOptions(call, terminal.signal), jobs: countOf(call, 'jobs', 64), repeat: countOf(call, 'repeat', 10_000) };
  const shard = shardOf(call);
  const recording = recordingOf(call, names);
  const implementations = implementationsOf(names, recording);
  // A child process starts while the specification is read.
  const starts = new Starts(implementations, options.jobs, terminal);
  try {
    const spec = await openSpec(call.value('spec'));
    const only = call.flag('last-failed') ? lastFailed(names, output) : null;
    const selection = { ...selectionOf(call), only, shard };
    const scenarios = scenariosOf(spec, selection);
    let done = 0;
    let name = '';
    const judged = await judgeAll(implementations, starts, spec, scenarios, {
      ...options,
      begin: (next) => {
        name = visible(next);
        done = 0;
        terminal.progress(`${name}  starting`);
      },
      failed: (failed, error) => terminal.complain(complaintOf(error, failed)),
      onResult: () => {
        done += 1;
        if (done % 10 === 0) terminal.progress(`${name}  ${done} of ${scenarios.length}`);
      },
    });
    const kept = keepResults(judged, spec, selection, output);
    if (call.flag('json')) terminal.print(`${jsonText({ ...overview(spec, judged), kept: kept.map(({ text: _, ...told }) => told) }, 2)}\n`);
    const asked = call.flag('json') ? wanted.filter(({ file }) => file !== null) : wanted;
    const whole = await writeReports(asked, spec, kept.map(({ text }) => streamOf(text)), { all: call.flag('all'), spec: call.value('spec') }, terminal);
    const lost = kept.find(({ problem }) => problem !== null);
    if (lost !== undefined) throw new UserError(`the results of ${lost.name} are not kept: ${lost.problem}`, 'Name a file that you may write with --output.');
    if (recording !== null && recording.problem !== null) terminal.complain(`taskspec: ${visible(recording.name)} has not all that was said: ${recording.problem}\n`);
    return whole ? exitCodeOf(judged, shard) : exitCodes.broken;
  } finally {
    await starts.stop(terminal.signal);
    recording?.close();
  }
}
