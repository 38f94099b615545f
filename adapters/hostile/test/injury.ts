// The only place for what is known of a hostile adapter once it was judged.

import type { VerdictKind } from '../../../conformance/verdict.ts';

export interface Injury {
  readonly name: string;
  readonly scenarios: readonly string[];
  readonly judged: readonly string[];
  readonly verdicts: readonly VerdictKind[];
  /** What the first verdict that is not green says. */
  readonly told: string;
  /** It is said that something left the process group. */
  readonly cutOff: boolean;
  /** How many processes it started, and how many of them outlived it. */
  readonly started: number;
  readonly left: number;
  /** How much the runner grew at most. */
  readonly megabytes: number;
  readonly milliseconds: number;
  readonly watchdog: number;
  /** The verdicts on an honest adapter, judged next in the same process. */
  readonly next: readonly VerdictKind[];
}
