// The only place that says which clauses a scenario checks: those that its expectations name.

import type { Scenario } from './spec.ts';

/** Clauses that a step's expectation blames; the primary one also where an order is expected. */
export function clausesChecked({ expectation }: Scenario): ReadonlySet<string> {
  const clauses = new Set(expectation.steps.map(({ clause }) => clause));
  return expectation.order.some((chains) => chains.length > 0) ? clauses.add(expectation.clause) : clauses;
}

/** Ids of the scenarios that check each clause, in the order of the specification; a clause that none checks is absent. */
export function scenariosByClause(scenarios: readonly Scenario[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const scenario of scenarios) {
    for (const clause of clausesChecked(scenario)) {
      const ids = found.get(clause);
      if (ids === undefined) found.set(clause, [scenario.id]);
      else ids.push(scenario.id);
    }
  }
  return found;
}
