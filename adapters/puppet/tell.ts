// The only place that tells an object of a puppet as a Trace does: by kind and shared names, never by number.

import type { ObjectKind, Value } from '../../conformance/trace.ts';
import type { Operand } from '../interpreter/request.ts';
import type { Ref } from '../stdio/message.ts';
import { type Stage, type Work, insist, itemsOf, named } from './stage.ts';

/** A list that contains itself ends somewhere. */
const deepest = 20;

export function* tell(stage: Stage, operand: Operand): Work<Value> {
  return yield* tellWithin(stage, operand, { foreign: false, depth: 0 });
}

interface Place {
  /** An argument of an exception, whose wording may be the implementation's. */
  readonly foreign: boolean;
  readonly depth: number;
}

function* tellWithin(stage: Stage, operand: Operand, place: Place): Work<Value> {
  if (place.depth > deepest) return '...';
  switch (operand.kind) {
    case 'constant':
      return typeof operand.value === 'string' && place.foreign && !stage.texts.has(operand.value) ? '...' : operand.value;
    case 'exception':
      return { object: 'exception type' };
    case 'body':
      return { object: 'function' };
    case 'word':
      return yield* tellWithin(stage, yield* insist(stage, named(operand)), place);
    case 'handle':
      return yield* tellObject(stage, operand, place);
  }
}

function* tellObject(stage: Stage, operand: Operand, place: Place): Work<Value> {
  const object = stage.object(operand);
  if (object === null) throw new Error('an object was never told of');
  switch (object.kind) {
    case 'list':
      return yield* tellItems(stage, operand, place);
    case 'set':
      return { set: sorted(yield* tellItems(stage, operand, place)) };
    case 'exception': {
      const args: Value[] = [];
      for (const argument of object.args) {
        args.push(yield* tellWithin(stage, stage.operand(argument), { foreign: true, depth: place.depth + 1 }));
      }
      return { error: object.types[0] ?? 'BaseException', args, ...namesOf(stage, object) };
    }
    case 'Loop':
      yield* meetLoop(stage);
      return { object: 'Loop', ...namesOf(stage, object) };
    default:
      return tellPlain(stage, object, object.kind);
  }
}

const tellPlain = (stage: Stage, object: Ref, kind: ObjectKind): Value => ({ object: kind, ...namesOf(stage, object) });

/** Items are asked for anew each time, since they change. */
function* tellItems(stage: Stage, operand: Operand, place: Place): Work<readonly Value[]> {
  const items: Value[] = [];
  for (const item of yield* itemsOf(stage, named(operand))) items.push(yield* tellWithin(stage, item, { ...place, depth: place.depth + 1 }));
  return items;
}

/** Which number the scenario's own loop has is asked once, when a loop is seen. */
function* meetLoop(stage: Stage): Work<void> {
  if (stage.loop !== null) return;
  const loop = stage.object(yield* insist(stage, { word: 'loop' }));
  stage.loop = loop?.ref ?? -1;
}

function namesOf(stage: Stage, { ref }: Ref): { readonly names?: readonly string[] } {
  const names = ref === stage.loop ? ['loop'] : [];
  const { globals, program } = stage.scenario;
  for (const name of program.shared) {
    const bound = globals.get(name);
    if (bound?.kind === 'handle' && bound.handle === ref) names.push(name);
  }
  return names.length === 0 ? {} : { names: names.sort() };
}

/** By their JSON, so that two traces of one set are equal. */
function sorted(values: readonly Value[]): readonly Value[] {
  const keyed = values.map((value) => ({ value, key: JSON.stringify(value) }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ value }) => value);
}
