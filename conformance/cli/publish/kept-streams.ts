// The only place that reads back the result streams that are published.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readResults } from '../../read-results.ts';
import type { ResultStream } from '../../result-stream.ts';
import { publishedFolder } from './published-files.ts';

/** A file's stream, or why it is none. */
export type KeptStream = { readonly file: string; readonly stream: ResultStream } | { readonly file: string; readonly problem: string };

/** By file, in the order in which they were judged, which their headers tell; none where nothing is published yet. */
export function keptStreams(root: string): readonly KeptStream[] {
  const folder = join(root, publishedFolder);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort() : [];
  return names.map((name) => {
    const read = readResults(readFileSync(join(folder, name), 'utf8'));
    return read.kind === 'stream' ? { file: name, stream: read.stream } : { file: name, problem: read.problem };
  });
}
