import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inShard, readShard } from '../shard.ts';

const sharding = suite('shards');
const ids = Array.from({ length: 500 }, (_, index) => `cancel/scenario-${index}`);

sharding('every scenario is in exactly one of them', () => {
  for (const of of [1, 2, 3, 7]) {
    const shards = Array.from({ length: of }, (_, index) => ids.filter((id) => inShard(id, { index: index + 1, of })));
    assert.equal(shards.flat().toSorted(), ids.toSorted());
    assert.ok(shards.every((shard) => shard.length > 500 / of / 2), 'and none is nearly empty');
  }
});

sharding('where one belongs is decided by its id alone, and stays so', () => {
  assert.equal(['cancel/deny', 'result/none', 'exception/raised'].map((id) => [1, 2, 3].find((index) => inShard(id, { index, of: 3 }))), [3, 1, 2]);
});

sharding('a shard is written as the how-manieth of how many', () => {
  assert.equal(readShard('2/5'), { index: 2, of: 5 });
  assert.equal(readShard('1/1'), { index: 1, of: 1 });
  for (const text of ['', '2', '0/5', '6/5', '-1/5', '1/0', '1.5/2', '1/2/3', 'a/b', '1/1001', '1/99999', ' 1/2']) assert.is(readShard(text), null, text);
});

sharding.run();
