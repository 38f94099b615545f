// The only place that turns the interpreter's operands into values of the implementation, and back.

import type { Body, Word } from '../../conformance/program.ts';
import { type Operand, none } from '../interpreter/request.ts';
import { invokeWord } from './invoke.ts';
import type { Callable, Stage } from './stage.ts';

export function operandOf(value: unknown): Operand {
  return value === undefined || value === null ? none : { kind: 'handle', handle: value };
}

export function valueOf(stage: Stage, operand: Operand): unknown {
  switch (operand.kind) {
    case 'constant':
      return operand.value;
    case 'handle':
      return operand.handle;
    case 'exception':
      return stage.errors.classOf(operand.name);
    case 'body':
      return bodyFunction(stage, bodyOf(stage, operand.name));
    case 'word':
      return wordValue(stage, operand.name);
  }
}

export function bodyOf(stage: Stage, name: string): Body {
  const body = stage.scenario.bodies.get(name);
  if (body === undefined) throw new Error(`the program has no body ${name}`);
  return body;
}

function bodyFunction(stage: Stage, body: Body): Callable {
  let made = stage.bodyFunctions.get(body);
  if (made === undefined) {
    made = (...values) => stage.callBody(stage, body, values.map(operandOf), []);
    stage.bodyFunctions.set(body, made);
  }
  return made;
}

function wordValue(stage: Stage, word: Word): unknown {
  switch (word) {
    case 'loop':
      return stage.loop;
    case 'stdout':
      return stage.stdout;
    case 'stderr':
      return stage.stderr;
    default:
      return wordFunction(stage, word);
  }
}

function wordFunction(stage: Stage, word: Word): Callable {
  let made = stage.wordFunctions.get(word);
  if (made === undefined) {
    made = (...positional) => invokeWord(stage, word, { positional, keywords: noKeywords });
    stage.wordFunctions.set(word, made);
  }
  return made;
}

const noKeywords: ReadonlyMap<string, unknown> = new Map();
