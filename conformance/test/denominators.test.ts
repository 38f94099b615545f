import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { minorVersions } from '../../adapters/python/discover.ts';
import { denominatorsOf } from '../denominators.ts';
import { loadSpec } from '../load/load-spec.ts';
import { newestTarget } from '../target.ts';
import { aClause, aCoveredSpec, aSpec } from './made-up.ts';

const counting = suite('denominators');
const folder = fileURLToPath(new URL('../../spec', import.meta.url));

counting('spec/denominators.yaml has the figures of the specification; whoever changes them changes it, too', () => {
  // Mutants are counted where they are made.
  const { mutants: _, ...pinned } = parse(readFileSync(`${folder}/denominators.yaml`, 'utf8'));
  const { spec, situations } = loadSpec(folder);
  const notCovered = situations.filter((situation) => situation.notCovered !== null).length;
  assert.equal(pinned, { ...denominatorsOf(spec), situations: { all: situations.length, not_covered: notCovered } });
});

counting('sentences by what they are, clauses by level, and those that the newest Python owes no longer', () => {
  assert.equal(denominatorsOf(aCoveredSpec), {
    document: '3.7',
    sentences: { all: 6, clause: 4, informative: 1, untestable: 1, by_reference: 1 },
    clauses: { all: 5, must: 2, should: 1, may: 0, observed: 1, contested: 1, not_owed_by_newest: 1 },
    newest_target: '3.14',
  });
  assert.is(denominatorsOf(aSpec([aClause({ id: 'task.done.a', since: '3.9' }), aClause({ id: 'task.done.b', until: newestTarget })], [])).clauses.not_owed_by_newest, 1);
});

counting('the newest target is the newest Python that is looked for', () => assert.is(newestTarget, minorVersions.at(-1)));

counting.run();
