// The only place that finds out what a call calls, and calls it.

import type { Callee, KeywordOperand, Operand } from '../interpreter/request.ts';
import { findClassMember, findMember, invokeMember, invokeWord } from './invoke.ts';
import type { Arguments } from './signature.ts';
import type { Stage } from './stage.ts';
import { bodyOf, valueOf } from './value.ts';

/** Calls; what it throws is the program's error, unless the stage has a fault. */
export type Act = () => unknown;

/** Everything short of the call itself. So a mistake in here is not taken for an error of the program. */
export function prepareCall(
  stage: Stage, callee: Callee, positional: readonly Operand[], keywords: readonly KeywordOperand[],
): Act {
  if (callee.kind === 'body') {
    const body = bodyOf(stage, callee.name);
    return () => stage.callBody(stage, body, positional, keywords);
  }
  const given = argumentsOf(stage, positional, keywords);
  switch (callee.kind) {
    case 'word':
      return () => invokeWord(stage, callee.name, given);
    case 'exception':
      return () => stage.errors.make(callee.name, given.positional);
    case 'member': {
      const { of, name } = callee;
      if (of.kind === 'word' && stage.binding.classes.has(of.name)) {
        const member = findClassMember(stage, of.name, name);
        return () => invokeMember(stage, member, given);
      }
      const self = valueOf(stage, of);
      const member = findMember(stage, self, name);
      if (member === null) return raising(stage, 'AttributeError', `the object has no attribute '${name}'`);
      return () => invokeMember(stage, member, given);
    }
    case 'handle':
    case 'constant':
      return prepareValueCall(stage, valueOf(stage, callee), given);
  }
}

function prepareValueCall(stage: Stage, callee: unknown, { positional, keywords }: Arguments): Act {
  const error = stage.errors.nameOf(callee);
  if (error !== null) return () => stage.errors.make(error, positional);
  if (typeof callee !== 'function') return raising(stage, 'TypeError', 'the object is not callable');
  if (keywords.size > 0) return stage.unsupported('python-syntax: keyword arguments for a function that was handed on');
  return (): unknown => callee(...positional);
}

/** Raises an error that the language itself raises. */
export const raising = (stage: Stage, type: string, message: string): Act => () => {
  throw stage.errors.make(type, [message]);
};

const noKeywords: ReadonlyMap<string, unknown> = new Map();

function argumentsOf(stage: Stage, positional: readonly Operand[], keywords: readonly KeywordOperand[]): Arguments {
  return {
    positional: positional.map((operand) => valueOf(stage, operand)),
    keywords: keywords.length === 0 ? noKeywords : new Map(keywords.map(({ name, value }) => [name, valueOf(stage, value)])),
  };
}
