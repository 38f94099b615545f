// The only place that reads the result files that a call names, and refuses what cannot be reported.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { misfits } from '../misfits.ts';
import type { Named } from '../misfits.ts';
import { readResults } from '../read-results.ts';
import type { Spec } from '../spec.ts';
import { UserError } from './user-error.ts';

/** The streams of the files, in the order given. Throws UserError for the first file that cannot be read, or does not fit. */
export function resultOperands(files: readonly string[], spec: Spec): readonly Named[] {
  if (files.length === 0) throw new UserError('no result file is named', 'taskspec run keeps them in .taskspec/: taskspec report .taskspec/*.jsonl.');
  const streams = files.map((file): Named => {
    const read = readResults(textOf(file));
    if (read.kind === 'refused') throw new UserError(`${file} is no result file: ${read.problem}`, 'Name a file that taskspec run has kept, or run it again.');
    return { file, stream: read.stream };
  });
  const [misfit] = misfits(spec, streams);
  if (misfit !== undefined) throw new UserError(misfit.problem, misfit.hint);
  return streams;
}

function textOf(file: string): string {
  try {
    return readFileSync(resolve(file), 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`${file} cannot be read (${reason})`, 'taskspec run keeps results in .taskspec/ below the folder where it runs.', { cause: error });
  }
}
