// The only place that makes the reports that a call asks for, and puts them where it says.

import { resolve } from 'node:path';
import type { Known } from '../../reports/reporter.ts';
import { visible } from '../../reports/visible.ts';
import { readResults } from '../read-results.ts';
import type { ResultStream } from '../result-stream.ts';
import { reportOf } from '../report.ts';
import type { Spec } from '../spec.ts';
import type { Wanted } from './reporter-option.ts';
import type { Terminal } from './terminal.ts';
import { writeWhole } from './write-whole.ts';

export interface Look {
  readonly all: boolean;
  /** The folder of the specification, where it is not the package's. */
  readonly spec?: string | undefined;
  readonly known?: Known;
}

/** Columns of a report for readers that goes to a file. */
const widthOfFiles = 100;
const nothingKnown: Known = () => false;

/**
 * Makes all of them, files first, and says whether each could be written; those that could not be are told. The streams
 * are what was read from result files: a report at the end of a run and one made later are the same bytes.
 */
export async function writeReports(
  wanted: readonly Wanted[], spec: Spec, streams: readonly ResultStream[], { all, spec: folder, known = nothingKnown }: Look, terminal: Terminal,
): Promise<boolean> {
  const report = reportOf(spec, streams);
  // Building a page and running the reference is for those who want to look at it.
  const illustrated = wanted.some(({ entry }) => entry.illustrated)
    ? { illustrations: await (await import('./illustrate.ts')).illustrate(spec, folder) } : {};
  let whole = true;
  for (const { entry, class: only, file } of [...wanted].sort((one, other) => Number(one.file === null) - Number(other.file === null))) {
    const render = await entry.load();
    const common = { all, known, class: only, ...illustrated };
    if (file === null) {
      terminal.print(render(report, { ...common, colours: terminal.colours, width: terminal.width }));
      continue;
    }
    const problem = writeWhole(resolve(file), render(report, { ...common, colours: false, width: widthOfFiles }));
    if (problem === null) continue;
    whole = false;
    terminal.complain(`taskspec: the report ${entry.name} is not written: ${visible(problem)}\n  Name a file that you may write, on a disk with room.\n`);
  }
  return whole;
}

/** The stream of a text that we wrote ourselves a moment ago. */
export function streamOf(text: string): ResultStream {
  const read = readResults(text);
  if (read.kind === 'refused') throw new Error(`results that were just written cannot be read: ${read.problem}`);
  return read.stream;
}
