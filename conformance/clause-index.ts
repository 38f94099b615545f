// The only place that finds a clause by its id during a run, and so knows how strongly it binds.

import type { Clause, Level, Scenario } from './spec.ts';

export class ClauseIndex {
  readonly #clauses: ReadonlyMap<string, Clause>;

  constructor(clauses: readonly Clause[]) {
    this.#clauses = new Map(clauses.map((clause) => [clause.id, clause]));
  }

  /** The clause that a scenario is about. */
  primary(scenario: Scenario): Clause {
    return this.find(scenario.clauses[0]);
  }

  readonly level = (id: string): Level => this.find(id).level;

  /** The loader refuses unknown clauses, so a clause that is missing here is a bug of ours. */
  find(id: string): Clause {
    const clause = this.#clauses.get(id);
    if (clause === undefined) throw new Error(`the specification has no clause ${id}`);
    return clause;
  }
}
