// The only place that decides, without running anything, that a scenario is not for this implementation.

import type { Capability } from './capabilities.ts';
import type { Clause, Scenario } from './spec.ts';
import { compareTargets } from './target.ts';
import type { Verdict } from './verdict.ts';

/**
 * The verdict of a scenario that need not run, or null where it must. Its primary clause decides whether the target
 * owes it, and that comes first: what is not owed is not missing.
 */
export function withoutRunning(
  scenario: Scenario,
  primary: Clause,
  target: string,
  capabilities: ReadonlySet<Capability>,
): Verdict | null {
  if (!owes(primary, target)) {
    return { kind: 'not-applicable', clause: primary.id, target, owed: owedRange(primary) };
  }
  const missing = scenario.capabilities.find((capability) => !capabilities.has(capability));
  return missing === undefined ? null : { kind: 'unsupported', capability: missing };
}

/** Whether a target owes a clause. */
export function owes(clause: Pick<Clause, 'since' | 'until'>, target: string): boolean {
  if (clause.since !== null && compareTargets(target, clause.since) < 0) return false;
  return clause.until === null || compareTargets(target, clause.until) < 0;
}

/** Which targets owe a clause, in words. `until` is exclusive, as it is in the file. */
export function owedRange(clause: Clause): string {
  if (clause.since === null && clause.until === null) return 'always';
  if (clause.since === null) return `before ${clause.until}`;
  return clause.until === null ? `since ${clause.since}` : `since ${clause.since}, before ${clause.until}`;
}
