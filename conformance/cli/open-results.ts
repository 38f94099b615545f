// The only place that opens result files for commands: whole ones, as they were written.

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readResults } from '../read-results.ts';
import type { ResultStream } from '../result-stream.ts';
import { whyUnreadable } from '../load/read-file.ts';
import { UserError } from './user-error.ts';

/** The stream in a result file. Throws UserError where it is none, is not whole, or was changed. */
export function openStream(file: string): ResultStream {
  const read = readResults(textOf(file));
  if (read.kind === 'refused') throw new UserError(`${file} is no whole result file: ${read.problem}`, 'Run taskspec run again.');
  return read.stream;
}

/** Evidence of many failures takes room; what is larger than this is no result file. */
const mostBytes = 256 * 1024 * 1024;

function textOf(file: string): string {
  const hint = 'Name a result file, such as .taskspec/reference.jsonl.';
  try {
    const status = statSync(resolve(file));
    const { size } = status;
    if (status.isDirectory()) throw new UserError(`${file} is a directory`, hint);
    if (size > mostBytes) throw new UserError(`${file} has ${size} bytes, more than any result file`, hint);
    return readFileSync(resolve(file), 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${file} cannot be read (${whyUnreadable(error)})`, hint, { cause: error });
  }
}
