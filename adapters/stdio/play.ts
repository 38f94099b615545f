// The only place for what one run is to the session, in either mode: what is sent first, what is answered, what came of it.

import type { Partial, Run } from '../../conformance/adapter.ts';
import type { Observation } from '../../conformance/trace.ts';
import type { Ask, Do, Done, RunContent } from './message.ts';

/** One program on its way. Every method throws ProtocolError where the adapter broke the protocol. */
export interface Play {
  readonly content: RunContent;
  ask(ask: Ask): Do;
  observation(observation: Observation): void;
  /** What `ok` means, or `stopped`. */
  done(done: Extract<Done, { readonly result: 'ok' | 'stopped' }>): Run;
  /** Why we told it to stop, or null: then nothing that it says counts any more. */
  readonly fault: Run | null;
  /** What is known so far. */
  partial(output: string): Partial;
}
