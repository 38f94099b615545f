// The only place that knows where results are kept, and reads back what failed the last time.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { platform } from 'node:process';
import { readResults } from '../read-results.ts';
import { writeResults } from '../result-stream.ts';
import type { Judged } from '../result.ts';
import type { Selection } from '../select.ts';
import type { Shard } from '../shard.ts';
import type { Spec } from '../spec.ts';
import { packageVersion } from './package-root.ts';
import { UserError } from './user-error.ts';
import { writeWhole } from './write-whole.ts';

/**
 * `.taskspec/<name>.jsonl` below the current folder, `python_3.13` for python:3.13. Of a name with anything else that a
 * path or a shell would not like only the end is kept, behind a digest of the whole: two names are never one file.
 */
export function resultFile(name: string, shard: Shard | null = null): string {
  const readable = name.replace(':', '_').replace(/[^A-Za-z0-9._+-]+/gu, '_');
  const plain = /^(?![0-9a-f]{8}-)[a-z][a-z0-9-]*(?:\+[a-z]+)?(?::[0-9.]+)?$/u.test(name) && name.length <= 60;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  const part = shard === null ? '' : `.${shard.index}-of-${shard.of}`;
  return join('.taskspec', `${plain ? readable : `${digest}-${readable.slice(-60)}`}${part}.jsonl`);
}

export interface Kept {
  readonly name: string;
  readonly file: string;
  /** Why it could not be written, or null. */
  readonly problem: string | null;
  /** What stands in the file, or should. */
  readonly text: string;
}

/** Writes the results of each implementation, also those of a run that was cut short. What cannot be written is told, not thrown. */
export function keepResults(judged: readonly Judged[], spec: Spec, selection: Selection, output: string | undefined): readonly Kept[] {
  const about = {
    taskspec: packageVersion(), document: spec.document, spec: spec.digest, selection,
    made: { at: new Date().toISOString(), node: process.version, platform },
  };
  return judged.map((one) => {
    const file = output ?? resultFile(one.name, selection.shard);
    const text = writeResults(one, about);
    return { name: one.name, file, problem: writeWhole(resolve(file), text), text };
  });
}

/** Scenarios that did not pass when any of these was last run here. Throws UserError where nothing was kept, or nothing failed. */
export function lastFailed(names: readonly string[], output: string | undefined): readonly string[] {
  const failed = new Set<string>();
  for (const name of names) {
    const file = output ?? resultFile(name);
    let text: string;
    try {
      text = readFileSync(resolve(file), 'utf8');
    } catch {
      throw new UserError(`no results of ${name} are kept in ${file}`, `Run taskspec run ${name} first.`);
    }
    const read = readResults(text);
    if (read.kind === 'refused') throw new UserError(`${file} is no result file: ${read.problem}`, `Run taskspec run ${name} again.`);
    for (const { scenario, weight, verdict } of read.stream.results) {
      if (weight === 'red' || weight === 'warning' || weight === 'broken' || verdict.kind === 'not-run') failed.add(scenario);
    }
  }
  if (failed.size === 0) throw new UserError(`nothing failed when ${names.join(' and ')} ran last`, 'Leave --last-failed away to run everything.');
  return [...failed];
}
