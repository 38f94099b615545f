// The only place that runs failures once more: with notes, and what was heard of errors, they explain themselves, and a pass tells that they are flaky.

import type { Budget, Run, Session } from './adapter.ts';
import { inOrder } from './in-order.ts';
import { judge } from './judge/judge.ts';
import type { Result } from './result.ts';
import type { Scenario } from './spec.ts';

/** A second run that breaks the implementation explains nothing; after so many of them it is left in peace. */
const patience = 2;

/** The results, those that failed with the notes of a second run. The first run's verdict stands. */
export async function explain(
  session: Session,
  scenarios: readonly Scenario[],
  results: readonly Result[],
  limits: { readonly budget: Budget; readonly signal: AbortSignal | undefined },
): Promise<readonly Result[]> {
  const failed = scenarios.filter((_, index) => results[index]?.verdict.kind === 'fail');
  const runs = inOrder(session, failed.map(({ program }) => program), { ...limits, notes: true });
  const again = new Map<string, Run>();
  let broken = 0;
  for (const scenario of failed) {
    const answer = await runs.next();
    if (answer.done === true || broken === patience) break;
    if (answer.value.kind !== 'trace') broken += 1;
    again.set(scenario.id, answer.value);
  }
  await runs.return(undefined);
  return results.map((result, index) => {
    const scenario = scenarios[index];
    const second = again.get(result.scenario);
    return scenario === undefined || second?.kind !== 'trace' ? result : withNotes(result, scenario, second);
  });
}

function withNotes(result: Result, scenario: Scenario, { trace, output = '' }: Run & { kind: 'trace' }): Result {
  const passes = judge(scenario.expectation, trace).kind === 'pass';
  const derived = result.verdict.kind === 'fail' && result.verdict.divergence.kind === 'derived';
  const evidence = result.evidence === null ? null : { ...result.evidence, notes: trace.notes, output };
  return { ...result, flaky: passes && !derived, evidence };
}
