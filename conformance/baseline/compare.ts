// The only place that says what changed between a baseline and a run. A pure function: today's date is a parameter.

import type { Judged, Result } from '../result.ts';
import type { Scenario, Spec } from '../spec.ts';
import { shapeOf, shortDigest } from './baseline.ts';
import type { Baseline, Failure } from './baseline.ts';
import { meets } from './versions.ts';

/** What became of one scenario, entry or claim since the baseline was made. */
export type Transition =
  /** Fails as the baseline says: nothing to tell. */
  | { readonly kind: 'recorded'; readonly scenario: string; readonly entry: Failure }
  /** Was judged and did not fail; fails now. */
  | { readonly kind: 'regression'; readonly scenario: string }
  /** Fails in another way than the baseline says. */
  | { readonly kind: 'changed'; readonly scenario: string; readonly entry: Failure }
  /** Fails as the baseline says, but the entry's day has come. */
  | { readonly kind: 'expired'; readonly scenario: string; readonly entry: Failure }
  /** Was judged, and is not any more. */
  | { readonly kind: 'lost'; readonly scenario: string; readonly verdict: Result['verdict'] }
  /** Was claimed, and is not any more. */
  | { readonly kind: 'capability lost'; readonly capability: string }
  /** Other clauses are owed now than when the baseline was made. */
  | { readonly kind: 'target changed'; readonly from: string; readonly to: string | null }
  /** Fails, and is newer than the baseline: nobody has looked at it. */
  | { readonly kind: 'new'; readonly scenario: string }
  /** The baseline says that it fails, and it passes. */
  | { readonly kind: 'fixed'; readonly scenario: string; readonly entry: Failure }
  /** The baseline speaks of a scenario that is not there. */
  | { readonly kind: 'stale'; readonly scenario: string; readonly entry: Failure };
export type TransitionKind = Transition['kind'];

/** What each transition means for the exit code. */
export const meanings: Readonly<Record<TransitionKind, 'quiet' | 'regression' | 'out of date'>> = {
  recorded: 'quiet', new: 'quiet',
  regression: 'regression', changed: 'regression', expired: 'regression', lost: 'regression', 'capability lost': 'regression',
  'target changed': 'regression',
  fixed: 'out of date', stale: 'out of date',
};

/**
 * The transitions, in the specification's order, stale entries last. Only scenarios that were selected are compared.
 * `today` is an ISO 8601 date.
 */
export function compare(baseline: Baseline, judged: Judged, spec: Spec, today: string): readonly Transition[] {
  const version = judged.description?.version ?? '';
  const entries = new Map<string, Failure>();
  for (const entry of baseline.failures) {
    if (entry.versions === null || meets(version, entry.versions)) entries.set(entry.scenario, entry);
  }
  const scenarios = new Map(spec.scenarios.map((scenario) => [scenario.id, scenario]));
  const transitions = judged.results.flatMap((result): readonly Transition[] => {
    const scenario = scenarios.get(result.scenario);
    return scenario === undefined ? [] : transitionOf(scenario, result, entries.get(result.scenario), baseline, today);
  });
  const stale = baseline.failures.filter(({ scenario }) => !scenarios.has(scenario));
  return [
    ...claims(baseline, judged), ...transitions,
    ...stale.map((entry): Transition => ({ kind: 'stale', scenario: entry.scenario, entry })),
  ];
}

function claims({ capabilities, target }: Baseline, judged: Judged): readonly Transition[] {
  if (judged.description === null) return [];
  const claimed: readonly string[] = judged.description.capabilities;
  const lost = capabilities.filter((capability) => !claimed.includes(capability));
  return [
    ...(target === judged.target ? [] : [{ kind: 'target changed', from: target, to: judged.target } as const]),
    ...lost.map((capability) => ({ kind: 'capability lost', capability } as const)),
  ];
}

function transitionOf(
  scenario: Scenario, result: Result, entry: Failure | undefined, baseline: Baseline, today: string,
): readonly Transition[] {
  const { id } = scenario;
  const known = baseline.judged.get(id) === shortDigest(scenario.digest);
  if (result.weight === 'grey') return known ? [{ kind: 'lost', scenario: id, verdict: result.verdict }] : [];
  if (result.weight === 'broken') return [];
  if (result.weight !== 'red') return entry === undefined || entry.verdicts.includes('pass') ? [] : [{ kind: 'fixed', scenario: id, entry }];
  if (entry === undefined) return [{ kind: known ? 'regression' : 'new', scenario: id }];
  if (!isAs(entry, scenario, result)) return [known ? { kind: 'changed', scenario: id, entry } : { kind: 'new', scenario: id }];
  if (entry.expires !== null && entry.expires <= today) return [{ kind: 'expired', scenario: id, entry }];
  return [{ kind: 'recorded', scenario: id, entry }];
}

/** Whether it fails just as the entry says. */
function isAs({ verdicts, diverges }: Failure, scenario: Scenario, { verdict }: Result): boolean {
  if (!verdicts.includes(verdict.kind)) return false;
  if (diverges === null || verdict.kind !== 'fail') return true;
  const shape = shapeOf(scenario, verdict.divergence);
  return shape.by === diverges.by && shape.body === diverges.body && shape.step === diverges.step && shape.same === diverges.same &&
    shape.time === diverges.time;
}
