import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readArguments } from '../arguments.ts';
import { countOf, jobsOption, repeatOption, runOptions, shardOf, shardOption, targetOption } from '../run-options.ts';
import { timeoutOption } from '../timeout-option.ts';
import { UserError } from '../user-error.ts';

const options = suite('options of a run');
const call = (...words: readonly string[]) => readArguments('run', words, [targetOption, timeoutOption, shardOption, jobsOption, repeatOption]);
const signal = new AbortController().signal;
const refusal = (work: () => unknown): string => {
  try {
    return JSON.stringify(work());
  } catch (error) {
    return error instanceof UserError ? `${error.message} ${error.hint}` : 'no UserError';
  }
};

options('a target is a version of Python', () => {
  assert.is(runOptions(call('--target', '3.8'), signal).target, '3.8');
  assert.is(runOptions(call(), signal).target, undefined);
  assert.match(refusal(() => runOptions(call('--target', 'newest'), signal)), /newest is no version of Python/u);
});

options('a shard is the how-manieth of how many', () => {
  assert.is(shardOf(call()), null);
  assert.equal(shardOf(call('--shard', '2/5')), { index: 2, of: 5 });
  assert.match(refusal(() => shardOf(call('--shard', '6/5'))), /--shard 6\/5 is no part of a whole.*2\/5/u);
});

options('counts are whole numbers from 1 to what makes sense', () => {
  assert.is(countOf(call(), 'jobs', 64), 1);
  assert.is(countOf(call('--jobs', '4'), 'jobs', 64), 4);
  for (const text of ['0', '65', '1.5', 'many', '1e3']) assert.match(refusal(() => countOf(call('--jobs', text), 'jobs', 64)), /no whole number from 1 to 64/u, text);
});

options.run();
