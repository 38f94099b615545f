// The only place for which mutants are not made at all: other texts for the errors that the reference raises.

import type { Ignorer } from '@stryker-mutator/api/ignore';

export const messageReason = 'the text of a message is never promised';

/** Leaves out the texts in `new SomeError(…)`. What is read of a path is Babel's, which Stryker hands on without a type. */
export const messageIgnorer: Ignorer = {
  shouldIgnore(path: unknown): string | undefined {
    const type = textAt(path, 'node', 'type');
    if (type !== 'StringLiteral' && type !== 'TemplateLiteral') return undefined;
    if (textAt(path, 'parent', 'type') !== 'NewExpression') return undefined;
    return textAt(path, 'parent', 'callee', 'name')?.endsWith('Error') === true ? messageReason : undefined;
  },
};

function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  let at = value;
  for (const key of keys) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Reflect.get(at, key);
  }
  return typeof at === 'string' ? at : undefined;
}
