import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Form } from '../../expectation.ts';
import type { Value } from '../../trace.ts';
import { describeForm, describeForms, describeOutcome, describePattern, describeSeen, describeValue, ordinal } from '../describe.ts';

const describe = suite('describe');

describe('a value is told as Python would, an object by its names', () => {
  const told: readonly (readonly [Value, string])[] = [
    [null, 'None'], [true, 'True'], [false, 'False'], [-3, '-3'], ['a "text"\n', '"a \\"text\\"\\n"'], [[], '[]'], [[1, [null]], '[1, [None]]'],
    [{ set: [] }, 'set()'], [{ set: [1, 2] }, '{1, 2}'],
    [{ error: 'ValueError', args: ['boom', 1] }, 'ValueError("boom", 1)'],
    [{ error: 'ValueError', args: [], names: ['a', 'e'] }, 'ValueError() (a = e)'], [{ error: 'ValueError', args: [], names: [] }, 'ValueError()'],
    [{ frame: 'worker', at: null }, 'worker'], [{ frame: 'worker', at: 'start' }, 'worker at start'], [{ frame: 'worker', at: 4 }, 'worker at step 4'],
    [{ frame: '...', at: null }, '...'],
    [{ object: 'Task', names: ['a', 't'] }, 'the Task a = t'], [{ object: 'Task', names: [] }, 'a Task without a name here'],
    [{ object: 'Future' }, 'a Future without a name here'],
  ];
  for (const [value, expected] of told) assert.is(describeValue(value), expected);
});

describe('a value without end is told in part', () => {
  let deep: Value = 1;
  for (let level = 0; level < 100_000; level += 1) deep = level % 2 === 0 ? [deep] : { set: [deep] };
  assert.is(describeValue(deep).length, 43);
  assert.match(describeValue(deep), /…/u);
});

describe('a pattern is told as the file means it', () => {
  assert.is(describePattern({ kind: 'constant', value: 'x' }), '"x"');
  assert.is(describePattern({ kind: 'list', items: [{ kind: 'constant', value: null }, { kind: 'constant', value: true }] }), '[None, True]');
  assert.is(describePattern({ kind: 'name', name: 't' }), 'the very object t');
  assert.is(describePattern({ kind: 'exception', type: 'ValueError', args: null }), 'ValueError');
  assert.is(describePattern({ kind: 'exception', type: 'ValueError', args: [{ kind: 'constant', value: 1 }] }), 'ValueError(1)');
  assert.is(describePattern({ kind: 'frame', name: 'worker', at: null }), 'worker');
  assert.is(describePattern({ kind: 'frame', name: 'worker', at: 'start' }), 'worker at start');
  assert.is(describePattern({ kind: 'frame', name: 'worker', at: 3 }), 'worker at step 3');
  assert.is(describePattern({ kind: 'frame', name: '...', at: null }), '...');
});

describe('a form is told as what must hold', () => {
  const items = [{ kind: 'constant', value: 1 }, { kind: 'name', name: 't' }] as const;
  const pattern = items[0];
  const told: readonly (readonly [Form, string])[] = [
    [{ kind: 'is', pattern }, '1'], [{ kind: 'is_not', name: 't' }, 'anything but the very object t'], [{ kind: 'raises', pattern }, 'raises 1'],
    [{ kind: 'unordered', items }, 'exactly, in any order, [1, the very object t]'], [{ kind: 'contains', items }, 'contains [1, the very object t]'],
    [{ kind: 'lacks', items }, 'does not contain [1, the very object t]'], [{ kind: 'ends_with', items }, 'ends with [1, the very object t]'],
    [{ kind: 'one_of', choices: [[{ kind: 'is', pattern }], [{ kind: 'raises', pattern: items[1] }, { kind: 'is_not', name: 'u' }]] },
      '1, or raises the very object t and anything but the very object u'],
  ];
  for (const [form, expected] of told) assert.is(describeForm(form), expected);
  assert.is(describeForms([]), 'to be reached');
});

describe('an outcome is told for the time that is meant', () => {
  const is = (value: number): Form => ({ kind: 'is', pattern: { kind: 'constant', value } });
  const outcome = { times: 2, forms: [{ kind: 'is_not', name: 't' }], each: [[is(1)], [is(2)]] } as const;
  assert.is(describeOutcome(outcome, 1), 'anything but the very object t and 1');
  assert.is(describeOutcome(outcome, 2), 'anything but the very object t and 2');
  assert.is(describeOutcome({ times: 1, forms: [], each: null }, 1), 'to be reached');
});

describe('what was seen is a value, or something raised', () => {
  assert.is(describeSeen({ kind: 'value', value: 1 }), '1');
  assert.is(describeSeen({ kind: 'raised', error: { error: 'KeyError', args: [1] } }), 'raised KeyError(1)');
});

describe('ordinals are English', () => {
  const told = [1, 2, 3, 4, 10, 11, 12, 13, 14, 20, 21, 22, 23, 101, 111, 112, 121].map(ordinal);
  assert.equal(told, ['1st', '2nd', '3rd', '4th', '10th', '11th', '12th', '13th', '14th', '20th', '21st', '22nd', '23rd', '101st', '111th', '112th', '121st']);
});

describe.run();
