// The only place that finds the real pages of the document on this machine; they are no part of the project.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Need } from '../../test/where-found.ts';

/** A version of the document that tests are held against, and how to get it. */
interface RealPage {
  readonly version: string;
  readonly file: string;
  /** What the file must have in it, since pages of other versions go by the same name. */
  readonly says: RegExp;
  readonly howTo: string;
}

const known = {
  '3.7': {
    version: '3.7', file: 'asyncio.Task-3.7.txt', says: /Python 3\.7/u,
    howTo: 'put the page of 3.7 as text, asyncio.Task-3.7.txt, into a folder of TASKSPEC_DOCUMENTS',
  },
  '3.11': {
    version: '3.11', file: 'asyncio-task.html', says: /Python 3\.11\.\d+ documentation/u,
    howTo: 'apt-get install -y python3.11-doc && export TASKSPEC_DOCUMENTS=/usr/share/doc/python3.11/html',
  },
} as const satisfies Readonly<Record<string, RealPage>>;

/** The page's path, or null; where all pages are demanded a missing one is an error. */
export function realPage(version: keyof typeof known): string | null {
  const { file, says, howTo } = known[version];
  const folders = (process.env['TASKSPEC_DOCUMENTS'] ?? '').split(':').filter((folder) => folder !== '' && existsSync(folder));
  const found = folders.flatMap((folder) => filesNamed(folder, file)).find((path) => says.test(readFileSync(path, 'utf8')));
  if (found !== undefined) return found;
  if (process.env['TASKSPEC_DOCUMENTS_REQUIRED'] === '1') {
    throw new Error(`the page of Python ${version} is demanded, and not in TASKSPEC_DOCUMENTS (${process.env['TASKSPEC_DOCUMENTS'] ?? 'unset'}): ${howTo}`);
  }
  return null;
}

function filesNamed(folder: string, name: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => basename(path) === name).sort().map((path) => join(folder, path));
}

/** What to say where it is missing. */
export const pageNeed = (version: keyof typeof known): Need => ({ what: `the page of Python ${version}`, how: `To get it: ${known[version].howTo}` });

/** The source that Debian ships beside the HTML. */
export const sourceOf = (html: string): string => join(dirname(html), '..', '_sources', 'library', basename(html).replace(/html$/u, 'rst.txt'));
