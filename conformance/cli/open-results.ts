// The only place that opens result files for commands: whole ones, of the specification at hand.

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readResults } from '../read-results.ts';
import type { ResultStream } from '../result-stream.ts';
import { judgedOf } from '../report.ts';
import type { Judged } from '../result.ts';
import { whyUnreadable } from '../load/read-file.ts';
import type { Spec } from '../spec.ts';
import { UserError } from './user-error.ts';

/** The stream in a result file. Throws UserError where it is none, is not whole, or was changed. */
export function openStream(file: string): ResultStream {
  const read = readResults(textOf(file));
  if (read.kind === 'refused') throw new UserError(`${file} is no whole result file: ${read.problem}`, 'Run taskspec run again.');
  return read.stream;
}

/** What was judged, out of a result file. Throws UserError where it is of another specification, too. */
export function openResults(file: string, spec: Spec): Judged {
  const stream = openStream(file);
  const { header } = stream;
  if (header.spec !== spec.digest) {
    throw new UserError(`${file} was judged by another specification: ${header.spec}, this one is ${spec.digest}`, 'Run taskspec run again, or use the taskspec that made it.');
  }
  return judgedOf(stream);
}

/** Evidence of many failures takes room; what is larger than this is no result file. */
const mostBytes = 256 * 1024 * 1024;

function textOf(file: string): string {
  const hint = 'Name a result file, such as .taskspec/reference.jsonl.';
  try {
    const { size } = statSync(resolve(file));
    if (size > mostBytes) throw new UserError(`${file} has ${size} bytes, more than any result file`, hint);
    return readFileSync(resolve(file), 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${file} cannot be read (${whyUnreadable(error)})`, hint, { cause: error });
  }
}
