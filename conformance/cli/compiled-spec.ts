// The only place for the files of the compiled specification: the build writes them, a run reads of them what it needs.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from '../once.ts';
import type { Spec, StepPlace } from '../spec.ts';

/** A third of it all is for whoever shows a failure, or counts what the document says: a run that passes parses neither. */
const files = { run: 'spec.json', places: 'places.json', evidence: 'ledger-and-proofs.json' } as const;

/** Places by the scenario's id. */
type Places = Readonly<Record<string, readonly StepPlace[]>>;
type Evidence = Pick<Spec, 'ledger' | 'proofs'>;

export function writeCompiled(folder: string, { ledger, proofs, ...spec }: Spec): void {
  const places: Places = Object.fromEntries(spec.scenarios.map((scenario) => [scenario.id, scenario.places]));
  const evidence: Evidence = { ledger, proofs };
  const run = { ...spec, scenarios: spec.scenarios.map(({ places: _, ...scenario }) => scenario) };
  for (const [name, value] of [[files.run, run], [files.places, places], [files.evidence, evidence]] as const) {
    writeFileSync(join(folder, name), JSON.stringify(value));
  }
}

/** The specification as it was written, or null where the folder has none. What is put off is read when its property is. */
export function readCompiled(folder: string): Spec | null {
  const text = textOf(join(folder, files.run));
  if (text === null) return null;
  const spec: Spec = JSON.parse(text);
  const places = once((): Places => JSON.parse(readFileSync(join(folder, files.places), 'utf8')));
  const evidence = once((): Evidence => JSON.parse(readFileSync(join(folder, files.evidence), 'utf8')));
  // One function for all scenarios, so that they stay objects of one shape to the engine.
  const ofScenario = { enumerable: true, get(this: { readonly id: string }): readonly StepPlace[] | undefined { return places()[this.id]; } };
  for (const scenario of spec.scenarios) Object.defineProperty(scenario, 'places', ofScenario);
  Object.defineProperty(spec, 'ledger', { enumerable: true, get: () => evidence().ledger });
  Object.defineProperty(spec, 'proofs', { enumerable: true, get: () => evidence().proofs });
  return spec;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
