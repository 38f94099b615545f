import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readResults } from '../../read-results.ts';
import type { Judged, Result } from '../../result.ts';
import { everything } from '../../select.ts';
import { aClause, aDescription, aResult, aScenario, aSpec } from '../../test/made-up.ts';
import { keepResults, lastFailed, resultFile } from '../kept-results.ts';
import { UserError } from '../user-error.ts';
import { aFolder } from './folder.ts';

const keeping = suite('kept results');
const { path, remove } = aFolder();
keeping.after(remove);
const spec = aSpec([aClause({ id: 'task.done.one' })], [aScenario({ id: 'a' })]);
const judged = (...results: readonly Result[]): Judged => ({
  name: 'fake', description: aDescription, target: '3.8', results, cutShort: false, ambiguous: [],
});
const problem = (...call: Parameters<typeof lastFailed>): string => {
  try {
    lastFailed(...call);
    return 'nothing';
  } catch (error) {
    return error instanceof UserError ? error.message : String(error);
  }
};

keeping('each implementation has a file of its own, and no name leads out of the folder', () => {
  const plain = ['reference', 'python+pure:3.7', 'c-promise2'].map((name) => resultFile(name));
  assert.equal(plain, ['.taskspec/reference.jsonl', '.taskspec/python+pure_3.7.jsonl', '.taskspec/c-promise2.jsonl']);
  // It looks as if it began with a digest, so it gets one.
  assert.match(resultFile('deadbeef-x'), /^\.taskspec\/[0-9a-f]{8}-deadbeef-x\.jsonl$/u);
  assert.match(resultFile('python:/../../etc/x'), /^\.taskspec\/[0-9a-f]{8}-python__\.\._\.\._etc_x\.jsonl$/u);
  assert.match(resultFile('..'), /^\.taskspec\/[0-9a-f]{8}-\.\.\.jsonl$/u);
});

keeping('each shard has a file of its own', () => {
  assert.is(resultFile('python:3.7', { index: 2, of: 5 }), '.taskspec/python_3.7.2-of-5.jsonl');
});

keeping('names that look alike once they are cleaned are still two files', () => {
  assert.is.not(resultFile('python:/a b'), resultFile('python:/a_b'));
  assert.is.not(resultFile(`python:/x/${'p'.repeat(100)}`), resultFile(`python:/y/${'p'.repeat(100)}`));
});

keeping('they can be read back', () => {
  const file = join(path, 'one.jsonl');
  const kept = keepResults([judged(aResult({ scenario: 'a' }))], spec, everything, file);
  const text = readFileSync(file, 'utf8');
  assert.equal(kept, [{ name: 'fake', file, problem: null, text }]);
  assert.is(readResults(text).kind, 'stream');
});

keeping('where they cannot be written it is told and not thrown', () => {
  assert.match(keepResults([judged()], spec, everything, path)[0]?.problem ?? '', /is a directory/u);
});

keeping('what failed, warned, broke or was not run last time comes again; what passed, lacks or differs does not', () => {
  const file = join(path, 'two.jsonl');
  const hang = { kind: 'hang', milliseconds: 5 } as const;
  keepResults([judged(
    aResult({ scenario: 'pass' }), aResult({ scenario: 'red', weight: 'red', verdict: hang }), aResult({ scenario: 'warning', weight: 'warning', verdict: hang }),
    aResult({ scenario: 'broken', weight: 'broken', verdict: { kind: 'adapter-error', message: '' } }),
    aResult({ scenario: 'not-run', weight: 'grey', verdict: { kind: 'not-run', reason: '' } }),
    aResult({ scenario: 'lacks', weight: 'grey', verdict: { kind: 'unsupported', capability: 'frames' } }),
    aResult({ scenario: 'differs', weight: 'information', verdict: hang }),
  )], spec, everything, file);
  assert.equal(lastFailed(['fake'], file), ['red', 'warning', 'broken', 'not-run']);
});

keeping('no results, broken results, and results without a failure are told apart', () => {
  const file = join(path, 'three.jsonl');
  assert.match(problem(['fake'], file), /no results of fake are kept/u);
  writeFileSync(file, 'edited\n');
  assert.match(problem(['fake'], file), /is no result file: /u);
  keepResults([judged(aResult({ scenario: 'a' }))], spec, everything, file);
  assert.match(problem(['fake'], file), /nothing failed when fake ran last/u);
});

keeping.run();
