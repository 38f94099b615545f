import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { misfits } from '../misfits.ts';
import type { Named } from '../misfits.ts';
import { readResults } from '../read-results.ts';
import { writeResults } from '../result-stream.ts';
import type { Result } from '../result.ts';
import { everything } from '../select.ts';
import { aClause, aDescription, aResult, aScenario, aSpec } from './made-up.ts';

const fitting = suite('streams that do not fit');
const spec = aSpec([aClause({ id: 'task.done.one' })], [aScenario({ id: 'a' })]);
const named = (file: string, name: string, about: { readonly spec?: string; readonly results?: readonly Result[] } = {}): Named => {
  const judged = { name, description: aDescription, target: '3.8', results: about.results ?? [aResult({ scenario: 'a' })], cutShort: false, ambiguous: [] };
  const made = { at: '2020-01-01T00:00:00Z', node: 'v0', platform: 'none' };
  const read = readResults(writeResults(judged, { taskspec: '0.0.0', document: '3.7', spec: about.spec ?? spec.digest, selection: everything, made }));
  if (read.kind === 'refused') throw new Error(read.problem);
  return { file, stream: read.stream };
};
const problems = (...streams: readonly Named[]): readonly string[] => misfits(spec, streams).map(({ problem, hint }) => `${problem}. ${hint}`);

fitting('streams of this specification and of different implementations fit', () => assert.equal(problems(named('x', 'one'), named('y', 'two')), []));

fitting('one of another specification does not, and it says which', () => {
  assert.equal(problems(named('old.jsonl', 'one', { spec: '0123456789abcdef0123' })), [
    'old.jsonl has results of another specification: it says 0123456789abcdef, the one at hand is digest of all. Name the folder of its specification with --spec, or run taskspec run one again.',
  ]);
});

fitting('two of one implementation do not', () => {
  assert.match(problems(named('x', 'one'), named('y', 'two'), named('z', 'one')).join(), /^x and z are both results of one\./u);
});

fitting('one whose scenarios or clauses are not there does not', () => {
  assert.match(problems(named('x', 'one', { results: [aResult({ scenario: 'gone' })] })).join(), /^x names the scenario gone, which/u);
  assert.match(problems(named('x', 'one', { results: [aResult({ scenario: 'a', clause: 'task.gone' })] })).join(), /^x names the clause task\.gone, which/u);
});

fitting.run();
