// The only place that reads pages of the document from files: those named, and what lies beside the first of them.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Page } from '../document/page.ts';
import { pageName, readPage } from '../document/read-page.ts';
import { UserError } from './user-error.ts';

const hint = 'Give asyncio-task.html, asyncio-task.rst or its plain text; `apt-get install python3.11-doc` brings one.';

export interface ReadPages {
  readonly named: readonly Page[];
  /** With those that lie beside the first of them. */
  readonly all: readonly Page[];
}

/**
 * The pages named, and those of asyncio that lie beside the first of them in the same format. Throws UserError where a
 * file cannot be read, or where one that was named is no page; a neighbour that is none, such as an index, is passed over.
 */
export function readPages(files: readonly string[]): ReadPages {
  const named = files.map((file) => {
    const read = readPage(textOf(file), file);
    if (read.kind === 'unreadable') throw new UserError(`${file}: ${read.message}`, read.hint);
    return read.page;
  });
  const given = new Set(files.map((file) => resolve(file)));
  const neighbours = files.slice(0, 1).flatMap(siblings).filter((file) => !given.has(resolve(file)));
  const found = neighbours.flatMap((file): readonly Page[] => {
    const read = readPage(textOf(file), file);
    return read.kind === 'page' ? [read.page] : [];
  });
  return { named, all: [...named, ...found] };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UserError(`${file} cannot be read (${reason})`, hint, { cause: error });
  }
}

function siblings(file: string): readonly string[] {
  const name = pageName(file);
  if (name === null) return [];
  const ending = basename(file).slice(name.length);
  return readdirSync(dirname(file), { withFileTypes: true })
    .filter((other) => other.isFile() && `${pageName(other.name) ?? ''}${ending}` === other.name)
    .map((other) => join(dirname(file), other.name)).sort();
}
