// The only place where bodies run in process: as coroutines of the implementation, and as plain functions.

import type { Body } from '../../conformance/program.ts';
import { type Completion, interpret } from '../interpreter/body.ts';
import type { Answer, KeywordOperand, Operand, Work } from '../interpreter/request.ts';
import { type Run, bindArguments, newRun } from '../interpreter/scope.ts';
import { raising } from './call.ts';
import { noted } from './noted.ts';
import { caught, perform } from './perform.ts';
import type { Stage } from './stage.ts';
import { operandOf, valueOf } from './value.ts';

/** Calls a body of the program. */
export function callBody(
  stage: Stage, body: Body, positional: readonly Operand[], keywords: readonly KeywordOperand[],
): unknown {
  if (body.kind === 'generator' || body.kind === 'manager') return stage.unsupported('python-syntax');
  const locals = bindArguments(body, positional, keywords);
  if (typeof locals === 'string') return raising(stage, 'TypeError', locals)();
  const run = newRun(stage.scenario, body, locals);
  if (body.kind === 'callback') return outcome(stage, runToEnd(stage, run));
  const coroutine = stage.binding.coroutine(body.name, runCoroutine(stage, run));
  stage.runs.set(coroutine, run);
  return coroutine;
}

/** Runs a callback, or drive: nothing in there can await. */
export function runToEnd(stage: Stage, run: Run): Completion {
  try {
    const work = interpret(run);
    let step = work.next();
    while (step.done !== true) {
      if (step.value.kind === 'await') throw new Error('an await outside of a coroutine');
      step = work.next(perform(stage, step.value));
    }
    return step.value;
  } catch (thrown) {
    return stage.fail(thrown);
  }
}

/** What the implementation resumes: the body of a coroutine. One function for all, as a closure each would be slow. */
function* runCoroutine(stage: Stage, run: Run): Generator<unknown, unknown, unknown> {
  let completion: Completion;
  try {
    completion = yield* complete(stage, run, interpret(run));
  } catch (thrown) {
    return stage.fail(thrown);
  }
  if (completion.kind === 'raised' && stage.errors.isA(valueOf(stage, completion.error), 'StopIteration')) {
    return stopIteration(stage, completion.error);
  }
  return outcome(stage, completion);
}

function* complete(stage: Stage, run: Run, work: Work<Completion>): Generator<unknown, Completion, unknown> {
  stage.notebook?.resumed(run.body?.name ?? 'drive', stage.cycle);
  let step = work.next();
  while (step.done !== true) {
    const request = step.value;
    step = work.next(request.kind === 'await' ? yield* suspend(stage, run, request.of) : perform(stage, request));
  }
  return step.value;
}

function* suspend(stage: Stage, run: Run, of: Operand): Generator<unknown, Answer, unknown> {
  const awaited = valueOf(stage, of);
  let value: unknown;
  try {
    value = yield* stage.notebook === null
      ? stage.binding.awaitable(awaited)
      : noted(stage, stage.notebook, run, awaited);
  } catch (thrown) {
    return caught(stage, thrown);
  }
  if (stage.fault !== null) throw stage.fault.thrown;
  return operandOf(value);
}

/** As Python's coroutines do, for which StopIteration has another meaning. */
function stopIteration(stage: Stage, cause: Operand): never {
  const error = stage.errors.make('RuntimeError', ['coroutine raised StopIteration']);
  stage.errors.setCause(error, valueOf(stage, cause));
  throw error;
}

function outcome(stage: Stage, completion: Completion): unknown {
  if (completion.kind === 'raised') throw valueOf(stage, completion.error);
  return valueOf(stage, completion.value);
}
