// What is committed of the last `npm run mutation` belongs to the present reference, and explains every survivor.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { packageRoot } from '../../package-root.ts';
import { openSpec } from '../../spec-source.ts';
import { ageOf } from '../committed-record.ts';
import { fates, readRecord } from '../mutant-record.ts';
import { mutatedSources } from '../mutated-sources.ts';
import { disagreements, readSurvivors } from '../survivors.ts';

const committed = suite('committed mutants');

const proofs = join(packageRoot(), 'spec', 'proofs');
const record = readRecord(readFileSync(join(proofs, 'mutants.json'), 'utf8'));
const survivors = readSurvivors(readFileSync(join(proofs, 'survivors.yaml'), 'utf8'), 'spec/proofs/survivors.yaml');

committed('the mutants are those of the present reference; else: npm run mutation', async () => {
  const { changedFiles, isStale } = ageOf(record, mutatedSources(packageRoot()), await openSpec(undefined));
  assert.equal(changedFiles, [], 'run npm run mutation: the reference is another since it ran last');
  // Scenarios are added all the time, and take nothing away from what the earlier ones notice.
  if (isStale) console.log('spec/proofs/mutants.json is stale: other scenarios judged it (npm run mutation)');
});

committed('every survivor is listed with its reason, and nothing else is', () => {
  assert.equal(disagreements(record.mutants, survivors), []);
});

committed('how many are left out of the score, and why, is pinned with the other denominators', () => {
  const { mutants: pinned } = parse(readFileSync(join(packageRoot(), 'spec', 'denominators.yaml'), 'utf8'));
  const inClass = (name: string): number => survivors.filter((survivor) => survivor.class === name).length;
  assert.equal(pinned, {
    all: record.mutants.length, ignored: record.totals.ignored, equivalent: inClass('equivalent'), not_promised: inClass('not-promised'),
    not_reachable: inClass('not-reachable'), open: inClass('open'),
  });
});

committed('the totals are those of the mutants', () => {
  for (const fate of fates) assert.is(record.totals[fate], record.mutants.filter((mutant) => mutant.fate === fate).length, fate);
});

committed('what a scenario kills is a mutant that counts as noticed, and each that counts so has its scenario', () => {
  const noticed = new Set(record.mutants.filter(({ fate }) => !['timed-out', 'survived', 'no-coverage', 'ignored'].includes(fate)).map(({ key }) => key));
  const killed = new Set(Object.values(record.kills).flatMap((byGround) => Object.values(byGround).flat()));
  assert.equal([...killed].filter((key) => !noticed.has(key)), []);
  assert.equal([...noticed].filter((key) => !killed.has(key)), []);
});

committed.run();
