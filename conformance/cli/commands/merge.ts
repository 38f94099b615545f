// The only place for `taskspec merge`: the results of the shards of a run, joined to those of the whole run.

import { consoleReport } from '../../../reports/console.ts';
import { merge, type Part } from '../../merge.ts';
import { overview } from '../../overview.ts';
import type { Judged } from '../../result.ts';
import type { Selection } from '../../select.ts';
import type { Spec } from '../../spec.ts';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { keepResults } from '../kept-results.ts';
import { openStream } from '../open-results.ts';
import { specOption } from '../selection-options.ts';
import { openSpec } from '../spec-source.ts';
import type { Terminal } from '../terminal.ts';
import { UserError } from '../user-error.ts';

export const mergeCommand: Command = {
  name: 'merge',
  operands: '<result…>',
  about: `Joins the result files of taskspec run --shard, of one implementation or of several, once all shards are there. What comes out is what
one machine would have written by itself; it is kept in .taskspec/ or where --output says. Shards of different runs, a shard twice, one that
was cut short and one that is missing are refused, and the message says which.`,
  options: [
    { name: 'output', value: '<file>', help: 'where the joined results go; only for one implementation' },
    { name: 'json', value: null, help: 'print the outcome as JSON' },
    specOption,
  ],
  examples: ['taskspec merge results/*.jsonl', 'taskspec merge 1.jsonl 2.jsonl --output whole.jsonl'],
  run: mergeShards,
};

async function mergeShards(call: Arguments, terminal: Terminal): Promise<number> {
  if (call.positionals.length === 0) throw new UserError('no result file is named', 'Name the files that taskspec run --shard has written.');
  const spec = await openSpec(call.value('spec'));
  const groups = new Map<string, Part[]>();
  for (const file of new Set(call.positionals)) {
    const stream = openStream(file);
    groups.set(stream.header.name, [...(groups.get(stream.header.name) ?? []), { file, stream }]);
  }
  const output = call.value('output');
  if (output !== undefined && groups.size > 1) {
    throw new UserError(`--output names one file, and there are results of ${[...groups.keys()].join(', ')}`, 'Leave it away: each goes to a file of its own in .taskspec/.');
  }
  const merged = [...groups.values()].map((parts) => joined(parts, spec));
  const kept = merged.flatMap(({ judged, selection }) => keepResults([judged], spec, selection, output));
  const lost = kept.find(({ problem }) => problem !== null);
  if (lost !== undefined) throw new UserError(`the results of ${lost.name} are not kept: ${lost.problem}`, 'Name a file that you may write with --output.');
  const judged = merged.map((one) => one.judged);
  const shown = overview(spec, judged);
  if (call.flag('json')) terminal.print(`${JSON.stringify({ ...shown, kept: kept.map(({ text: _, ...told }) => told) }, null, 2)}\n`);
  else terminal.print(consoleReport(shown, { colours: terminal.colours, width: terminal.width, all: false }));
  return exitCodeOf(judged);
}

function joined(parts: readonly Part[], spec: Spec): { readonly judged: Judged; readonly selection: Selection } {
  const merged = merge(parts, spec);
  if (merged.kind === 'refused') throw new UserError(`these results cannot be joined: ${merged.problem}`, 'Name all shards of one run, each once.');
  return merged;
}
