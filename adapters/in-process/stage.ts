// The only place for what one program has while it runs in process: its loop, its objects, what was seen, what went wrong.

import type { Budget } from '../../conformance/adapter.ts';
import type { Body, Program, Word } from '../../conformance/program.ts';
import type { Observation } from '../../conformance/trace.ts';
import type { KeywordOperand, Operand } from '../interpreter/request.ts';
import { type Run, type Scenario, newScenario } from '../interpreter/scope.ts';
import type { Binding, Watch } from './binding.ts';
import type { Errors } from './errors.ts';
import { Halt } from './halt.ts';
import type { Notebook } from './notebook.ts';
import { TextStream } from './text-stream.ts';

/** A function as the implementation gets it. */
export type Callable = (...values: unknown[]) => unknown;

/** Calls a body: gives a coroutine object, or runs a callback. Raises the program's TypeError where the arguments do not fit. */
export type CallBody = (
  stage: Stage, body: Body, positional: readonly Operand[], keywords: readonly KeywordOperand[],
) => unknown;

export class Stage implements Watch {
  readonly binding: Binding;
  readonly errors: Errors;
  readonly scenario: Scenario;
  readonly texts: ReadonlySet<string>;
  readonly loop: object;
  /** Given from outside, as performing a call may start a body, and running a body performs calls. */
  readonly callBody: CallBody;
  readonly stdout = new TextStream();
  readonly stderr = new TextStream();
  readonly observations: Observation[] = [];
  /** Null where nobody asked for notes. */
  readonly notebook: Notebook | null;

  /** The runs of bodies by their coroutine objects. */
  readonly runs = new Map<unknown, Run>();
  /** One function for each body and word, one bound method for each object and member: so that what is added can be removed. */
  readonly bodyFunctions = new Map<Body, Callable>();
  readonly wordFunctions = new Map<Word, Callable>();
  readonly boundMethods = new Map<unknown, Map<string, Callable>>();

  /** What ended the program from our side, the first of them; a task may have swallowed it meanwhile. */
  fault: { readonly thrown: unknown } | null = null;
  /** Passes of the loop so far. */
  cycle = 0;
  readonly #budget: Budget;
  readonly #shows: (observation: Observation) => void;

  constructor(options: {
    readonly program: Program;
    readonly binding: Binding;
    readonly errors: Errors;
    readonly budget: Budget;
    readonly notebook: Notebook | null;
    readonly callBody: CallBody;
    /** Hears of each observation as it is made. */
    readonly shows: (observation: Observation) => void;
  }) {
    this.binding = options.binding;
    this.errors = options.errors;
    this.scenario = newScenario(options.program);
    this.texts = new Set(options.program.texts);
    this.notebook = options.notebook;
    this.callBody = options.callBody;
    this.#budget = options.budget;
    this.#shows = options.shows;
    this.loop = options.binding.open(this);
  }

  observe(observation: Observation): void {
    this.observations.push(observation);
    this.#shows(observation);
  }

  /** Before each pass of a loop: ends the program where a fault was swallowed, or its budget is spent. */
  pass(time: number): void {
    this.notebook?.look(this.cycle, this.scenario.globals);
    this.cycle += 1;
    if (this.fault !== null) throw this.fault.thrown;
    if (this.cycle > this.#budget.loopSteps) this.fail(new Halt({ kind: 'budget', budget: 'loop steps' }));
    if (time > this.#budget.virtualSeconds) this.fail(new Halt({ kind: 'budget', budget: 'virtual seconds' }));
  }

  /** Ends the program from our side, by a Halt or a mistake of ours. */
  fail(thrown: unknown): never {
    this.fault ??= { thrown };
    throw this.fault.thrown;
  }

  unsupported(capability: string): never {
    return this.fail(new Halt({ kind: 'unsupported', capability }));
  }
}
