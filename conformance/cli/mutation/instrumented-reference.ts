// The only place that loads the reference as Stryker has changed it, anew as often as asked.

import { join } from 'node:path';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import type { Reference } from '../../../adapters/reference/view.ts';

/**
 * Gives a function that evaluates the whole reference below `folder` once more. So no scenario meets what a mutant left behind in
 * another, and what runs while the modules load is as much a scenario's as the rest.
 */
export async function instrumentedReference(folder: string): Promise<() => Reference> {
  const { outputFiles: [bundle] } = await build({
    entryPoints: [join(folder, 'reference', 'index.ts')],
    bundle: true, write: false, format: 'iife', globalName: 'reference', platform: 'node', target: 'node20', logLevel: 'silent',
  });
  if (bundle === undefined) throw new Error(`the reference below ${folder} could not be built`);
  const script = new Script(`(() => {\n${bundle.text}\nreturn reference;\n})`, { filename: 'instrumented-reference.js' });
  return script.runInThisContext();
}
