// The only place that keeps what a checkout's specification was parsed to, for as long as no file of it changes.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Spec } from '../spec.ts';

/**
 * The specification as `load` gives it. The key covers the spec files and the loader's sources, with the lists that
 * they rest on, by path, size and time of change; older entries are removed. A cache that cannot be written costs time and nothing else.
 */
export async function cached(root: string, load: () => Promise<Spec>): Promise<Spec> {
  const folder = join(root, 'node_modules', '.cache', 'taskspec');
  const name = `spec-${keyOf([join(root, 'spec'), join(root, 'conformance', 'load'), join(root, 'conformance', 'spec.ts'), join(root, 'conformance', 'capabilities.ts'), join(root, 'conformance', 'proofs.ts')])}.json`;
  try {
    const spec: Spec = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    return spec;
  } catch {
    const spec = await load();
    keep(folder, name, spec);
    return spec;
  }
}

function keyOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    const entries = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }).sort() : [''];
    for (const entry of entries) {
      const { size, mtimeMs } = statSync(join(path, entry));
      hash.update(`${entry}\0${size}\0${mtimeMs}\0`);
    }
  }
  return hash.digest('hex').slice(0, 32);
}

function keep(folder: string, name: string, spec: Spec): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const old of readdirSync(folder).filter((entry) => entry.startsWith('spec-'))) rmSync(join(folder, old));
    const temporary = join(folder, `${name}.${process.pid}`);
    writeFileSync(temporary, JSON.stringify(spec));
    renameSync(temporary, join(folder, name));
  } catch {
    // A read-only checkout works without a cache.
  }
}
