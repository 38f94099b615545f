// The only place that finds Pyodide packages: ours, those of the project in which the command was called, or by path.

import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findPackages, versionIn } from '../line-child/find-package.ts';

export interface FoundPyodide {
  /** The address of the module that loads it. */
  readonly module: string;
  readonly version: string;
}

/**
 * Null is the package `pyodide`, ours or else the project's; a version is that package or one that npm has installed under
 * another name, `npm install pyodide-0.27@npm:pyodide@0.27.7`; anything with a slash is the package's folder.
 */
export function findPyodide(where: string | null = null): FoundPyodide | null {
  if (where !== null && /[/\\]/.test(where)) return inFolder(resolve(where));
  const found = installedPyodides();
  return (where === null ? found[0] : found.find(({ version }) => version === where)) ?? null;
}

/** All that can be found by name, the package called `pyodide` first. */
export function installedPyodides(): readonly FoundPyodide[] {
  const modules = join(process.cwd(), 'node_modules');
  const usual = findPackages('pyodide/pyodide.mjs', 'pyodide').map(({ file }) => inFolder(dirname(file)));
  const others = list(modules).filter((name) => name.includes('pyodide')).map((name) => inFolder(join(modules, name)));
  const found = new Map<string, FoundPyodide>();
  for (const one of [...usual, ...others]) if (one !== null && !found.has(one.version)) found.set(one.version, one);
  return [...found.values()];
}

function inFolder(folder: string): FoundPyodide | null {
  const version = versionIn(folder, 'pyodide');
  return version === null ? null : { module: pathToFileURL(join(folder, 'pyodide.mjs')).href, version };
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
