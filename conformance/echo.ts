// The only place that tells a cause from its echoes: a failure is an echo if a prerequisite of its scenario failed too.

import type { Result } from './result.ts';
import type { Scenario } from './spec.ts';

/** The results with `echoOf` set to the cause at the beginning of the chain. */
export function markEchoes(results: readonly Result[], scenarios: readonly Scenario[]): readonly Result[] {
  const failed = new Set(results.filter(isFailure).map(({ scenario }) => scenario));
  const prerequisites = new Map(scenarios.map((scenario) => [scenario.id, scenario.prerequisites]));
  const cause = (id: string, behind: readonly string[]): string => {
    const before = prerequisites.get(id)?.find((other) => failed.has(other) && !behind.includes(other));
    return before === undefined ? id : cause(before, [...behind, id]);
  };
  return results.map((result) => {
    if (!failed.has(result.scenario)) return result;
    const first = cause(result.scenario, [result.scenario]);
    return { ...result, echoOf: first === result.scenario ? null : first };
  });
}

function isFailure({ weight }: Result): boolean {
  return weight !== 'green' && weight !== 'grey';
}
