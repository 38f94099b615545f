// The only place that says what would be lost with each scenario, so that one that nobody would miss is found.

import type { Proofs } from './proofs.ts';

/** What goes with a scenario, since no other one does the same. */
export interface Losses {
  /** Situations that only it shows. */
  readonly rows: readonly string[];
  /** Clauses that only it proves. */
  readonly proofs: readonly string[];
  /** Wrong Tasks, and mutants of the reference, that only it catches. */
  readonly kills: readonly string[];
}

export interface Evidence {
  /** Ids of situations with the scenarios that show each. */
  readonly situations: readonly { readonly id: string; readonly scenarios: readonly string[] }[];
  readonly proofs: Proofs;
  /** By scenario, the mutants that it kills. */
  readonly mutants: Readonly<Record<string, readonly string[]>>;
}

/** By scenario, in the order given. */
export function lossesOf(scenarios: readonly string[], { situations, proofs, mutants }: Evidence): ReadonlyMap<string, Losses> {
  const rows = onlyOne(situations.map(({ id, scenarios: showing }) => [id, showing]));
  const byClause = new Map<string, string[]>();
  for (const { proves } of Object.values(proofs)) {
    for (const [clause, proving] of Object.entries(proves)) byClause.set(clause, [...(byClause.get(clause) ?? []), ...proving]);
  }
  const proving = onlyOne([...byClause]);
  const caught = onlyOne(Object.entries(proofs).map(([name, { proves }]) => [name, Object.values(proves).flat()]));
  const byMutant = new Map<string, string[]>();
  for (const [scenario, killed] of Object.entries(mutants)) {
    for (const mutant of killed) byMutant.set(mutant, [...(byMutant.get(mutant) ?? []), scenario]);
  }
  const killed = onlyOne([...byMutant]);
  return new Map(scenarios.map((id) => [id, {
    rows: rows.get(id) ?? [], proofs: proving.get(id) ?? [], kills: [...(caught.get(id) ?? []), ...(killed.get(id) ?? [])],
  }]));
}

/** Scenarios with which nothing would be lost. */
export function notMissed(losses: ReadonlyMap<string, Losses>): readonly string[] {
  return [...losses].filter(([, { rows, proofs, kills }]) => rows.length + proofs.length + kills.length === 0).map(([id]) => id);
}

/** By scenario, the things that no other one does. */
function onlyOne(things: readonly (readonly [string, readonly string[]])[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [thing, by] of things) {
    const [first, ...others] = new Set(by);
    if (first !== undefined && others.length === 0) found.set(first, [...(found.get(first) ?? []), thing]);
  }
  return found;
}
