// The only place that reads what an adapter says: from a line to a message, or to the path at which it makes no sense.

import { capabilities } from '../../conformance/capabilities.ts';
import { objectKinds } from '../../conformance/trace.ts';
import {
  type Check, type Fields, ProtocolError, field, fields, isConstant, isFields, listOf, natural, notTooDeep, oneOf, optional, recordOf,
  refuse, text,
} from './check.ts';
import { type Ask, type Done, type Message, type Outcome, type Ready, type Ref, type Told, modes, programForms, protocolVersion } from './message.ts';
import { kindOfTypes } from './python-kinds.ts';
import { end, note, observation } from './read-trace.ts';

/** Null: a line without our nonce, so the adapter's own output. Throws ProtocolError on one of ours that breaks the protocol. */
export function readMessage(line: string, nonce: string): Message | null {
  if (!line.startsWith('{') || !line.includes(nonce)) return null;
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    throw new ProtocolError(`a line with our nonce is no JSON object: ${line.slice(0, 200)}`);
  }
  return isFields(data) && data['nonce'] === nonce ? message(data) : null;
}

// Checks are made once: a puppet asks some thousand times a second.
const messageType = oneOf('ready', 'refused', 'ask', 'observation', 'done', 'error');

function message(data: Fields): Message {
  const type = field(data, 'message', 'type', messageType);
  switch (type) {
    case 'ready':
      return ready(data);
    case 'refused':
      return { type, why: field(data, type, 'why', text), hint: optional(data, type, 'hint', text, null) };
    case 'ask':
      return ask(data);
    case 'observation':
      return { type, id: field(data, type, 'id', text), observation: field(data, type, 'observation', observation) };
    case 'done':
      return done(data);
    case 'error':
      return { type, message: field(data, type, 'message', text) };
  }
}

const version: Check<number> = (data, path) => (data === protocolVersion ? data : refuse(path, `a version that was offered: ${protocolVersion}`, data));

const target: Check<string> = (data, path) => {
  const given = text(data, path);
  return /^3\.\d+$/u.test(given) ? given : refuse(path, 'a version of Python such as "3.7"', data);
};

const atLeastOne = <T>(each: Check<T>): Check<readonly T[]> => (data, path) => {
  const items = listOf(each)(data, path);
  return items.length > 0 ? items : refuse(path, 'a list with at least one item', data);
};

function ready(data: Fields): Ready {
  const at = 'ready';
  field(data, at, 'protocol', version);
  return {
    type: 'ready',
    implementation: field(data, at, 'implementation', text),
    version: field(data, at, 'version', text),
    language: field(data, at, 'language', text),
    target: field(data, at, 'target', target),
    task: field(data, at, 'task', text),
    capabilities: field(data, at, 'capabilities', listOf(oneOf(...capabilities))),
    modes: field(data, at, 'modes', atLeastOne(oneOf(...modes))),
    programAs: optional(data, at, 'programAs', oneOf(...programForms), 'data' as const),
    environment: optional(data, at, 'environment', recordOf(text), {}),
  };
}

const refKind = oneOf(...objectKinds, 'list', 'set', 'exception');
const names = atLeastOne(text);

const told: Check<Told> = (data, path) => {
  if (isConstant(data)) return data;
  // What two implementations may show in two ways, and JSON in a third.
  if (typeof data === 'number') return '...';
  notTooDeep(path);
  const of = isFields(data) ? data : refuse(path, 'null, a boolean, a number, a text, or an object with a "ref"', data);
  const ref = field(of, path, 'ref', natural);
  if (of['kind'] === undefined && of['types'] !== undefined) return toldByTypes(of, path, ref);
  const kind = field(of, path, 'kind', refKind);
  switch (kind) {
    case 'list':
    case 'set':
      return { ref, kind, items: optional(of, path, 'items', tolds, null) };
    case 'exception':
      return { ref, kind, types: field(of, path, 'types', names), args: field(of, path, 'args', tolds) };
    default:
      return { ref, kind };
  }
};

const tolds = listOf(told);

/** The adapter leaves it to us what kind of object that is. */
function toldByTypes(of: Fields, path: string, ref: number): Ref {
  const types = field(of, path, 'types', names);
  const args = optional(of, path, 'args', tolds, []);
  const items = optional(of, path, 'items', tolds, null);
  const kind = kindOfTypes(types);
  switch (kind) {
    case 'list':
    case 'set':
      return { ref, kind, items };
    case 'exception':
      return { ref, kind, types, args };
    default:
      return { ref, kind };
  }
}

const outcome: Check<Outcome> = (data, path) => {
  const of = fields(data, path);
  if (of['value'] !== undefined) return { kind: 'value', of: field(of, path, 'value', told) };
  const raised = field(of, path, 'raised', told);
  if (typeof raised !== 'object' || raised === null || raised.kind !== 'exception') {
    return refuse(`${path}.raised`, 'an exception', of['raised']);
  }
  return { kind: 'raised', of: raised };
};

/** Without spreading: it is read some thousand times a second. */
function ask(data: Fields): Ask {
  const type = 'ask';
  const id = field(data, type, 'id', text);
  const pass = field(data, type, 'pass', natural);
  const time = optional(data, type, 'time', seconds, 0);
  if (data['stuck'] !== undefined) return data['stuck'] === true ? { type, id, pass, time, kind: 'stuck' } : refuse('ask.stuck', 'true', data['stuck']);
  if (data['called'] === undefined) {
    return { type, id, pass, time, kind: 'frame', frame: field(data, type, 'frame', natural), outcome: optional(data, type, 'outcome', outcome, null) };
  }
  const body = field(data, type, 'called', text);
  const positional = field(data, type, 'positional', tolds);
  return { type, id, pass, time, kind: 'called', body, positional, keywords: optional(data, type, 'keywords', keywords, {}) };
}

const keywords = recordOf(told);

const seconds: Check<number> = (data, path) => (typeof data === 'number' && data >= 0 ? data : refuse(path, 'seconds, a number from 0', data));

function done(data: Fields): Done {
  const at = 'done';
  const type = 'done';
  const id = field(data, at, 'id', text);
  const result = field(data, at, 'result', oneOf('ok', 'unsupported', 'adapter-error', 'budget', 'crash', 'hang', 'stopped'));
  switch (result) {
    case 'ok':
      return { type, id, result, end: field(data, at, 'end', end), notes: optional(data, at, 'notes', listOf(note), []) };
    case 'unsupported':
      return { type, id, result, capability: field(data, at, 'capability', oneOf(...capabilities)) };
    case 'adapter-error':
      return { type, id, result, message: field(data, at, 'message', text) };
    case 'budget':
      return { type, id, result, budget: field(data, at, 'budget', oneOf('loop steps', 'virtual seconds')) };
    case 'crash':
      return { type, id, result, how: field(data, at, 'how', text) };
    case 'hang':
    case 'stopped':
      return { type, id, result };
  }
}
