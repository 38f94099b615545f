// The only place that makes illustrations for reports that show scenarios: the files, the programs, and what the reference does.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emitPython } from '../../adapters/python/emit.ts';
import { referenceAdapter } from '../../adapters/reference/reference-adapter.ts';
import type { Illustration, Illustrations } from '../../reports/illustrations.ts';
import { whyUnreadable } from '../load/read-file.ts';
import { defaultBudget } from '../run.ts';
import type { Spec } from '../spec.ts';
import { explorerPage } from './explorer-page.ts';
import { happening } from './happening.ts';
import { specFolder } from './spec-source.ts';

/** `own`: the folder of a specification other than the package's. The same specification gives the same, whenever it is asked. */
export async function illustrate(spec: Spec, own?: string): Promise<Illustrations> {
  const page = await explorerPage();
  const folder = specFolder(own);
  const scenarios = new Map<string, Illustration>();
  const session = await referenceAdapter().start();
  try {
    for (const scenario of spec.scenarios) {
      const { source } = emitPython(scenario.program, { title: scenario.title });
      scenarios.set(scenario.id, {
        yaml: textOf(join(folder, 'scenarios', `${scenario.id}.yaml`)), python: source, reference: await happening(session, spec, scenario, defaultBudget),
      });
    }
  } finally {
    await session.stop();
  }
  return { page, scenarios };
}

/** A file that went away since the specification was read leaves a word, and takes nothing else with it. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return `# This file cannot be read: ${whyUnreadable(error)}`;
  }
}
