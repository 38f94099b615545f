// The only place that calls the functions and methods of the implementation, and the few of Python's own that programs use.

import type { Attribute, Word } from '../../conformance/program.ts';
import type { Operation } from './binding.ts';
import { isLibraryMember, libraryMember, libraryWord } from './library.ts';
import { type Arguments, fit } from './signature.ts';
import type { Callable, Stage } from './stage.ts';
import { redirected } from './text-stream.ts';

/** A member of an object, found but not called. */
export interface Member {
  readonly name: Attribute;
  readonly self: unknown;
  readonly operation: Operation;
}

export function invokeWord(stage: Stage, word: Word, given: Arguments): unknown {
  const operation = libraryWord(stage, word) ?? stage.binding.words.get(word) ?? stage.unsupported(word);
  return invoke(stage, word, null, operation, given);
}

export function invokeMember(stage: Stage, { name, self, operation }: Member, given: Arguments): unknown {
  // What goes to the process's own streams is the program's.
  if (name === 'print_stack') return redirected(stage.stdout, stage.stderr, () => invoke(stage, name, self, operation, given));
  return invoke(stage, name, self, operation, given);
}

function invoke(stage: Stage, name: string, self: unknown, operation: Operation, given: Arguments): unknown {
  const values = fit(operation.signature, given);
  if (values === null) return stage.unsupported(`python-syntax: ${name}(${operation.signature.text}) refusing other arguments`);
  return operation.run(self, values);
}

/** The member, or null where Python too would say that the object has none of that name. */
export function findMember(stage: Stage, self: unknown, name: Attribute): Member | null {
  const { kinds } = stage.binding;
  const operation = libraryMember(self, name) ?? kinds.find((kind) => kind.owns(self))?.members.get(name);
  if (operation !== undefined) return { name, self, operation };
  if (!isLibraryMember(name) && !kinds.some((kind) => kind.members.has(name))) stage.unsupported(name);
  return null;
}

/** A method of a class itself, `Task.all_tasks`. */
export function findClassMember(stage: Stage, word: Word, name: Attribute): Member {
  const operation = stage.binding.classes.get(word)?.classMembers.get(name) ?? stage.unsupported(`${word}.${name}`);
  return { name, self: null, operation };
}

/** The same function for the same member of the same object each time, since it is removed by what it was added as. */
export function boundMethod(stage: Stage, member: Member): Callable {
  const { self, name } = member;
  const methods = stage.boundMethods.get(self) ?? new Map<string, Callable>();
  stage.boundMethods.set(self, methods);
  let method = methods.get(name);
  if (method === undefined) {
    method = (...positional) => invokeMember(stage, member, { positional, keywords: new Map() });
    methods.set(name, method);
  }
  return method;
}
