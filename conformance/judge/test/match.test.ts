import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Form, Pattern } from '../../expectation.ts';
import type { Value } from '../../trace.ts';
import { holds, matches, type Seen } from '../match.ts';

const match = suite('match');

const constant = (value: null | boolean | number | string): Pattern => ({ kind: 'constant', value });
const name = (called: string): Pattern => ({ kind: 'name', name: called });
const list = (...items: readonly Pattern[]): Pattern => ({ kind: 'list', items });
const error = (type: string, ...args: readonly Pattern[]): Pattern => ({ kind: 'exception', type, args });
const anyError = (type: string): Pattern => ({ kind: 'exception', type, args: null });
const frame = (called: string, at: number | 'start' | null = null): Pattern => ({ kind: 'frame', name: called, at });
const value = (seen: Value): Seen => ({ kind: 'value', value: seen });
const raised = (seen: Value): Seen => ({ kind: 'raised', error: seen });
const task = (...names: readonly string[]): Value => ({ object: 'Task', names });

match('a constant is equal in value and type', () => {
  for (const same of [null, true, false, 0, -3, '', 'text']) assert.ok(matches(constant(same), same));
  const pairs: readonly (readonly [null | boolean | number | string, Value])[] = [
    [null, false], [0, false], [1, true], [1, '1'], [null, 'None'], ['', null], [0, []], ['Task', { object: 'Task' }], [1, 2], ['a', 'A'],
  ];
  for (const [pattern, other] of pairs) assert.not.ok(matches(constant(pattern), other));
});

match('a list goes item by item, and no further', () => {
  assert.ok(matches(list(), []));
  assert.ok(matches(list(constant(1), list(name('t'))), [1, [task('t')]]));
  assert.not.ok(matches(list(constant(1)), [1, 2]));
  assert.not.ok(matches(list(constant(1), constant(2)), [1]));
  assert.not.ok(matches(list(constant(1), constant(2)), [2, 1]));
  assert.not.ok(matches(list(), { set: [] }));
  assert.not.ok(matches(list(), null));
});

match('a name is that very object: the name is among those it bore', () => {
  assert.ok(matches(name('t'), task('a', 't')));
  assert.ok(matches(name('e'), { error: 'ValueError', args: [], names: ['e'] }));
  assert.not.ok(matches(name('t'), task('a')));
  assert.not.ok(matches(name('t'), { object: 'Task' }));
  assert.not.ok(matches(name('t'), 't'));
  assert.not.ok(matches(name('t'), [task('t')]));
});

match('an exception is of exactly that type, with those arguments where some are said', () => {
  const boom: Value = { error: 'ValueError', args: ['boom', 1] };
  assert.ok(matches(anyError('ValueError'), boom));
  assert.ok(matches(error('ValueError', constant('boom'), constant(1)), boom));
  assert.not.ok(matches(anyError('Exception'), boom), 'a base is another type');
  assert.not.ok(matches(error('ValueError', constant('boom')), boom));
  assert.not.ok(matches(error('ValueError', constant('boom'), constant(1), constant(2)), boom));
  assert.not.ok(matches(error('ValueError', constant('bang'), constant(1)), boom));
  assert.not.ok(matches(anyError('ValueError'), 'ValueError'));
  assert.not.ok(matches(anyError('ValueError'), { object: 'exception type' }));
  assert.ok(matches(error('ValueError', anyError('KeyError')), { error: 'ValueError', args: [{ error: 'KeyError', args: [3] }] }));
});

match('a frame is that body, at that place where one is said', () => {
  assert.ok(matches(frame('worker'), { frame: 'worker', at: 7 }));
  assert.ok(matches(frame('worker', 7), { frame: 'worker', at: 7 }));
  assert.ok(matches(frame('worker', 'start'), { frame: 'worker', at: 'start' }));
  assert.ok(matches(frame('...'), { frame: '...', at: null }));
  assert.ok(matches(frame('...'), '...'));
  assert.not.ok(matches(frame('worker', 7), { frame: 'worker', at: 8 }));
  assert.not.ok(matches(frame('worker', 7), { frame: 'worker', at: null }));
  assert.not.ok(matches(frame('worker'), { frame: '...', at: null }));
  assert.not.ok(matches(frame('worker'), '...'));
  assert.not.ok(matches(frame('worker'), 'worker'));
});

match('`is` holds of a value, `raises` of what was raised: the same exception is one or the other', () => {
  const boom: Value = { error: 'ValueError', args: [], names: ['e'] };
  for (const pattern of [anyError('ValueError'), error('ValueError'), name('e')]) {
    assert.ok(holds({ kind: 'is', pattern }, value(boom)));
    assert.not.ok(holds({ kind: 'is', pattern }, raised(boom)));
    assert.ok(holds({ kind: 'raises', pattern }, raised(boom)));
    assert.not.ok(holds({ kind: 'raises', pattern }, value(boom)));
  }
});

match('`is_not` holds of anything but that very object, value or exception', () => {
  const form: Form = { kind: 'is_not', name: 't' };
  assert.ok(holds(form, value(task('a'))));
  assert.ok(holds(form, value(null)));
  assert.ok(holds(form, raised({ error: 'ValueError', args: [] })));
  assert.not.ok(holds(form, value(task('a', 't'))));
  assert.not.ok(holds(form, raised({ error: 'ValueError', args: [], names: ['t'] })));
});

match('`unordered` has exactly these members, in a set or a list', () => {
  const form: Form = { kind: 'unordered', items: [name('a'), name('b'), constant(1)] };
  assert.ok(holds(form, value({ set: [1, task('b'), task('a')] })));
  assert.ok(holds(form, value([task('b'), 1, task('a')])));
  assert.not.ok(holds(form, value({ set: [task('b'), task('a')] })));
  assert.not.ok(holds(form, value({ set: [1, task('b'), task('a'), 2] })));
  assert.not.ok(holds(form, value([1, 1, task('a', 'b')])));
  assert.not.ok(holds(form, value(1)));
  assert.not.ok(holds(form, raised([1, task('b'), task('a')])));
  assert.ok(holds({ kind: 'unordered', items: [] }, value({ set: [] })));
});

match('each member of an unordered set is taken once, and given up where it must be', () => {
  const form: Form = { kind: 'unordered', items: [anyError('KeyError'), error('KeyError', constant(1))] };
  assert.ok(holds(form, value([{ error: 'KeyError', args: [1] }, { error: 'KeyError', args: [2] }])));
  assert.ok(holds(form, value([{ error: 'KeyError', args: [2] }, { error: 'KeyError', args: [1] }])));
  assert.not.ok(holds(form, value([{ error: 'KeyError', args: [2] }, { error: 'KeyError', args: [3] }])));
  assert.not.ok(holds({ kind: 'unordered', items: [name('a'), name('b')] }, value([task('a', 'b'), task()])));
});

match('many members that are alike, and one that fits none, are soon told apart', () => {
  const alike = Array.from({ length: 40 }, () => anyError('KeyError'));
  const form: Form = { kind: 'unordered', items: [...alike, constant(1)] };
  const members = Array.from({ length: 40 }, (): Value => ({ error: 'KeyError', args: [] }));
  assert.not.ok(holds(form, value([...members, 2])));
  assert.ok(holds(form, value([1, ...members])));
});

match('`contains` and `lacks` ask for members of a set or list, and hold of nothing else', () => {
  const seen = value({ set: [task('a'), task('b')] });
  assert.ok(holds({ kind: 'contains', items: [name('b'), name('a')] }, seen));
  assert.ok(holds({ kind: 'contains', items: [constant('in worker')] }, value(['Stack', 'in worker'])));
  assert.not.ok(holds({ kind: 'contains', items: [name('a'), name('c')] }, seen));
  assert.ok(holds({ kind: 'lacks', items: [name('c'), constant(1)] }, seen));
  assert.not.ok(holds({ kind: 'lacks', items: [name('c'), name('a')] }, seen));
  for (const other of [value(null), value('b'), value(task('b')), raised([task('b')])]) {
    assert.not.ok(holds({ kind: 'contains', items: [name('b')] }, other));
    assert.not.ok(holds({ kind: 'lacks', items: [name('c')] }, other));
  }
});

match('`ends_with` asks for the last items of a list, in their order', () => {
  const form: Form = { kind: 'ends_with', items: [frame('outer'), frame('inner')] };
  const [library, outer, inner]: readonly [Value, Value, Value] = [{ frame: '...', at: null }, { frame: 'outer', at: 1 }, { frame: 'inner', at: 2 }];
  assert.ok(holds(form, value([outer, inner])));
  assert.ok(holds(form, value([library, outer, inner])));
  assert.not.ok(holds(form, value([inner, outer])));
  assert.not.ok(holds(form, value([outer, inner, library])));
  assert.not.ok(holds(form, value([inner])));
  assert.not.ok(holds(form, value({ set: [outer, inner] })));
  assert.not.ok(holds(form, raised([outer, inner])));
});

match('`one_of` holds where all forms of one of its choices do', () => {
  const form: Form = {
    kind: 'one_of',
    choices: [[{ kind: 'is', pattern: constant(1) }], [{ kind: 'raises', pattern: anyError('KeyError') }, { kind: 'is_not', name: 'e' }]],
  };
  assert.ok(holds(form, value(1)));
  assert.ok(holds(form, raised({ error: 'KeyError', args: [] })));
  assert.not.ok(holds(form, raised({ error: 'KeyError', args: [], names: ['e'] })));
  assert.not.ok(holds(form, value(2)));
});

match.run();
