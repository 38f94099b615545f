// The only place that mutates the reference and lets the suite judge each mutant: `npm run mutation`. It writes
// spec/proofs/mutants.json, prints the score, and fails where a mutant survives that spec/proofs/survivors.yaml does not explain.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { exitCodes } from '../exit-code.ts';
import { packageRoot } from '../package-root.ts';
import { SpecMistakes } from '../spec-mistakes.ts';
import { openSpec } from '../spec-source.ts';
import { UserError } from '../user-error.ts';
import { writeWhole } from '../write-whole.ts';
import { mutatedSources, strykerConfig } from './mutated-sources.ts';
import { recordOf, writeRecord } from './mutant-record.ts';
import { scoreLines } from './score.ts';
import { disagreements, readSurvivors } from './survivors.ts';

const root = packageRoot();
const record = join(root, 'spec', 'proofs', 'mutants.json');
const list = join(root, 'spec', 'proofs', 'survivors.yaml');

async function mutate(): Promise<number> {
  const started = performance.now();
  const spec = await openSpec(undefined);
  const sources = mutatedSources(root);
  const survivors = readSurvivors(readFileSync(list, 'utf8'), 'spec/proofs/survivors.yaml');
  // Stryker takes the project from where it is started.
  process.chdir(root);
  const made = recordOf(await new Stryker({ configFile: strykerConfig }).runMutationTest(), sources, spec);
  const problem = writeWhole(record, writeRecord(made));
  console.log(scoreLines(made, survivors, performance.now() - started).join('\n'));
  const wrong = disagreements(made.mutants, survivors);
  for (const line of wrong) console.error(line);
  if (problem !== null) throw new UserError(problem, 'The record belongs beside the specification.');
  return wrong.length === 0 ? exitCodes.conforms : exitCodes.differs;
}

try {
  process.exitCode = await mutate();
} catch (error) {
  if (!(error instanceof UserError) && !(error instanceof SpecMistakes)) throw error;
  console.error(error instanceof UserError ? `${error.message}\n  ${error.hint}` : `${error.message}: npm run taskspec -- lint`);
  process.exitCode = exitCodes.wrongCall;
}
