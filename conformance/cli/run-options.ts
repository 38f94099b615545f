// The only place for the options that say how a run is done; every command that judges has the same.

import type { RunOptions } from '../run.ts';
import { readShard, type Shard } from '../shard.ts';
import { isTarget } from '../target.ts';
import type { Arguments, Option } from './arguments.ts';
import { budgetOption } from './timeout-option.ts';
import { UserError } from './user-error.ts';

export const targetOption: Option = {
  name: 'target', value: '<version>', help: 'the Python version whose promises are owed; by default what each sets out to be',
};

export const shardOption: Option = { name: 'shard', value: '<i/n>', help: 'only the i-th of n parts of what is selected; taskspec merge joins them' };
export const jobsOption: Option = { name: 'jobs', value: '<n>', help: 'implementations judged side by side; 1 by default' };
export const repeatOption: Option = { name: 'repeat', value: '<n>', help: 'judge each scenario n times, and call flaky what does not come out the same' };

/** Throws UserError where the target is no version. */
export function runOptions(call: Arguments, signal: AbortSignal): RunOptions {
  const target = call.value('target');
  if (target !== undefined && !isTarget(target)) throw new UserError(`${target} is no version of Python`, 'Write one such as 3.8.');
  return { budget: budgetOption(call), target, bail: call.flag('bail'), signal };
}

/** Throws UserError where it is no shard. */
export function shardOf(call: Arguments): Shard | null {
  const text = call.value('shard');
  if (text === undefined) return null;
  const shard = readShard(text);
  if (shard === null) throw new UserError(`--shard ${text} is no part of a whole`, 'Write the how-manieth of how many, counted from 1, such as 2/5.');
  return shard;
}

/** A whole number from 1. Throws UserError for anything else. */
export function countOf(call: Arguments, name: string, most: number): number {
  const text = call.value(name);
  if (text === undefined) return 1;
  if (!/^[1-9]\d{0,4}$/u.test(text) || Number(text) > most) throw new UserError(`--${name} ${text} is no whole number from 1 to ${most}`, `Write --${name} 2.`);
  return Number(text);
}
