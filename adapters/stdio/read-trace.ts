// The only place that reads observations, ends and notes from JSON.

import { type End, type Note, type Observation, type Value, objectKinds } from '../../conformance/trace.ts';
import { type Check, field, fields, isConstant, isFields, listOf, natural, notTooDeep, oneOf, optional, refuse, text } from './check.ts';

const isStep = (data: unknown): data is number => typeof data === 'number' && Number.isSafeInteger(data) && data >= 1;
const step: Check<number> = (data, path) => (isStep(data) ? data : refuse(path, 'the number of a step, from 1', data));
const stepOrNull: Check<number | null> = (data, path) => (data === null ? null : step(data, path));

const names: Check<readonly string[]> = listOf(text);

export const value: Check<Value> = (data, path) => {
  if (isConstant(data)) return data;
  notTooDeep(path);
  if (Array.isArray(data)) return listOf(value)(data, path);
  if (!isFields(data)) return refuse(path, 'null, a boolean, an integer, a text, a list or an object', data);
  if (data['set'] !== undefined) return { set: field(data, path, 'set', listOf(value)) };
  const named = data['names'] === undefined ? {} : { names: field(data, path, 'names', names) };
  if (data['error'] !== undefined) {
    return { error: field(data, path, 'error', text), args: field(data, path, 'args', listOf(value)), ...named };
  }
  if (data['frame'] !== undefined) return { frame: field(data, path, 'frame', text), at: field(data, path, 'at', place) };
  if (data['object'] !== undefined) return { object: field(data, path, 'object', oneOf(...objectKinds)), ...named };
  return refuse(path, 'an object with "set", "error", "frame" or "object"', data);
};

const place: Check<number | 'start' | null> = (data, path) =>
  data === null || data === 'start' || isStep(data) ? data : refuse(path, 'the number of a step, "start" or null', data);

const derived: Check<boolean> = (data, path) => (typeof data === 'boolean' ? data : refuse(path, 'a boolean', data));

export const observation: Check<Observation> = (data, path) => {
  const of = fields(data, path);
  const kind = field(of, path, 'kind', oneOf('reached', 'value', 'raised'));
  const number = field(of, path, 'step', step);
  const mark = optional(of, path, 'derived', derived, false) ? { derived: true } as const : {};
  switch (kind) {
    case 'reached':
      return { kind, step: number };
    case 'value':
      return { kind, step: number, value: field(of, path, 'value', value), ...mark };
    case 'raised':
      return { kind, step: number, error: field(of, path, 'error', value), ...mark };
  }
};

export const end: Check<End> = (data, path) => {
  const of = fields(data, path);
  const kind = field(of, path, 'kind', oneOf('ended', 'stuck', 'raised'));
  if (kind !== 'raised') return { kind };
  return { kind, step: field(of, path, 'step', stepOrNull), error: field(of, path, 'error', value) };
};

export const note: Check<Note> = (data, path) => {
  const of = fields(data, path);
  const kind = field(of, path, 'kind', oneOf('created', 'resumed', 'suspended', 'requested', 'delivered', 'done'));
  const about = { cycle: field(of, path, 'cycle', natural), task: field(of, path, 'task', text) };
  switch (kind) {
    case 'suspended':
      return { kind, ...about, on: field(of, path, 'on', text) };
    case 'done':
      return { kind, ...about, how: field(of, path, 'how', oneOf('finished', 'cancelled')) };
    default:
      return { kind, ...about };
  }
};
