import { createHash } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readResults } from '../read-results.ts';
import { writeResults } from '../result-stream.ts';
import type { About } from '../result-stream.ts';
import type { Judged } from '../result.ts';
import { everything } from '../select.ts';
import { aDescription, aResult } from './made-up.ts';

const stream = suite('the stream of results');
const about: About = {
  taskspec: '0.0.0', document: '3.7', spec: 'digest of all', selection: everything,
  made: { at: '2020-01-01T00:00:00Z', node: 'v0', platform: 'none' },
};
const judged: Judged = {
  name: 'fake', description: aDescription, target: '3.8', cutShort: false, ambiguous: [],
  results: [aResult({ scenario: 'a' }), aResult({ scenario: 'b' })],
};
const lines = (one: Judged): readonly Record<string, unknown>[] =>
  writeResults(one, about).trimEnd().split('\n').map((line): Record<string, unknown> => JSON.parse(line));

stream('it is a header, a line for each scenario, and a footer', () => {
  assert.equal(lines(judged).map(({ kind }) => kind), ['header', 'result', 'result', 'footer']);
});

stream('what names time and machine is in one field of the header, and nowhere else', () => {
  const [header] = lines(judged);
  assert.equal(header?.['made'], { ...about.made, environment: { LANG: 'C' } });
  const { environment: _, ...description } = aDescription;
  assert.equal(header?.['description'], description);
  const elsewhere = { ...judged, description: { ...aDescription, environment: { LANG: 'tlh' } } };
  assert.equal(lines(elsewhere).slice(1), lines(judged).slice(1));
});

stream('the digest covers the header as well', () => {
  const other = { ...judged, target: '3.9' };
  assert.is.not(lines(other).at(-1)?.['digest'], lines(judged).at(-1)?.['digest']);
});

stream('a run that was cut short is whole as a file, and says what it is', () => {
  const read = readResults(writeResults({ ...judged, cutShort: true }, about));
  assert.is(read.kind === 'stream' && read.stream.footer.complete, 'cut short');
});

stream('an implementation that never started has a file too', () => {
  const read = readResults(writeResults({ ...judged, description: null, target: null }, about));
  assert.is(read.kind === 'stream' && read.stream.header.description, null);
});

/** The same file as another program might have written it: changed, and with a digest that fits. */
const rewritten = (change: (head: Record<string, unknown>, first: Record<string, unknown>) => void): string => {
  const [head = {}, first = {}, second = {}, footer = {}] = lines(judged);
  change(head, first);
  const { made, ...digested } = head;
  const between = [first, second].map((line) => JSON.stringify(line));
  const hash = createHash('sha256').update(JSON.stringify(digested));
  for (const line of between) hash.update(`\n${line}`);
  return [JSON.stringify({ ...digested, ...(made === undefined ? {} : { made }) }), ...between, JSON.stringify({ ...footer, digest: hash.digest('hex') }), ''].join('\n');
};

stream('what another version wrote, with a digest that fits, is refused with its version where it is not what is read here', () => {
  const problem = (change: Parameters<typeof rewritten>[0]): string => {
    const read = readResults(rewritten(change));
    return read.kind === 'refused' ? read.problem : read.kind;
  };
  assert.is(problem(() => undefined), 'stream');
  for (const key of ['name', 'selection', 'description', 'made']) {
    assert.is(problem((head) => delete head[key]), 'its header is none that this taskspec writes: taskspec 0.0.0 wrote it');
  }
  assert.match(problem((head) => delete head['taskspec']), /its header is none that this taskspec writes/u);
  assert.is(problem((_, first) => Object.assign(first, { verdict: { kind: 'perhaps' } })), 'line 2 has no verdict that this taskspec knows: taskspec 0.0.0 wrote it');
  assert.is(problem((_, first) => delete first['verdict']), 'line 2 has no verdict that this taskspec knows: taskspec 0.0.0 wrote it');
});

stream.run();
