// The only place that publishes results: judges every implementation at hand and writes what reports/published has. `npm run
// publish-results` runs it, with `-- --render` what follows from the streams that are there; nothing imports it.

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { platform } from 'node:process';
import { misfits } from '../../misfits.ts';
import { writeResults } from '../../result-stream.ts';
import type { ResultStream } from '../../result-stream.ts';
import { defaultBudget } from '../../run.ts';
import { everything } from '../../select.ts';
import { implementationsAtHand } from '../at-hand.ts';
import { complaintOf } from '../complaint.ts';
import { exitCodes } from '../exit-code.ts';
import { illustrate } from '../illustrate.ts';
import { implementationsOf } from '../implementations.ts';
import { judgeAll, Starts } from '../judge-all.ts';
import { packageRoot, packageVersion } from '../package-root.ts';
import { openSpec } from '../spec-source.ts';
import { processTerminal } from '../terminal.ts';
import { streamOf } from '../write-reports.ts';
import { writeWhole } from '../write-whole.ts';
import { absentees, candidates, streamFile } from './candidates.ts';
import { keptStreams } from './kept-streams.ts';
import { pathsIn, withoutPaths } from './machine.ts';
import { command, publishedFiles, publishedFolder } from './published-files.ts';
import { summaryIn } from './summary-in.ts';
import { unpublishable } from './unpublishable.ts';

/** Each is a process of its own, so that two keep two processors busy. */
const jobs = 2;

const root = packageRoot();
const terminal = processTerminal();
// The examples are named as from here.
process.chdir(root);
const spec = await openSpec(undefined);
const streams = process.argv.includes('--render') ? streamsThatAreThere() : await streamsOfNow();
await write(streams);

/** Judges; gives the text of each stream by its file. */
async function streamsOfNow(): Promise<ReadonlyMap<string, string>> {
  const rows = await implementationsAtHand();
  const before = keptStreams(root).flatMap((kept) => ('stream' in kept ? [kept.stream.header.name] : []));
  refuse(absentees(rows, before), `Install what is missing, or remove its file from ${publishedFolder} if it is to go.`);
  const implementations = implementationsOf(candidates(rows));
  const starts = new Starts(implementations, jobs);
  try {
    const judged = await judgeAll(implementations, starts, spec, spec.scenarios, {
      budget: defaultBudget, signal: terminal.signal, jobs,
      begin: (name) => terminal.print(`${name}\n`),
      failed: (name, error) => terminal.complain(complaintOf(error, name)),
    });
    refuse(unpublishable(judged), `Nothing was written. Mend that, and ${command} again.`);
    const made = { at: new Date().toISOString(), node: process.version, platform };
    const about = { taskspec: packageVersion(), document: spec.document, spec: spec.digest, selection: everything, made };
    return new Map(judged.map((one, index) => [streamFile(one.name, index), writeResults(withoutPaths(one), about)]));
  } finally {
    await starts.stop(terminal.signal);
  }
}

function streamsThatAreThere(): ReadonlyMap<string, string> {
  const kept = keptStreams(root);
  refuse(kept.flatMap((one) => ('problem' in one ? [`${one.file}: ${one.problem}`] : [])), `${command} makes them anew.`);
  refuse(misfits(spec, kept.flatMap((one) => ('stream' in one ? [one] : []))).map(({ problem }) => problem), `${command} makes them anew.`);
  return new Map(kept.map(({ file }) => [file, readFileSync(join(root, publishedFolder, file), 'utf8')]));
}

async function write(texts: ReadonlyMap<string, string>): Promise<void> {
  const all: readonly ResultStream[] = [...texts.values()].map(streamOf);
  const { files, summary } = publishedFiles(spec, all, await illustrate(spec));
  const readme = summaryIn(readFileSync(join(root, 'README.md'), 'utf8'), summary);
  const everyText = new Map([...[...texts].map(([file, text]) => [`${publishedFolder}/${file}`, text] as const), ...files, ['README.md', readme] as const]);
  const told = [...everyText].flatMap(([file, text]) => pathsIn(text).map((path) => `${file} names ${path}`));
  refuse(told, 'Nothing was written. What an implementation shows has a path of this machine in it: see what publish/machine.ts leaves out.');
  for (const { file } of keptStreams(root).filter((kept) => !texts.has(kept.file))) rmSync(join(root, publishedFolder, file));
  refuse([...everyText].flatMap(([file, text]) => writeWhole(join(root, file), text) ?? []), 'Not all is written: make room, and run it again.');
  terminal.print(`${texts.size} implementations × ${spec.scenarios.length} scenarios, specification ${spec.digest}, in ${publishedFolder}\n`);
}

function refuse(problems: readonly string[], hint: string): void {
  if (problems.length === 0) return;
  terminal.complain(`${problems.join('\n')}\n${hint}\n`);
  process.exit(exitCodes.broken);
}
