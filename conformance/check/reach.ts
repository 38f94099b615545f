// The only place that says how much of the document what an adapter claims lets be judged, before anything is run.

import type { Description } from '../adapter.ts';
import { withoutRunning } from '../applicability.ts';
import { capabilities, type Capability } from '../capabilities.ts';
import { ClauseIndex } from '../clause-index.ts';
import { classes, type Class, type Spec } from '../spec.ts';

export interface ClassReach {
  readonly class: Class;
  /** Scenarios that its target owes. */
  readonly owed: number;
  /** Of these, how many it claims enough for. */
  readonly judgeable: number;
}

export interface Reach {
  readonly classes: readonly ClassReach[];
  readonly owed: number;
  readonly judgeable: number;
  /** What is not claimed, with how many scenarios that are owed need it. */
  readonly lacking: readonly { readonly capability: Capability; readonly scenarios: number }[];
}

export function reachOf(spec: Spec, { target, capabilities: claimed }: Description): Reach {
  const clauses = new ClauseIndex(spec.clauses);
  const has = new Set(claimed);
  const judged = spec.scenarios.map((scenario) => {
    const primary = clauses.primary(scenario);
    return { scenario, class: primary.class, verdict: withoutRunning(scenario, primary, target, has) };
  }).filter(({ verdict }) => verdict?.kind !== 'not-applicable');
  const counted = (own: typeof judged): { readonly owed: number; readonly judgeable: number } =>
    ({ owed: own.length, judgeable: own.filter(({ verdict }) => verdict === null).length });
  return {
    classes: classes.map((name) => ({ class: name, ...counted(judged.filter((one) => one.class === name)) })).filter(({ owed }) => owed > 0),
    ...counted(judged),
    lacking: capabilities.filter((capability) => !has.has(capability)).map((capability) => ({
      capability, scenarios: judged.filter(({ scenario }) => scenario.capabilities.includes(capability)).length,
    })),
  };
}
