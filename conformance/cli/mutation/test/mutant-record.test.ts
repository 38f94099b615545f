// The record of mutants is made of Stryker's results, and says of each on what ground it was noticed, and by whom.

import type { MutantResult } from '@stryker-mutator/api/core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { aClause, aScenario, aSpec } from '../../../test/made-up.ts';
import { ageOf } from '../committed-record.ts';
import { type Ground, killsOf, writeKills } from '../kills.ts';
import { readRecord, recordOf, writeRecord } from '../mutant-record.ts';
import { scoreLines } from '../score.ts';

const records = suite('mutant record');

const spec = aSpec([aClause({ id: 'task.done.one' })], [aScenario({ id: 'done/first' }), aScenario({ id: 'done/second' })]);
const sources = new Map([['task.ts', 'const done = false;\nconst open = true;\n']]);
const first = 'done/first';
const second = 'done/second';

const result = (id: string, line: number, rest: Partial<MutantResult>): MutantResult => ({
  id, fileName: '/sandbox/reference/task.ts', mutatorName: 'BooleanLiteral', replacement: '0',
  location: { start: { line, column: 14 }, end: { line, column: 18 } }, status: 'Survived', ...rest,
});
const killed = (id: string, line: number, ...by: readonly (readonly [string, Ground])[]): MutantResult =>
  result(id, line, { status: 'Killed', statusReason: writeKills(killsOf(by)) });

records('a mutant counts as its strongest ground; each scenario has all that it notices', () => {
  const record = recordOf([
    killed('1', 2, [first, 'observed'], [second, 'must']),
    killed('0', 1, [first, 'observed']),
  ], sources, spec);
  assert.equal(record.mutants.map(({ fate }) => fate), ['observed', 'must'], 'in the order of the file');
  const keys = record.mutants.map(({ key }) => key);
  assert.equal(record.kills, { [first]: { observed: keys }, [second]: { must: [keys[1]] } });
  assert.is(record.totals.must, 1);
  assert.is(record.totals.observed, 1);
});

records('what is not noticed is told by kind', () => {
  const { mutants } = recordOf([
    result('0', 1, { status: 'Survived' }), result('1', 1, { status: 'NoCoverage', replacement: '1' }),
    result('2', 1, { status: 'Ignored', replacement: '2' }), result('3', 1, { status: 'Timeout', replacement: '3' }),
  ], sources, spec);
  assert.equal(mutants.map(({ fate }) => fate), ['survived', 'no-coverage', 'ignored', 'timed-out']);
});

records('a mutant that could not be tried is no survivor but a mistake', () => {
  assert.throws(() => recordOf([result('7', 1, { status: 'RuntimeError', statusReason: 'no suite' })], sources, spec), /mutant 7 .*no suite/u);
  assert.throws(() => recordOf([result('7', 1, { fileName: 'reference/run.ts' })], sources, spec), /run\.ts was not to be mutated/u);
});

records('what is written is read again, one line a mutant and a scenario', () => {
  const record = recordOf([killed('0', 1, [first, 'must']), result('1', 2, {})], sources, spec);
  assert.equal(readRecord(writeRecord(record)), record);
  assert.is(writeRecord(record).split('\n').filter((line) => line.startsWith('    ')).length, 3);
});

records('a changed file makes a record void, another specification makes it stale', () => {
  const record = recordOf([], sources, spec);
  assert.equal(ageOf(record, sources, spec), { changedFiles: [], isStale: false });
  assert.equal(ageOf(record, new Map([['task.ts', 'const done = true;\n']]), { ...spec, digest: 'other' }), { changedFiles: ['task.ts'], isStale: true });
  assert.equal(ageOf(record, new Map(), spec).changedFiles, ['task.ts'], 'a file that is gone');
});

records('the score counts what was tried, and never rounds up to all', () => {
  const record = recordOf([killed('0', 1, [first, 'must']), result('1', 2, {}), result('2', 1, { status: 'Ignored', replacement: '2' })], sources, spec);
  const lines = scoreLines(record, [{ mutant: 'x', class: 'equivalent', because: 'y' }], 2400);
  assert.is(lines[0], '1 of 2 mutants noticed (50.0 %), 2 s');
  assert.ok(lines.includes('    1  survived'));
  assert.ok(lines.includes('    1  survivors listed as equivalent'));
});

records.run();
