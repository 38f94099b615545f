// The only place for what programs use of Python's own library, which no implementation of Task is asked for.

import type { Attribute, Word } from '../../conformance/program.ts';
import { type Operation, operation } from './binding.ts';
import type { Stage } from './stage.ts';
import { TextStream } from './text-stream.ts';

export function libraryWord(stage: Stage, word: Word): Operation | undefined {
  switch (word) {
    case 'StringIO':
      return stringIO;
    case 'list':
      return list;
    case 'partial':
      return partial;
    case 'printed':
      return printed;
    case 'isinstance':
      return operation('object, type', ([object, type]) => isInstance(stage, object, type));
    default:
      return undefined;
  }
}

/** What only things of that library have: where one lacks it, Python says so, too. */
export const isLibraryMember = (name: Attribute): boolean => name === 'append';

export function libraryMember(self: unknown, name: Attribute): Operation | undefined {
  return name === 'append' && Array.isArray(self) ? append : undefined;
}

const stringIO = operation('', () => new TextStream());

const list = operation('iterable=()', ([iterable]) => {
  if (iterable === undefined) return [];
  if (Array.isArray(iterable) || iterable instanceof Set) return [...iterable];
  throw new TypeError('object is not iterable');
});

const partial = operation('callable, *args', ([callable, given]) => {
  if (typeof callable !== 'function' || !Array.isArray(given)) throw new TypeError('the first argument must be callable');
  return (...values: unknown[]): unknown => callable(...given, ...values);
});

const printed = operation('stream', ([stream]) => {
  if (!(stream instanceof TextStream)) throw new TypeError('printed() reads StringIO(), stdout and stderr');
  return stream.printed();
});

const append: Operation = {
  ...operation('object', () => null),
  run: (self, [value]) => {
    if (Array.isArray(self)) self.push(value);
    return null;
  },
};

function isInstance(stage: Stage, object: unknown, type: unknown): boolean {
  const error = stage.errors.nameOf(type);
  if (error !== null) return stage.errors.isA(object, error);
  for (const [word, kind] of stage.binding.classes) {
    if (stage.wordFunctions.get(word) === type) return kind.owns(object);
  }
  throw new TypeError('isinstance() arg 2 must be a type');
}
