// The only place that knows which kind of object a type of Python's is, for adapters that tell types and leave kinds to the runner.

import type { Ref } from './message.ts';

const kinds: ReadonlyMap<string, Ref['kind']> = new Map<string, Ref['kind']>([
  ['type', 'exception type'],
  ['list', 'list'], ['tuple', 'list'], ['set', 'set'], ['frozenset', 'set'],
  ['Task', 'Task'], ['Future', 'Future'], ['AbstractEventLoop', 'Loop'], ['Context', 'Context'], ['ContextVar', 'ContextVar'],
  ['coroutine', 'coroutine'], ['StringIO', 'stream'],
  ['function', 'function'], ['method', 'function'], ['builtin_function_or_method', 'function'], ['partial', 'function'],
]);

/** `types`: the names of an object's type and of all its bases, the type first. The first that is known decides. */
export function kindOfTypes(types: readonly string[]): Ref['kind'] {
  if (types.includes('BaseException')) return 'exception';
  for (const type of types) {
    const kind = kinds.get(type);
    if (kind !== undefined) return kind;
  }
  return 'object';
}
