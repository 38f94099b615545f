// The only place for what one program has while a puppet runs it: its names, its objects by number, and what was seen.

import type { Program } from '../../conformance/program.ts';
import type { Observation } from '../../conformance/trace.ts';
import { type Answer, type Callee, type KeywordOperand, type Operand, none } from '../interpreter/request.ts';
import { type Run, type Scenario, newScenario } from '../interpreter/scope.ts';
import { ProtocolError } from '../stdio/check.ts';
import type { Named, Outcome, Ref, Told, Verb } from '../stdio/message.ts';

/** Part of a frame's work: each verb that it yields is done by the adapter, and answered with what came of it. */
export type Work<T> = Generator<Verb, T, Outcome>;

/** How a frame ends. */
export type Ending = Extract<Verb, { readonly verb: 'return' | 'raise' | 'stop' }>;

/**
 * A value that the adapter has not been asked for: it is worked out with the operation that it goes into, in one exchange.
 * It stands for its value once.
 */
export class Pending {
  readonly of: Named;
  isNamed = false;

  constructor(of: Named) {
    this.of = of;
  }
}

/** Hears what happens to the tasks, where notes are wanted. */
export interface NoteTaker {
  coroutine(coroutine: Operand, body: string): void;
  started(stage: Stage, run: Run): Work<void>;
  awaits(stage: Stage, run: Run, of: Operand): void;
  awaited(stage: Stage, run: Run, answer: Answer): Work<void>;
  requested(stage: Stage, of: Operand): void;
  made(stage: Stage, value: Operand, callee: Callee, positional: readonly Operand[]): void;
  look(stage: Stage): Work<void>;
}

/** A loop that is worked until nothing is left to do. */
export interface Idling {
  readonly loop: Named;
  isIdle: boolean;
}

export class Stage {
  readonly scenario: Scenario;
  readonly texts: ReadonlySet<string>;
  readonly observations: Observation[] = [];
  /** What was told of each object last, by its number. */
  readonly objects = new Map<number, Ref>();
  /** Null where nobody asked for notes. */
  readonly notebook: NoteTaker | null;
  /** What was put off and has not been named in an operation yet. */
  #pending: Pending[] = [];
  /** Passes of the loops so far, as the adapter counts them. */
  pass = 0;
  idling: Idling | null = null;
  /** The number of the scenario's loop, once it was asked for. */
  loop: number | null = null;
  /** Begins a frame for a coroutine of the program, and gives its number. Set by whoever keeps the frames. */
  readonly begin: (run: Run) => number;

  constructor(program: Program, notebook: NoteTaker | null, begin: (run: Run) => number) {
    this.scenario = newScenario(program);
    this.texts = new Set(program.texts);
    this.notebook = notebook;
    this.begin = begin;
  }

  operand(told: Told): Operand {
    if (typeof told !== 'object' || told === null) return told === null ? none : { kind: 'constant', value: told };
    this.objects.set(told.ref, told);
    return { kind: 'handle', handle: told.ref };
  }

  putOff(of: Named): Operand {
    const pending = new Pending(of);
    this.#pending.push(pending);
    return { kind: 'handle', handle: pending };
  }

  /** What was put off for an operation that never came, as something before it raised; forgotten here. */
  leftOver(): readonly Named[] {
    const left = this.#pending.filter(({ isNamed }) => !isNamed).map(({ of }) => of);
    this.#pending = [];
    return left;
  }

  /** What was told of an operand, or null where it is no object of the adapter. */
  object(operand: Operand): Ref | null {
    return operand.kind === 'handle' ? this.objects.get(numberOf(operand.handle)) ?? null : null;
  }
}

export function named(operand: Operand): Named {
  switch (operand.kind) {
    case 'constant':
      return operand.value;
    case 'handle':
      return operand.handle instanceof Pending ? takenUp(operand.handle) : { ref: numberOf(operand.handle) };
    case 'word':
      return { word: operand.name };
    case 'exception':
      return { exception: operand.name };
    case 'body':
      return { body: operand.name };
  }
}

export const namedKeywords = (keywords: readonly KeywordOperand[]): Readonly<Record<string, Named>> =>
  Object.fromEntries(keywords.map(({ name, value }) => [name, named(value)]));

/** Asks for a verb. What was put off comes before it; where that raises, the verb is never done. */
export function* act(stage: Stage, verb: Verb): Work<Outcome> {
  for (const of of stage.leftOver()) {
    const outcome = yield { verb: 'tell', of };
    if (outcome.kind === 'raised') return outcome;
  }
  return yield verb;
}

/** Asks for a value that cannot fail but by a mistake of the adapter. */
export function* insist(stage: Stage, value: Named): Work<Operand> {
  const { kind, of } = yield* act(stage, { verb: 'tell', of: value });
  const operand = stage.operand(of);
  if (kind === 'raised') {
    const type = stage.object(operand);
    throw new ProtocolError(`ask.outcome: expected a value of the verb tell, got ${type?.kind === 'exception' ? type.types[0] : 'an error'}`);
  }
  return operand;
}

/** Asks for the items of a list or set. */
export function* itemsOf(stage: Stage, value: Named): Work<readonly Operand[]> {
  const list = stage.object(yield* insist(stage, value));
  if (list === null || !('items' in list) || list.items === null) {
    throw new ProtocolError('ask.outcome.value.items: expected the items of a list or set that the verb tell asked for, got nothing');
  }
  return list.items.map((item) => stage.operand(item));
}

export const callOf = (of: Named, member: string, ...positional: readonly Named[]): Named => ({ call: { of, member }, positional, keywords: {} });

function takenUp(pending: Pending): Named {
  if (pending.isNamed) throw new Error('what was put off is for one operation');
  pending.isNamed = true;
  return pending.of;
}

function numberOf(handle: unknown): number {
  if (typeof handle !== 'number') throw new Error('a handle of a puppet is a number');
  return handle;
}
