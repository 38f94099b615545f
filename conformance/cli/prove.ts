// The only place that writes spec/proofs/wrong-tasks.json: what each wrong Task proves. `npm run proofs` runs it; nothing imports it.

import { join } from 'node:path';
import type { Proof } from '../proofs.ts';
import { proofsOf, writeProofs } from '../proven-by.ts';
import { packageRoot } from './package-root.ts';
import { candidates, judgeWrong, proofOf } from './prove-all.ts';
import { openSpec } from './spec-source.ts';
import { writeWhole } from './write-whole.ts';

const file = join(packageRoot(), 'spec', 'proofs', 'wrong-tasks.json');
const spec = await openSpec(undefined);
const proofs: Record<string, Proof> = {};
for (const candidate of await candidates()) {
  const { wrong: { name, violates, neighbour }, adapter, exact, hint } = candidate;
  const before = spec.proofs[name];
  if (adapter === null || (!exact && before !== undefined)) {
    process.stderr.write(`${name} is not judged: its Python is not here; \`${hint}\` installs it. ${before === undefined ? 'It proves nothing yet' : 'What is kept stays'}.\n`);
    if (before !== undefined) proofs[name] = before;
    continue;
  }
  const judged = await judgeWrong(await adapter(), spec);
  const proof = proofOf(candidate, judged);
  proofs[name] = proof;
  const verdicts = new Map(judged.results.map(({ scenario, verdict }) => [scenario, verdict.kind]));
  for (const clause of violates.filter((id) => proof.proves[id] === undefined)) process.stderr.write(`${name} does not break ${clause}\n`);
  if (verdicts.get(neighbour) !== 'pass') process.stderr.write(`${name}: its neighbour ${neighbour} does not pass\n`);
}
const problem = writeWhole(file, writeProofs(proofs));
if (problem !== null) {
  process.stderr.write(`${problem}\n`);
  process.exit(2);
}
const proven = proofsOf(proofs);
const unproven = spec.clauses.filter(({ id }) => !proven.has(id));
for (const { id, level } of unproven) process.stdout.write(`no wrong Task breaks ${id} (${level})\n`);
const catching = new Set(Object.values(proofs).flatMap(({ proves }) => Object.values(proves).flat()));
const idle = spec.scenarios.filter(({ id }) => !catching.has(id));
for (const { id } of idle) process.stdout.write(`${id} catches no wrong Task\n`);
process.stdout.write(`${spec.scenarios.length - idle.length} of ${spec.scenarios.length} scenarios catch one\n`);
process.stdout.write(`${spec.clauses.length - unproven.length} of ${spec.clauses.length} clauses proven by ${Object.keys(proofs).length} wrong Tasks, in ${file}\n`);
