// The only place that makes wrong Tasks in TypeScript: a copy of the reference with a change or a few, as a file of data says.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Adapter } from '../../conformance/adapter.ts';
import { inProcessAdapter } from '../in-process/session.ts';
import { bindReference } from '../reference/reference-adapter.ts';
import type { Reference } from '../reference/view.ts';
import { type Told, type WrongTask, aboutItself, readTold } from './wrong-task.ts';

/** The text in a file of reference/ that must stand there exactly once, and what stands there instead. */
export interface Edit {
  readonly file: string;
  readonly replace: string;
  readonly by: string;
}

/** A changed reference. */
export interface Changed {
  readonly name: string;
  readonly edits: readonly Edit[];
}

export type WrongTypeScript = WrongTask & Changed;

const here = fileURLToPath(new URL('.', import.meta.url));
const reference = fileURLToPath(new URL('../../reference', import.meta.url));

/** Every wrong Task in TypeScript, by name. Throws where a file lacks a key. */
export function wrongTypeScripts(): readonly WrongTypeScript[] {
  return readdirSync(here).filter((file) => file.endsWith('.yaml')).sort().map((file) => {
    const told = readTold(file, readFileSync(join(here, file), 'utf8'));
    return { ...aboutItself(basename(file, '.yaml'), told), edits: (told.has('edits') ? told.maps('edits') : [told]).map(editOf) };
  });
}

const editOf = (told: Told): Edit => ({ file: told.text('file'), replace: told.text('replace'), by: told.text('by') });

/** The module of that text. From a file with the name of the wrong Task, so that its stacks can be read. */
async function imported(name: string, text: string): Promise<Reference> {
  const place = mkdtempSync(join(tmpdir(), 'taskspec-wrong-'));
  try {
    const file = join(place, `${name}.mjs`);
    writeFileSync(file, text);
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** The changed reference, to be judged. Throws where a text of its edits does not stand in the reference exactly once. */
export async function wrongTypeScriptAdapter(wrong: Changed): Promise<Adapter> {
  const changed = new Map<string, string>();
  for (const { file, replace, by } of wrong.edits) {
    const path = join(reference, file);
    const parts = (changed.get(path) ?? readFileSync(path, 'utf8')).split(replace);
    if (parts.length !== 2) throw new Error(`${wrong.name}: its text stands in ${file} ${parts.length - 1} times, not once: ${replace}`);
    changed.set(path, parts.join(by));
  }
  const { outputFiles: [bundle] } = await build({
    entryPoints: [join(reference, 'index.ts')], bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'silent',
    plugins: [{
      name: wrong.name,
      setup: (builder) => {
        builder.onLoad({ filter: /\.ts$/ }, ({ path }) => {
          const contents = changed.get(path);
          return contents === undefined ? null : { contents, loader: 'ts' };
        });
      },
    }],
  });
  if (bundle === undefined) throw new Error(`${wrong.name} could not be built`);
  const module = await imported(wrong.name, bundle.text);
  return inProcessAdapter(`wrong:${wrong.name}`, bindReference(module));
}
