// The only place that works out what a wrong Task proves from its results, and writes it down.

import type { Proof, Proofs } from './proofs.ts';
import type { Judged } from './result.ts';

/**
 * The clauses whose checks were the first to diverge, whatever their level, each with its scenarios. A hang, a crash or a budget
 * that ran out blames no check, and so proves nothing.
 */
export function provenBy({ results }: Judged): Proof['proves'] {
  const proves: Record<string, string[]> = {};
  for (const { scenario, verdict } of results) {
    if (verdict.kind === 'fail') (proves[verdict.divergence.clause] ??= []).push(scenario);
  }
  return proves;
}

/** The clauses that some wrong Task proves, each with the names of those that do. */
export function proofsOf(proofs: Proofs): ReadonlyMap<string, readonly string[]> {
  const proven = new Map<string, string[]>();
  for (const [name, { proves }] of Object.entries(proofs)) {
    for (const clause of Object.keys(proves)) proven.set(clause, [...(proven.get(clause) ?? []), name]);
  }
  return proven;
}

/** The file's text: everything sorted, and a line a clause, so that a review sees what changed. */
export function writeProofs(proofs: Proofs): string {
  const entries = byName(proofs).map(([name, { says, language, proves }]) => {
    const clauses = byName(proves).map(([clause, scenarios]) => `      ${JSON.stringify(clause)}: ${listed([...scenarios].sort())}`);
    const told = clauses.length === 0 ? '{}' : `{\n${clauses.join(',\n')}\n    }`;
    return `  ${JSON.stringify(name)}: {\n    "language": "${language}",\n    "proves": ${told},\n    "says": ${JSON.stringify(says)}\n  }`;
  });
  return `{\n${entries.join(',\n')}\n}\n`;
}

const byName = <T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] =>
  Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));

const listed = (texts: readonly string[]): string => `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`;
