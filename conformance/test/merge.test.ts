import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { merge, type Part } from '../merge.ts';
import { readResults } from '../read-results.ts';
import { writeResults } from '../result-stream.ts';
import type { Judged, Result } from '../result.ts';
import { run } from '../run.ts';
import { everything, select } from '../select.ts';
import type { Selection } from '../select.ts';
import type { Spec } from '../spec.ts';
import { aClause, aScenario, aSession, aSpec, traced } from './made-up.ts';

const merging = suite('merging shards');
const scenarios = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => aScenario({ id, prerequisites: id === 'f' ? ['a'] : [] }));
const spec = aSpec([aClause({ id: 'task.done.one' })], scenarios);
const failing = new Set(['a', 'f']);

const text = async (selection: Selection, about: Partial<Judged> = {}, made = 'the first machine', of: Spec = spec): Promise<string> => {
  const selected = select(of, selection);
  const session = aSession((id) => (failing.has(id) ? traced(false, false) : undefined));
  const judged = await run(session, of, selected.kind === 'scenarios' ? selected.scenarios : []);
  return writeResults({ ...judged, ...about }, { taskspec: '1.0.0', document: '3.7', spec: of.digest, selection, made: { at: made, node: 'v20', platform: 'here' } });
};
const part = (file: string, written: string): Part => {
  const read = readResults(written);
  if (read.kind === 'refused') throw new Error(read.problem);
  return { file, stream: read.stream };
};
const shards = (of: number, about: Partial<Judged> = {}): Promise<readonly Part[]> => Promise.all(Array.from({ length: of }, async (_, index) =>
  part(`${index + 1}.jsonl`, await text({ ...everything, shard: { index: index + 1, of } }, about, `machine ${index}`))));
const refusal = (parts: readonly Part[], of: Spec = spec): string => {
  const merged = merge(parts, of);
  return merged.kind === 'refused' ? merged.problem : 'merged';
};

merging('what comes out is what one machine would have written, down to the digest, causes and echoes included', async () => {
  const merged = merge((await shards(3)).toReversed(), spec);
  assert.is(merged.kind, 'merged');
  if (merged.kind !== 'merged') return;
  const made = { at: 'the first machine', node: 'v20', platform: 'here' };
  assert.is(writeResults(merged.judged, { taskspec: '1.0.0', document: '3.7', spec: spec.digest, selection: merged.selection, made }), await text(everything));
  assert.is(merged.judged.results.find(({ scenario }: Result) => scenario === 'f')?.echoOf, 'a');
});

merging('more shards than scenarios leave some empty, and that is fine', async () => {
  assert.is(refusal(await shards(40)), 'merged');
});

merging('a shard that is missing is named, and one that is there twice', async () => {
  const all = await shards(3);
  assert.is(refusal(all.slice(0, 2)), 'of 3 shards 3 is missing');
  assert.is(refusal(all.slice(1, 2)), 'of 3 shards 1, 3 are missing');
  const [first] = all;
  assert.is(refusal([...all, ...(first === undefined ? [] : [{ ...first, file: 'again.jsonl' }])]), '1.jsonl and again.jsonl are both shard 1');
  assert.is(refusal([]), 'there is nothing to merge');
});

merging('shards of different runs are not joined', async () => {
  const [one] = await shards(2);
  const second: Selection = { ...everything, shard: { index: 2, of: 2 } };
  const with_ = async (about: Partial<Judged>, selection = second): Promise<string> =>
    refusal([...(one === undefined ? [] : [one]), part('other.jsonl', await text(selection, about))]);
  assert.match(await with_({ name: 'another' }), /other\.jsonl and 1\.jsonl are not of one run: implementation "another" and "fake"/u);
  assert.match(await with_({ target: '3.9' }), /target "3\.9" and "3\.8"/u);
  assert.match(await with_({ description: null }), /description null and/u);
  assert.match(await with_({}, { ...second, shard: { index: 2, of: 3 } }), /number of shards 3 and 2/u);
  assert.match(await with_({}, { ...second, patterns: ['a'] }), /selection/u);
  assert.match(await with_({ cutShort: true }), /other\.jsonl was cut short/u);
  assert.match(await with_({}, everything), /other\.jsonl is no shard, but a whole run/u);
});

merging('results of another specification are refused', async () => {
  assert.match(refusal(await shards(2), { ...spec, digest: 'another' }), /1\.jsonl is of another specification: digest of all, this one is another/u);
});

merging('shards that do not hold what was selected are refused', async () => {
  const [one, two] = await shards(2);
  if (one === undefined || two === undefined) throw new Error('there are two');
  const less = { ...two, stream: { ...two.stream, results: two.stream.results.slice(1) } };
  assert.match(refusal([one, less]), /the shards do not hold what was selected: [a-f] is in none of them/u);
});

merging.run();
