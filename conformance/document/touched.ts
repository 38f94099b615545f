// The only place that says what a drift reaches: the clauses that rest on a sentence, and the scenarios that check those.

import { scenariosByClause } from '../checks.ts';
import type { LedgerRow } from '../ledger.ts';
import type { Spec } from '../spec.ts';
import { isNormative, type Drift, type Fate } from './drift.ts';

export interface Reach {
  readonly clauses: readonly string[];
  readonly scenarios: readonly string[];
}

export interface Touched {
  readonly of: (row: LedgerRow) => Reach;
  readonly totals: Readonly<Record<Fate['kind'] | 'new', number>> & {
    /** Sentences that yield clauses and changed, and what rests on them. */
    readonly normative: number;
    readonly clauses: number;
    readonly scenarios: number;
  };
}

export function touchedBy(drift: Drift, { scenarios }: Pick<Spec, 'scenarios'>): Touched {
  const checking = scenariosByClause(scenarios);
  const of = ({ standing, observed }: LedgerRow): Reach => {
    const clauses = [...(standing.kind === 'clause' ? standing.clauses : []), ...observed];
    return { clauses, scenarios: [...new Set(clauses.flatMap((clause) => checking.get(clause) ?? []))] };
  };
  const count = (kind: Fate['kind']): number => drift.fates.filter((fate) => fate.kind === kind).length;
  const changed = drift.fates.filter(isNormative).map(({ row }) => of(row));
  return {
    of,
    totals: {
      unchanged: count('unchanged'), reworded: count('reworded'), moved: count('moved'), gone: count('gone'), unseen: count('unseen'),
      new: drift.additions.length, normative: changed.length,
      clauses: new Set(changed.flatMap(({ clauses }) => clauses)).size,
      scenarios: new Set(changed.flatMap((reach) => reach.scenarios)).size,
    },
  };
}
