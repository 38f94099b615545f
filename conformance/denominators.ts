// The only place that counts what coverage is measured against, and what is left out of it, so that a file can pin it.

import { owes } from './applicability.ts';
import type { Level, Spec } from './spec.ts';
import { newestTarget } from './target.ts';

/** The data of spec/denominators.yaml. */
export interface Denominators {
  readonly document: string;
  readonly sentences: {
    readonly all: number;
    readonly clause: number;
    readonly informative: number;
    readonly untestable: number;
    readonly by_reference: number;
  };
  readonly clauses: Readonly<Record<Level, number>> & {
    readonly all: number;
    /** Which are owed by older targets alone. */
    readonly not_owed_by_newest: number;
  };
  readonly newest_target: string;
}

export function denominatorsOf({ document, ledger, clauses }: Spec): Denominators {
  const standing = (kind: string): number => ledger.rows.filter((row) => row.standing.kind === kind).length;
  const level = (name: Level): number => clauses.filter((clause) => clause.level === name).length;
  return {
    document,
    sentences: {
      all: ledger.rows.length, clause: standing('clause'), informative: standing('informative'), untestable: standing('untestable'),
      by_reference: ledger.rows.filter(({ byReference }) => byReference).length,
    },
    clauses: {
      all: clauses.length, must: level('must'), should: level('should'), may: level('may'), observed: level('observed'), contested: level('contested'),
      not_owed_by_newest: clauses.filter((clause) => !owes(clause, newestTarget)).length,
    },
    newest_target: newestTarget,
  };
}
