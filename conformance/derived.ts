// The only place that holds back what an adapter worked out by itself: it cannot prove a `must`.

import type { Expectation } from './expectation.ts';
import type { Level } from './spec.ts';
import type { Observation, Trace } from './trace.ts';
import type { Divergence } from './verdict.ts';

/** The first observation of a passing trace that was derived where a `must` needs the implementation's own word. */
export function derivedOnly(
  expectation: Expectation,
  trace: Trace,
  levelOf: (clause: string) => Level,
): Divergence | null {
  // Nearly all traces have none: most adapters work nothing out.
  if (!trace.observations.some(isDerived)) return null;
  const clauses = new Map(expectation.steps.map(({ step, clause }) => [step, clause]));
  const counts = new Map<number, number>();
  for (const [index, observation] of trace.observations.entries()) {
    const nth = (counts.get(observation.step) ?? 0) + 1;
    counts.set(observation.step, nth);
    const clause = clauses.get(observation.step);
    if (clause === undefined || !isDerived(observation) || levelOf(clause) !== 'must') continue;
    return {
      kind: 'derived',
      step: observation.step,
      nth,
      clause,
      expected: 'an answer of the implementation itself',
      seen: 'a value that the adapter worked out',
      value: null,
      after: index,
    };
  }
  return null;
}

function isDerived(observation: Observation): boolean {
  return observation.kind !== 'reached' && observation.derived === true;
}
