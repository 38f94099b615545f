// The only place that decides where the specification comes from: compiled, from a checkout, or from somebody's folder.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Spec } from '../spec.ts';
import { readCompiled } from './compiled-spec.ts';
import { packageRoot } from './package-root.ts';
import { SpecMistakes } from './spec-mistakes.ts';

/** The build puts the compiled specification beside the bundle; parsing YAML is what costs most in a short run. */
const beside = dirname(fileURLToPath(import.meta.url));

let opened: Spec | null = null;

/** The specification that the build compiled, once it was opened; else null. */
export function compiledSpec(): Spec | null {
  return opened;
}

/** The folder whose files the specification was made of. */
export function specFolder(own: string | undefined): string {
  return own ?? join(packageRoot(), 'spec');
}

/** The specification; throws SpecMistakes where its files have any. The YAML loader is loaded only where it is needed. */
export async function openSpec(own: string | undefined): Promise<Spec> {
  const compiled = own === undefined ? readCompiled(beside) : null;
  if (compiled !== null) {
    opened = compiled;
    return compiled;
  }
  const folder = specFolder(own);
  if (own === undefined) {
    const { cached } = await import('./spec-cache.ts');
    return cached(packageRoot(), () => load(folder, 'spec'));
  }
  return load(folder, folder);
}

async function load(folder: string, shown: string): Promise<Spec> {
  const { loadSpec } = await import('../load/load-spec.ts');
  const { spec, mistakes } = loadSpec(folder, shown);
  if (mistakes.length > 0) throw new SpecMistakes(mistakes);
  return spec;
}
