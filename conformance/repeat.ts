// The only place that runs a selection several times over, to find what does not come out the same each time.

import type { Session } from './adapter.ts';
import type { Judged, Result } from './result.ts';
import { run } from './run.ts';
import type { RunOptions } from './run.ts';
import type { Scenario, Spec } from './spec.ts';

/**
 * Judges the scenarios `times` times on one session. A scenario that did not come out the same each time is flaky, and keeps the
 * gravest of its results: what went wrong once is never hidden by what went well.
 */
export async function runRepeatedly(
  session: Session, spec: Spec, scenarios: readonly Scenario[], times: number, options: RunOptions = {},
): Promise<Judged> {
  const runs: Judged[] = [];
  do runs.push(await run(session, spec, scenarios, options));
  while (runs.length < times && runs.every(({ cutShort }) => !cutShort));
  const [first] = runs;
  if (first === undefined) throw new Error('nothing was run');
  const results = first.results.map((result, index) => together(runs.flatMap(({ results: all }) => all[index] ?? []), result));
  const ambiguous = runs.find((one) => one.ambiguous.length > 0)?.ambiguous ?? [];
  return { ...first, results, ambiguous, cutShort: runs.some(({ cutShort }) => cutShort) };
}

function together(all: readonly Result[], first: Result): Result {
  const outcomes = new Set(all.map(outcomeOf));
  if (outcomes.size === 1) return first;
  const gravest = all.reduce((one, other) => (gravity.indexOf(other.weight) < gravity.indexOf(one.weight) ? other : one));
  return { ...gravest, flaky: true };
}

const gravity: readonly Result['weight'][] = ['broken', 'red', 'warning', 'information', 'grey', 'green'];

/** What has to be the same each time: the verdict and where it first went wrong, but no message, which may name addresses or times. */
function outcomeOf({ verdict }: Result): string {
  switch (verdict.kind) {
    case 'pass':
      return `pass as ${verdict.variant}`;
    case 'fail': {
      const { kind, step, nth } = verdict.divergence;
      return JSON.stringify(['fail', verdict.variant, kind, step, nth]);
    }
    default:
      return verdict.kind;
  }
}
