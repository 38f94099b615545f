// The only place for the shape of results: what became of each scenario on one implementation, and on what evidence.

import type { Description } from './adapter.ts';
import type { Level } from './spec.ts';
import type { End, Note, Observation } from './trace.ts';
import type { Verdict, Weight } from './verdict.ts';

/** What was seen where a scenario did not pass; what a hang or crash cut off keeps what came until then. */
export interface Evidence {
  readonly observations: readonly Observation[];
  /** Null where the program never came to its end. */
  readonly end: End | null;
  /** What happened to the tasks, from a second run; never judged. */
  readonly notes: readonly Note[];
  /** The end of what the implementation wrote beside its replies. */
  readonly output: string;
}

export interface Result {
  readonly scenario: string;
  readonly digest: string;
  readonly verdict: Verdict;
  readonly weight: Weight;
  /** The clause that the verdict is told against: that of the first divergence, else the scenario's primary one. */
  readonly clause: string;
  readonly level: Level;
  /** It failed, and passed when it was run once more. */
  readonly flaky: boolean;
  /** The prerequisite whose failure explains this one. */
  readonly echoOf: string | null;
  readonly evidence: Evidence | null;
}

/** What one implementation was judged to be. There is one result for each scenario selected, in the specification's order. */
export interface Judged {
  /** As it was asked for. */
  readonly name: string;
  /** Null where the implementation could not be started. */
  readonly description: Description | null;
  /** The Python version that decided which clauses are owed. */
  readonly target: string | null;
  readonly results: readonly Result[];
  /** Somebody stopped it before the end. */
  readonly cutShort: boolean;
  /** Scenarios of which two outcomes fitted at once: mistakes in the specification. */
  readonly ambiguous: readonly Ambiguity[];
}

export interface Ambiguity {
  readonly scenario: string;
  readonly variants: readonly string[];
}
