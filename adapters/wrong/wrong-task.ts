// The only place that makes a deliberately wrong Task: a copy of the reference with one change, as a file of data says.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';
import type { Adapter } from '../../conformance/adapter.ts';
import { inProcessAdapter } from '../in-process/session.ts';
import { bindReference } from '../reference/reference-adapter.ts';

/** A change of one file of the reference. */
export interface Change {
  readonly name: string;
  /** The file of reference/, and the text in it that must stand there exactly once. */
  readonly file: string;
  readonly replace: string;
  readonly by: string;
}

export interface WrongTask extends Change {
  /** The kind of expectation that catches it. */
  readonly form: string;
  /** The clause that it breaks. */
  readonly violates: string;
  readonly says: string;
  /** Scenarios that must fail against that clause. */
  readonly caughtBy: readonly string[];
  /** How it shows: the kind of the first divergence. */
  readonly diverges: string;
  /** A scenario that passes all the same, so that not everything fails. */
  readonly neighbour: string;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const reference = fileURLToPath(new URL('../../reference', import.meta.url));

/** Every wrong Task of this folder. Throws where a file lacks a key. */
export function wrongTasks(): readonly WrongTask[] {
  return readdirSync(here).filter((file) => file.endsWith('.yaml')).sort().map((file) => {
    const data: Readonly<Record<string, unknown>> = parse(readFileSync(join(here, file), 'utf8'));
    const text = (key: string): string => {
      const value = data[key];
      if (typeof value !== 'string') throw new Error(`${file} lacks the text '${key}'`);
      return value;
    };
    const caught = data['caught-by'];
    return {
      name: basename(file, '.yaml'), form: text('form'), violates: text('violates'), says: text('says'),
      caughtBy: Array.isArray(caught) ? caught.map(String) : [], diverges: text('diverges'), neighbour: text('neighbour'),
      file: text('file'), replace: text('replace'), by: text('by'),
    };
  });
}

/** The changed reference, to be judged. Throws where its text does not stand in the reference exactly once. */
export async function wrongAdapter(wrong: Change): Promise<Adapter> {
  const path = join(reference, wrong.file);
  const parts = readFileSync(path, 'utf8').split(wrong.replace);
  if (parts.length !== 2) throw new Error(`${wrong.name}: its text stands in ${wrong.file} ${parts.length - 1} times, not once`);
  const { outputFiles: [bundle] } = await build({
    entryPoints: [join(reference, 'index.ts')], bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'silent',
    plugins: [{
      name: wrong.name,
      setup: (builder) => {
        builder.onLoad({ filter: /\.ts$/ }, ({ path: loaded }) => (loaded === path ? { contents: parts.join(wrong.by), loader: 'ts' } : null));
      },
    }],
  });
  if (bundle === undefined) throw new Error(`${wrong.name} could not be built`);
  const module = await import(`data:text/javascript;base64,${Buffer.from(`${bundle.text}\n// ${wrong.name}`).toString('base64')}`);
  return inProcessAdapter(`wrong:${wrong.name}`, bindReference(module));
}
