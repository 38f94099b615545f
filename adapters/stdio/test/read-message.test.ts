import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isFields } from '../check.ts';
import { readMessage } from '../read-message.ts';
import { overhear, spec } from './overheard.ts';

const reading = suite('messages of an adapter');

const schema: unknown = JSON.parse(readFileSync(new URL('../../protocol.schema.json', import.meta.url), 'utf8'));
if (!isFields(schema)) throw new Error('the schema is an object');
const ajv = new Ajv({ strict: false });
ajv.addSchema(schema, 'protocol');
const validates = (part: string, data: unknown): boolean => ajv.validate(`protocol#/$defs/${part}`, data) === true;

const read = (message: object): string => {
  try {
    const read = readMessage(JSON.stringify({ nonce: 'nonce', ...message }), 'nonce');
    return read === null ? 'output' : read.type;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** One of each kind, with all that it can have. */
const samples: readonly object[] = [
  { type: 'ready', protocol: 1, implementation: 'a', version: '1', language: 'b', target: '3.8', task: 'c', capabilities: ['cancel'], modes: ['program'], programAs: 'python', environment: { HOME: 'd' } },
  { type: 'refused', why: 'too old', hint: 'install a new one' },
  { type: 'ask', id: 'run-1', pass: 1, frame: 0 },
  { type: 'ask', id: 'run-1', pass: 1, frame: 0, outcome: { value: { ref: 1, kind: 'list', items: [1, { ref: 2, kind: 'Task' }] } } },
  { type: 'ask', id: 'run-1', pass: 1, frame: 0, outcome: { raised: { ref: 1, kind: 'exception', types: ['ValueError'], args: ['boom', { ref: 2, kind: 'set' }] } } },
  { type: 'ask', id: 'run-1', pass: 1, called: 'callback', positional: [null, true, 1, 'text'], keywords: { x: { ref: 1, kind: 'function' } } },
  { type: 'ask', id: 'run-1', pass: 1, time: 2.5, frame: 0, outcome: { value: { ref: 1, types: ['list', 'object'], items: [0.5] } } },
  { type: 'ask', id: 'run-1', pass: 1, frame: 0, outcome: { raised: { ref: 1, types: ['ValueError', 'BaseException', 'object'], args: ['boom'] } } },
  { type: 'ask', id: 'run-1', pass: 1, stuck: true },
  { type: 'observation', id: 'run-1', observation: { kind: 'reached', step: 1 } },
  { type: 'observation', id: 'run-1', observation: { kind: 'value', step: 1, value: [{ set: [1] }, { frame: 'f', at: 2 }, { frame: '...', at: null }], derived: true } },
  { type: 'observation', id: 'run-1', observation: { kind: 'raised', step: 1, error: { error: 'ValueError', args: [{ object: 'Task', names: ['t'] }], names: ['e'] } } },
  { type: 'done', id: 'run-1', result: 'ok', end: { kind: 'raised', step: null, error: { error: 'E', args: [] } }, notes: [
    { kind: 'created', cycle: 0, task: 't' }, { kind: 'suspended', cycle: 0, task: 't', on: 'f' }, { kind: 'done', cycle: 0, task: 't', how: 'finished' },
  ] },
  { type: 'done', id: 'run-1', result: 'ok', end: { kind: 'stuck' } },
  { type: 'done', id: 'run-1', result: 'unsupported', capability: 'cancel' },
  { type: 'done', id: 'run-1', result: 'adapter-error', message: 'm' },
  { type: 'done', id: 'run-1', result: 'budget', budget: 'loop steps' },
  { type: 'done', id: 'run-1', result: 'crash', how: 'signal SIGSEGV' },
  { type: 'done', id: 'run-1', result: 'hang' },
  { type: 'done', id: 'run-1', result: 'stopped' },
];

/** Everything that differs from `data` in one place. */
function* changed(data: unknown): Generator<unknown> {
  for (const other of [null, true, 3, -1, 0.5, 'something else', [], {}, [[]]]) yield other;
  if (Array.isArray(data)) {
    for (const [index, item] of data.entries()) for (const other of changed(item)) yield data.with(index, other);
  } else if (isFields(data)) {
    for (const [name, value] of Object.entries(data)) {
      const { [name]: _, ...rest } = data;
      yield rest;
      for (const other of changed(value)) yield { ...data, [name]: other };
    }
  }
}

reading('all that may be said is understood, by the schema as well', () => {
  assert.equal(samples.map(read), samples.map((sample) => ('type' in sample ? sample.type : '')));
  assert.equal(samples.filter((sample) => !validates('fromAdapter', { nonce: 'nonce', ...sample })), []);
});

reading('the schema refuses what the reader refuses, and nothing else', () => {
  let refused = 0;
  const apart: string[] = [];
  for (const sample of samples) {
    for (const other of changed(sample)) {
      if (!isFields(other)) continue;
      const told = read(other);
      if (told.includes(':')) refused += 1;
      if (told.includes(':') === validates('fromAdapter', { nonce: 'nonce', ...other })) apart.push(`${JSON.stringify(other)} → ${told}`);
    }
  }
  assert.equal(apart, []);
  assert.ok(refused > 500, `${refused} wrong messages were tried`);
});

reading('every mistake names the place, what was expected and what came', () => {
  assert.is(read({ type: 'done', id: 'run-1', result: 'ok', end: { kind: 3 } }), 'done.end.kind: expected one of "ended", "stuck", "raised", got 3');
  assert.is(read({ type: 'done', id: 'run-1', result: 'ok' }), 'done.end: expected an object, got nothing');
  assert.is(
    read({ type: 'observation', id: 'run-1', observation: { kind: 'value', step: 1, value: [1, { error: 'E', args: [0.5] }] } }),
    'observation.observation.value[1].args[0]: expected null, a boolean, an integer, a text, a list or an object, got 0.5',
  );
  assert.is(read({ type: 'ask', id: 'run-1', pass: 0, frame: 0, outcome: { raised: 3 } }), 'ask.outcome.raised: expected an exception, got 3');
  assert.is(read({ type: 'told' }), 'message.type: expected one of "ready", "refused", "ask", "observation", "done", "error", got "told"');
});

reading('what kind of object a type of Python\'s is need not be told', () => {
  const told = (types: readonly string[], more: object = {}): unknown => {
    const message = { nonce: 'nonce', type: 'ask', id: 'run-1', pass: 0, called: 'f', positional: [{ ref: 1, types, ...more }] };
    const ask = readMessage(JSON.stringify(message), 'nonce');
    return ask?.type === 'ask' && ask.kind === 'called' ? ask.positional[0] : ask;
  };
  assert.equal(told(['Task', 'Future', 'object']), { ref: 1, kind: 'Task' });
  assert.equal(told(['Loop', 'BaseEventLoop', 'AbstractEventLoop', 'object']), { ref: 1, kind: 'Loop' });
  assert.equal(told(['frozenset', 'object'], { items: [1] }), { ref: 1, kind: 'set', items: [1] });
  const types = ['Own', 'Exception', 'BaseException', 'object'];
  assert.equal(told(types, { args: [0.5, 1] }), { ref: 1, kind: 'exception', types, args: ['...', 1] });
  assert.equal(told(['Thing', 'object']), { ref: 1, kind: 'object' });
});

reading('a line without the nonce is output, whatever it looks like', () => {
  const lines = ['', 'nonce', '{}', '[]', '{"nonce":"another","type":"done"}', 'x{"nonce":"nonce","type":"done"}', '{"type":"done","id":"nonce"}'];
  assert.equal(lines.map((line) => readMessage(line, 'nonce')), lines.map(() => null));
});

reading('every Program, and every line of a whole conversation, is as the schema says', async () => {
  assert.equal(spec.scenarios.filter(({ program }) => !validates('program', program)).map(({ id }) => id), []);
  const lines = await overhear(spec.scenarios.slice(0, 20).map(({ program }) => program), { notes: true });
  assert.ok(lines.length > 200);
  assert.equal(lines.filter(({ from, text }) => !validates(from === 'runner' ? 'fromRunner' : 'fromAdapter', JSON.parse(text))), []);
});

reading.run();
