// The only place that reads the result files that a call names, and refuses what cannot be reported.

import { misfits } from '../misfits.ts';
import type { Named } from '../misfits.ts';
import type { Spec } from '../spec.ts';
import { openStream } from './open-results.ts';
import { UserError } from './user-error.ts';

/** The streams of the files, in the order given. Throws UserError for the first file that cannot be read, or does not fit. */
export function resultOperands(files: readonly string[], spec: Spec): readonly Named[] {
  if (files.length === 0) throw new UserError('no result file is named', 'taskspec run keeps them in .taskspec/: taskspec report .taskspec/*.jsonl.');
  const streams = files.map((file): Named => ({ file, stream: openStream(file) }));
  const [misfit] = misfits(spec, streams);
  if (misfit !== undefined) throw new UserError(misfit.problem, misfit.hint);
  return streams;
}
