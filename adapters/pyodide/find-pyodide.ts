// The only place that finds Pyodide packages: ours, those of the project in which the command was called, or by path.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

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
  const places = [import.meta.url, pathToFileURL(join(process.cwd(), 'package.json')).href];
  const usual = places.flatMap((from) => {
    try {
      return [inFolder(dirname(createRequire(from).resolve('pyodide/pyodide.mjs')))];
    } catch {
      return []; // Not there; the next place may have it.
    }
  });
  const others = list(join(process.cwd(), 'node_modules')).filter((name) => name.includes('pyodide'))
    .map((name) => inFolder(join(process.cwd(), 'node_modules', name)));
  const found = new Map<string, FoundPyodide>();
  for (const one of [...usual, ...others]) if (one !== null && !found.has(one.version)) found.set(one.version, one);
  return [...found.values()];
}

function inFolder(folder: string): FoundPyodide | null {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (typeof manifest !== 'object' || manifest === null || !('name' in manifest) || manifest.name !== 'pyodide') return null;
    const version = 'version' in manifest ? String(manifest.version) : 'unknown';
    return { module: pathToFileURL(join(folder, 'pyodide.mjs')).href, version };
  } catch {
    return null; // No such folder, or no package.
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
