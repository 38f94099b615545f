// The only place for the shape of a Trace: what was seen when a Program ran, as data that every implementation can give.

/** What kind of thing an object is, by the language's own words, never by a class name that an implementation chose. */
export const objectKinds = [
  'Task', 'Future', 'Loop', 'Context', 'ContextVar', 'coroutine', 'function', 'exception type', 'stream', 'object',
] as const;
export type ObjectKind = (typeof objectKinds)[number];

/** A value that was seen. Objects and exceptions carry the shared names bound to that very object at that moment, sorted. */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | { readonly set: readonly Value[] }
  /** An exception: its type, its arguments; texts that the program does not contain are `...`. */
  | { readonly error: string; readonly args: readonly Value[]; readonly names?: readonly string[] }
  /** A stack frame: a body's name and the step where it stands; `...` for a frame that is not the scenario's. */
  | { readonly frame: string; readonly at: number | 'start' | null }
  | { readonly object: ObjectKind; readonly names?: readonly string[] };

/** One thing that a step showed. `derived` marks what an adapter worked out by itself instead of asking the implementation. */
export type Observation =
  | { readonly kind: 'reached'; readonly step: number }
  | { readonly kind: 'value'; readonly step: number; readonly value: Value; readonly derived?: true }
  | { readonly kind: 'raised'; readonly step: number; readonly error: Value; readonly derived?: true };

/** How a program came to its end. */
export type End =
  | { readonly kind: 'ended' }
  /** The loop was asked to run on with nothing ready and no timer. */
  | { readonly kind: 'stuck' }
  /** An exception left `drive`; `step` is the last step of the scenario in its traceback, if the adapter can tell. */
  | { readonly kind: 'raised'; readonly step: number | null; readonly error: Value };

export interface Trace {
  readonly observations: readonly Observation[];
  readonly end: End;
  /** Whether the kinds of task and cycle notes below were taken; never judged. */
  readonly notes: readonly Note[];
}

/**
 * What happened to a task, for diagnosis and timelines; never judged. `task` is a handle: the shared name if there is
 * one, else the body's name with the how-manieth it is (`worker#2`). `cycle` counts passes of the loop from 0.
 */
export type Note =
  | { readonly kind: 'created'; readonly cycle: number; readonly task: string }
  | { readonly kind: 'resumed'; readonly cycle: number; readonly task: string }
  | { readonly kind: 'suspended'; readonly cycle: number; readonly task: string; readonly on: string }
  | { readonly kind: 'requested'; readonly cycle: number; readonly task: string }
  | { readonly kind: 'delivered'; readonly cycle: number; readonly task: string }
  | {
      readonly kind: 'done';
      readonly cycle: number;
      readonly task: string;
      readonly how: 'finished' | 'cancelled';
    };
