// The only place that reads a child's replies: from unknown JSON to types, once.

import { objectKinds, type End, type Note, type Observation, type Value } from '../../conformance/trace.ts';

/** What a line of a child means; every one carries the nonce, or it is none of ours. */
export type Reply =
  | { readonly kind: 'ready'; readonly about: Readonly<Record<string, string>> }
  /** It cannot be judged, and knows why. */
  | { readonly kind: 'refused'; readonly why: string }
  /** One observation, as it was made. */
  | { readonly kind: 'seen'; readonly id: number; readonly observation: Observation }
  /** Last words on being told to end. */
  | { readonly kind: 'cut'; readonly id: number; readonly observations: readonly Observation[]; readonly output: string }
  | {
      readonly kind: 'done';
      readonly id: number;
      readonly observations: readonly Observation[];
      readonly notes: readonly Note[];
      readonly end: End | { readonly kind: 'budget'; readonly budget: 'loop steps' | 'virtual seconds' };
      readonly output: string;
    }
  /** It cannot do what the program needs, and says what it lacks. */
  | { readonly kind: 'unsupported'; readonly id: number; readonly capability: string }
  /** The harness itself failed. */
  | { readonly kind: 'bug'; readonly id: number; readonly message: string };

/** Null: not a line of the harness, but somebody's output. Throws an Error on a line of ours that makes no sense. */
export function readReply(line: string, nonce: string): Reply | null {
  // Most lines that are not ours are cheap to tell.
  if (!line.startsWith('{') || !line.includes(nonce)) return null;
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return null;
  }
  if (!isRecord(data) || data['nonce'] !== nonce) return null;
  const reply = replyFrom(data);
  if (reply === null) throw new Error(`a reply that makes no sense: ${line.slice(0, 200)}`);
  return reply;
}

function replyFrom(data: Record<string, unknown>): Reply | null {
  const { id, observations = [], notes = [], end, seen, output = '', bug, refused, ready, unsupported } = data;
  if (typeof refused === 'string') return { kind: 'refused', why: refused };
  if (isRecord(ready)) return isTexts(ready) ? { kind: 'ready', about: ready } : null;
  if (typeof id !== 'number' || typeof output !== 'string') return null;
  if (typeof unsupported === 'string') return { kind: 'unsupported', id, capability: unsupported };
  if (typeof bug === 'string') return { kind: 'bug', id, message: bug };
  if (seen !== undefined) return isObservation(seen) ? { kind: 'seen', id, observation: seen } : null;
  if (!Array.isArray(observations) || !observations.every(isObservation)) return null;
  if (data['cut'] === true) return { kind: 'cut', id, observations, output };
  if (!Array.isArray(notes) || !notes.every(isNote)) return null;
  if (isEnd(end) || isBudget(end)) return { kind: 'done', id, observations, notes, end, output };
  return null;
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function isTexts(data: Record<string, unknown>): data is Record<string, string> {
  return Object.values(data).every((value) => typeof value === 'string');
}

function isObservation(data: unknown): data is Observation {
  if (!isRecord(data) || typeof data['step'] !== 'number') return false;
  switch (data['kind']) {
    case 'reached':
      return true;
    case 'value':
      return isValue(data['value']);
    case 'raised':
      return isValue(data['error']);
    default:
      return false;
  }
}

function isValue(data: unknown): data is Value {
  if (data === null || typeof data === 'boolean' || typeof data === 'number' || typeof data === 'string') return true;
  if (Array.isArray(data)) return data.every(isValue);
  if (!isRecord(data)) return false;
  const { set, error, args, frame, at, object, names = [] } = data;
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) return false;
  if (Array.isArray(set)) return set.every(isValue);
  if (typeof error === 'string') return Array.isArray(args) && args.every(isValue);
  if (typeof frame === 'string') return at === null || at === 'start' || typeof at === 'number';
  return objectKinds.some((kind) => kind === object);
}

function isEnd(data: unknown): data is End {
  if (!isRecord(data)) return false;
  if (data['kind'] === 'ended' || data['kind'] === 'stuck') return true;
  if (data['kind'] !== 'raised' || !isValue(data['error'])) return false;
  return data['step'] === null || typeof data['step'] === 'number';
}

function isBudget(data: unknown): data is { kind: 'budget'; budget: 'loop steps' | 'virtual seconds' } {
  if (!isRecord(data) || data['kind'] !== 'budget') return false;
  return data['budget'] === 'loop steps' || data['budget'] === 'virtual seconds';
}

function isNote(data: unknown): data is Note {
  if (!isRecord(data) || typeof data['cycle'] !== 'number' || typeof data['task'] !== 'string') return false;
  switch (data['kind']) {
    case 'created':
    case 'resumed':
    case 'requested':
    case 'delivered':
      return true;
    case 'suspended':
      return typeof data['on'] === 'string';
    case 'done':
      return data['how'] === 'finished' || data['how'] === 'cancelled';
    default:
      return false;
  }
}
