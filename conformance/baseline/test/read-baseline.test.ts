import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { renderMistake } from '../../load/mistake.ts';
import { readBaseline } from '../read-baseline.ts';

const reading = suite('reading a baseline');

const whole = (failures: string): string => `format: 1
implementation: python:3.13
target: '3.13'
spec: 0123456789abcdef
capabilities: [cancel]
judged:
  done/a: "12345678"
failures:${failures === '' ? ' []' : `\n${failures}`}
`;
const told = (text: string): string => {
  const read = readBaseline(text, 'baseline.yaml');
  return read.kind === 'mistakes' ? read.mistakes.map(({ code, line, column, message }) => `${line}:${column} ${code} ${message}`).join('\n') : 'no mistake';
};

reading('all that an entry can say', () => {
  const read = readBaseline(whole(`  - scenario: done/a
    verdict: fail
    diverges: {by: value, body: main, step: 'check: t.done()', same: 2, time: 3}
    reason: known
    issue: https://example.invalid/1
    versions: '>=3.10, <3.14'
    expires: 2027-06-01
  - scenario: done/b
    verdict: [pass, crash]`), 'baseline.yaml');
  assert.is(read.kind, 'baseline');
  if (read.kind !== 'baseline') return;
  assert.equal(read.baseline.failures, [
    {
      scenario: 'done/a', verdicts: ['fail'], diverges: { by: 'value', body: 'main', step: 'check: t.done()', same: 2, time: 3 },
      reason: 'known', issue: 'https://example.invalid/1', versions: '>=3.10, <3.14', expires: '2027-06-01', line: 9,
    },
    { scenario: 'done/b', verdicts: ['pass', 'crash'], diverges: null, reason: null, issue: null, versions: null, expires: null, line: 16 },
  ]);
  assert.equal([...read.baseline.judged], [['done/a', '12345678']]);
});

reading('mistakes come all at once, each with its place', () => {
  assert.match(told('format: 2\nimplementation: x\n'), /1:9 schema .*\n1:1 missing-key|1:1 missing-key/u);
  assert.match(told(whole('  - scenario: done/a\n    verdict: fial')), /10:14 wrong-type this is nothing that may stand here/u);
  assert.match(told(whole('  - scenario: done/a\n    verdict: fail\n    reson: typo')), /11:5 unknown-key there is no key 'reson' here/u);
  assert.match(told(whole('  - scenario: done/a\n    verdict: fail\n    verdict: crash')), /11:5 yaml-duplicate-key/u);
  assert.match(told(whole("  - scenario: done/a\n    verdict: fail\n    versions: 'about 3'")), /11:15 schema 'about 3' is not written as it must be/u);
  assert.match(told(whole('  - scenario: done/a\n    verdict: fail\n    issue: see the wiki')), /11:12 schema/u);
  assert.match(told('just a text'), /1:1 wrong-type this must be a map/u);
  assert.match(told(''), /1:1 wrong-type the file is empty/u);
});

reading('what no schema can say is found, too', () => {
  const one = '  - scenario: done/a\n    verdict: fail\n';
  assert.match(told(whole(one + one)), /11:15 baseline 'done\/a' is there twice/u);
  assert.is(told(whole(`${one}    versions: '<2'\n${one}    versions: '>=2'`)), 'no mistake');
  assert.match(told(whole(`${one}    expires: 2027-02-30`)), /11:14 baseline no calendar has the day 2027-02-30/u);
  assert.match(told(whole('  - scenario: done/a\n    verdict: crash\n    diverges: {by: value}')), /11:5 baseline where the verdict is crash nothing diverges/u);
});

reading('each mistake says what to do', () => {
  const read = readBaseline(whole("  - scenario: done/a\n    verdict: fail\n    expires: tomorrow"), 'baseline.yaml');
  assert.is(read.kind, 'mistakes');
  if (read.kind === 'mistakes') assert.match(read.mistakes.map(renderMistake).join('\n'), /baseline\.yaml:11:14[\s\S]*\^[\s\S]*2027-06-01/u);
});

reading.run();
