// The only place for the program that the bench measures: reads a specification and result files, makes all reports, and
// prints the milliseconds of processor time that all of it took. Called with a folder.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readResults } from '../../conformance/read-results.ts';
import { reportOf } from '../../conformance/report.ts';
import type { Spec } from '../../conformance/spec.ts';
import { dataPlace } from '../html/embed.ts';
import { reporters } from '../reporters.ts';
import { madeUpIllustrations } from './made-up-illustrations.ts';

const folder = process.argv[2] ?? '';
const spec: Spec = JSON.parse(readFileSync(join(folder, 'spec.json'), 'utf8'));
const streams = readdirSync(folder).filter((name) => name.endsWith('.jsonl')).map((name) => {
  const read = readResults(readFileSync(join(folder, name), 'utf8'));
  if (read.kind === 'refused') throw new Error(`${name}: ${read.problem}`);
  return read.stream;
});
const report = reportOf(spec, streams);
const illustrations = madeUpIllustrations(spec, dataPlace);
const sizes: Record<string, number> = {};
for (const { name, load } of reporters) {
  sizes[name] = (await load())(report, { colours: false, width: 100, all: false, class: null, known: () => false, illustrations }).length;
}
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ milliseconds: (user + system) / 1000, sizes }));
