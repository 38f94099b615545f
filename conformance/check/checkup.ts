// The only place for the shape of a check of an adapter: what was tried, what came of it, and who is to blame.

import type { Description } from '../adapter.ts';
import type { Reach } from './reach.ts';

/** A part of adapters/PROTOCOL.md, by its heading. */
export type Section = 'Lines' | 'The start' | 'A run' | 'Puppet mode' | 'Program mode' | 'Capabilities' | 'Requests that it does not know';

export type Standing =
  | 'ok'
  | 'not ok'
  /** It makes no sense for this kind of adapter, or it needs a capability that is not claimed; `why` says which. */
  | 'not applicable'
  /** Something before it went wrong. */
  | 'not run';

/** What went wrong in a step, as its author needs it. */
export interface Problem {
  /** Lines of the conversation, or programs in words; the last ones. */
  readonly sent: readonly string[];
  readonly came: readonly string[];
  readonly expected: string;
  readonly section: Section;
  readonly todo: string;
}

/** A step of the scripted conversation. */
export interface Step {
  /** Stable, for whoever reads the JSON. */
  readonly name: string;
  /** What holds where it is ok. */
  readonly title: string;
  readonly standing: Standing;
  /** Why it was not tried, or what is worth knowing though it is ok. */
  readonly why: string | null;
  readonly problem: Problem | null;
}

/** A small program, and what its outcome speaks of. */
export interface Probe {
  readonly name: string;
  readonly title: string;
  /** `adapter`: no Task decides how it ends. `wakeup`: a Task hands on what an adapter must not lose. `task`: a scenario of the suite. */
  readonly about: 'adapter' | 'wakeup' | 'task';
  /** Of a scenario of the suite, the clause that was diverged from, else its primary one. */
  readonly clause: string | null;
  readonly standing: Standing;
  readonly why: string | null;
  /** Where it diverged, in words; null where it did not. */
  readonly found: Found | null;
}

export interface Found {
  readonly at: string | null;
  readonly expected: string;
  readonly seen: string;
  /** Whether a step was never reached, or the program left before its end. */
  readonly missing: boolean;
  /** The adapter worked it out by itself, so that it shows nothing of the implementation. */
  readonly derived: boolean;
  /** The adapter broke the protocol, or said itself that it is wrong: whatever the probe is about. */
  readonly broken: boolean;
}

export interface Conclusion {
  readonly blames: 'adapter' | 'implementation' | 'either' | 'nobody';
  /** The fault by its name, or the violated clause. */
  readonly fault: string | null;
  /** One sentence. */
  readonly text: string;
  /** Names of the steps and probes that it rests on. */
  readonly because: readonly string[];
  readonly todo: string;
}

export interface Checkup {
  readonly name: string;
  /** Null where it could not be started. */
  readonly description: Description | null;
  readonly steps: readonly Step[];
  readonly probes: readonly Probe[];
  readonly conclusions: readonly Conclusion[];
  /** How much of the document what it claims lets be judged, class by class; null where it could not be started. */
  readonly reach: Reach | null;
}
