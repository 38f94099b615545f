// The only place that finds a package from npm: ours, else that of the project in which the command was called.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface FoundPackage {
  /** The path of the file that was asked for. */
  readonly file: string;
  readonly version: string;
}

/** A file of the package, by its name as one imports it, `pyodide/pyodide.mjs`; in each place that has it. */
export function findPackages(file: string, name: string): readonly FoundPackage[] {
  const places = [import.meta.url, pathToFileURL(join(process.cwd(), 'package.json')).href];
  return places.flatMap((from) => {
    let found: string;
    try {
      found = createRequire(from).resolve(file);
    } catch {
      return []; // Not there; the next place may have it.
    }
    const version = versionAbove(dirname(found), name);
    return version === null ? [] : [{ file: found, version }];
  });
}

/** The version of the package in a folder, or in one above it; null where none is of that name. */
export function versionAbove(folder: string, name: string): string | null {
  for (let at = folder, above = dirname(at); ; at = above, above = dirname(at)) {
    const version = versionIn(at, name);
    if (version !== null || at === above) return version;
  }
}

/** The version of the package in this very folder, or null where it is no package of that name. */
export function versionIn(folder: string, name: string): string | null {
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return null;
  }
  if (typeof manifest !== 'object' || manifest === null || !('name' in manifest) || manifest.name !== name) return null;
  return 'version' in manifest ? String(manifest.version) : null;
}
