// The only place that tells a value of the implementation as a Trace does: by kind and shared names, never by identity.

import type { ObjectKind, Value } from '../../conformance/trace.ts';
import type { Stage } from './stage.ts';
import { TextStream } from './text-stream.ts';

export function tell(stage: Stage, value: unknown): Value {
  switch (typeof value) {
    case 'undefined':
      return null;
    case 'boolean':
    case 'number':
    case 'string':
      return value;
    case 'object':
      return value === null ? null : tellObject(stage, value);
    case 'function':
      return named(stage, value, { object: stage.errors.nameOf(value) === null ? 'function' : 'exception type' });
    default:
      return { object: 'object' };
  }
}

function tellObject(stage: Stage, value: object): Value {
  if (Array.isArray(value)) return value.map((item: unknown) => tell(stage, item));
  if (value instanceof Set) return { set: sorted([...value].map((member: unknown) => tell(stage, member))) };
  const frame = stage.binding.frame?.(value) ?? null;
  if (frame !== null) {
    const run = stage.runs.get(frame.coroutine);
    return run === undefined ? { frame: '...', at: null } : { frame: frame.name, at: run.at };
  }
  const error = stage.errors.typeOf(value);
  if (error !== null) {
    const args = stage.errors.argumentsOf(value).map((argument) => tellArgument(stage, argument));
    return named(stage, value, { error, args });
  }
  return named(stage, value, { object: objectKind(stage, value) });
}

/** A text that the program does not contain is an implementation's wording. */
function tellArgument(stage: Stage, argument: unknown): Value {
  return typeof argument === 'string' && !stage.texts.has(argument) ? '...' : tell(stage, argument);
}

function objectKind(stage: Stage, value: object): ObjectKind {
  if (value instanceof TextStream) return 'stream';
  return stage.binding.kinds.find((kind) => kind.owns(value))?.kind ?? 'object';
}

type Nameable = { readonly object: ObjectKind } | { readonly error: string; readonly args: readonly Value[] };

/** With the names that are bound to that very object now; the scenario's loop is called so as well. */
function named(stage: Stage, value: unknown, told: Nameable): Value {
  const names = value === stage.loop ? ['loop'] : [];
  const { globals, program } = stage.scenario;
  for (const name of program.shared) {
    const bound = globals.get(name);
    if (bound?.kind === 'handle' && bound.handle === value) names.push(name);
  }
  return names.length === 0 ? told : { ...told, names: names.sort() };
}

/** By their JSON, so that two traces of one set are equal. */
function sorted(values: readonly Value[]): readonly Value[] {
  if (values.length < 2) return values;
  const keyed = values.map((value) => ({ value, key: JSON.stringify(value) }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ value }) => value);
}
