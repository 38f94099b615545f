// The only place that splits a selection among machines: by a hash of the scenario's id, which no other scenario can move.

import { createHash } from 'node:crypto';

/** One part of a run; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** More would be more machines than scenarios. */
export const mostShards = 1000;

/** Whether a scenario belongs to the shard; of all shards of a run exactly one has it, in this version and in later ones. */
export function inShard(id: string, { index, of }: Shard): boolean {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % of === index - 1;
}

/** Reads `2/5`; null where that is no shard. */
export function readShard(text: string): Shard | null {
  const [, first = '', second = ''] = /^(\d{1,4})\/(\d{1,4})$/u.exec(text) ?? [];
  const shard = { index: Number(first), of: Number(second) };
  return shard.index >= 1 && shard.index <= shard.of && shard.of <= mostShards ? shard : null;
}
