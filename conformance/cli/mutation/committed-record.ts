// The only place that asks whether the committed record of mutants still belongs to what is here.

import type { Spec } from '../../spec.ts';
import { type MutantRecord, digestsOf } from './mutant-record.ts';

export interface Age {
  /** Mutated files that are no longer what they were: the record says nothing of them. */
  readonly changedFiles: readonly string[];
  /** The scenarios or clauses are others by now: the record is true of those that judged, and knows no others. */
  readonly isStale: boolean;
}

export function ageOf(record: MutantRecord, sources: ReadonlyMap<string, string>, spec: Spec): Age {
  const now = new Map(Object.entries(digestsOf(sources)));
  const then = new Map(Object.entries(record.files));
  const names = new Set([...now.keys(), ...then.keys()]);
  return { changedFiles: [...names].filter((file) => now.get(file) !== then.get(file)), isStale: record.spec !== spec.digest };
}
