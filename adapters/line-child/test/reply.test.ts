import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readReply } from '../reply.ts';

const replies = suite('replies of a child');
const nonce = '0123456789abcdef';
const read = (data: Record<string, unknown>): unknown => readReply(JSON.stringify({ nonce, ...data }), nonce);

replies('a line without the nonce is somebody\'s output', () => {
  for (const line of ['', 'hello', '{', '{}', `{"nonce": "other"}`, `{"nonce": "${nonce}"`, nonce, `[${JSON.stringify(nonce)}]`, `{"other": "${nonce}"}`]) {
    assert.is(readReply(line, nonce), null);
  }
});

replies('each kind of reply is read', () => {
  const end = { kind: 'ended' };
  const observations = [
    { kind: 'reached', step: 1 },
    { kind: 'value', step: 2, value: [null, true, 1, 'a', { set: [] }, { frame: 'f', at: 'start' }, { object: 'Task', names: ['t'] }] },
    { kind: 'raised', step: 3, error: { error: 'ValueError', args: ['...'] } },
  ];
  const notes = [
    { kind: 'created', cycle: 0, task: 't' }, { kind: 'suspended', cycle: 0, task: 't', on: 'f' }, { kind: 'done', cycle: 1, task: 't', how: 'cancelled' },
  ];
  assert.equal(read({ ready: { version: '3.7' } }), { kind: 'ready', about: { version: '3.7' } });
  assert.equal(read({ refused: 'too old' }), { kind: 'refused', why: 'too old' });
  assert.equal(read({ id: 1, bug: 'Traceback' }), { kind: 'bug', id: 1, message: 'Traceback' });
  assert.equal(read({ id: 1, unsupported: 'frames' }), { kind: 'unsupported', id: 1, capability: 'frames' });
  assert.equal(read({ id: 1, seen: observations[1] }), { kind: 'seen', id: 1, observation: observations[1] });
  assert.equal(read({ id: 1, cut: true, observations, output: 'o' }), { kind: 'cut', id: 1, observations, output: 'o' });
  assert.equal(read({ id: 1, observations, notes, end }), { kind: 'done', id: 1, observations, notes, end, output: '' });
  for (const other of [{ kind: 'stuck' }, { kind: 'raised', step: null, error: 1 }, { kind: 'budget', budget: 'loop steps' }]) {
    assert.equal(read({ id: 1, end: other }), { kind: 'done', id: 1, observations: [], notes: [], end: other, output: '' });
  }
});

replies('a reply that makes no sense is an error', () => {
  const nonsense: readonly Record<string, unknown>[] = [
    {}, { ready: 3 }, { ready: { version: 3 } }, { id: 'one' }, { id: 1 }, { id: 1, end: { kind: 'well' } }, { id: 1, end: { kind: 'ended' }, output: 1 },
    { id: 1, end: { kind: 'ended' }, observations: 3 }, { id: 1, end: { kind: 'ended' }, observations: [{ kind: 'value', step: '1', value: 1 }] },
    { id: 1, end: { kind: 'ended' }, observations: [{ kind: 'value', step: 1 }] }, { id: 1, end: { kind: 'ended' }, observations: [{ kind: 'guess', step: 1 }] },
    { id: 1, end: { kind: 'ended' }, observations: [{ kind: 'value', step: 1, value: { object: '_asyncio.Task' } }] },
    { id: 1, end: { kind: 'ended' }, observations: [{ kind: 'value', step: 1, value: { object: 'Task', names: [3] } }] },
    { id: 1, end: { kind: 'ended' }, notes: [{ kind: 'created' }] }, { id: 1, end: { kind: 'raised', step: 'x', error: 1 } },
    { id: 1, end: { kind: 'budget', budget: 'money' } }, { id: 1, seen: 3 },
  ];
  for (const data of nonsense) assert.throws(() => read(data), /makes no sense/, JSON.stringify(data));
});

replies.run();
