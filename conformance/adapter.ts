// The only place for the contract between the runner and whatever reaches an implementation.

import type { Capability } from './capabilities.ts';
import type { Program } from './program.ts';
import type { Note, Observation, Trace } from './trace.ts';

/** Limits of one program. Loop steps and virtual seconds are counted; wall clock is a watchdog only. */
export interface Budget {
  /** Passes of the event loop. */
  readonly loopSteps: number;
  /** Seconds of virtual time. */
  readonly virtualSeconds: number;
  /** Milliseconds of real time before the implementation is taken for hung. */
  readonly wallMilliseconds: number;
}

/** What an implementation says of itself; it heads every result. */
export interface Description {
  /** How it was asked for, `python+pure:3.7`. */
  readonly name: string;
  /** What it really is, `CPython`. */
  readonly implementation: string;
  readonly version: string;
  /** The Python version that it sets out to be, `3.8`: decides which clauses are owed. */
  readonly target: string;
  /** Which Task class runs: `_asyncio.Task`, `asyncio.tasks.Task` … */
  readonly task: string;
  readonly capabilities: readonly Capability[];
  /** What it does otherwise on purpose, and which promises that breaks: a sentence for whoever reads its failures. */
  readonly byDesign?: string;
  /** What is judged may not be what was meant: a sentence with what to do. */
  readonly caution?: string;
  /** What of the surroundings could change a verdict: executable, PYTHONPATH …, by name. */
  readonly environment: Readonly<Record<string, string>>;
}

/** How one program went. Everything but a whole trace keeps what was seen until then. */
export type Run =
  /** `output`, where there is any: what a reader of a failure needs and no observation shows, such as errors that only the loop heard of. */
  | { readonly kind: 'trace'; readonly trace: Trace; readonly output?: string }
  | { readonly kind: 'unsupported'; readonly capability: string }
  | { readonly kind: 'hang'; readonly partial: Partial; readonly milliseconds: number }
  | { readonly kind: 'crash'; readonly partial: Partial; readonly how: string }
  | { readonly kind: 'budget'; readonly partial: Partial; readonly budget: 'loop steps' | 'virtual seconds' }
  | { readonly kind: 'protocol-error'; readonly partial: Partial; readonly message: string }
  | { readonly kind: 'adapter-error'; readonly message: string }
  /** Nothing was run: the session was stopped before. */
  | { readonly kind: 'not-run'; readonly reason: string };

export interface Partial {
  readonly observations: readonly Observation[];
  readonly notes: readonly Note[];
  /** The end of what it wrote to standard error and of output that was no reply, as text. */
  readonly output: string;
}

/** A started implementation. Programs run one at a time, in the order of the calls; calls need not wait for each other. */
export interface Session {
  readonly description: Description;
  /** Never rejects: what goes wrong is part of the Run. With `notes`, the trace tells what happened to the tasks. */
  run(program: Program, budget: Budget, options: { readonly notes: boolean }): Promise<Run>;
  /** Ends it and whatever it started; runs not finished become not-run. */
  stop(): Promise<void>;
}

/** One way of reaching one implementation. */
export interface Adapter {
  readonly name: string;
  /** Throws AdapterError where the implementation cannot be had. */
  start(): Promise<Session>;
}

/** The implementation is missing, or cannot be talked to. The message says what was tried and what to do. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
  /** What the user can do about it: a command or a sentence. */
  readonly hint: string;
  constructor(message: string, hint: string, options?: { cause?: unknown }) {
    super(message, options);
    this.hint = hint;
  }

  /** Whatever an adapter threw when it started: what is no AdapterError is a mistake of the adapter, and told as such. */
  static of(error: unknown): AdapterError {
    if (error instanceof AdapterError) return error;
    return new AdapterError(`its adapter failed: ${error instanceof Error ? error.message : String(error)}`, 'This is a bug in the adapter.', { cause: error });
  }
}
