// The only place that runs one scenario with notes, for whoever shows what happened.

import type { Budget, Run, Session } from '../adapter.ts';
import { adjudicate } from '../adjudicate.ts';
import { withoutRunning } from '../applicability.ts';
import { ClauseIndex } from '../clause-index.ts';
import type { Scenario, Spec } from '../spec.ts';
import type { Happened } from '../timeline.ts';

export async function happening(session: Session, spec: Spec, scenario: Scenario, budget: Budget): Promise<Happened> {
  const { description } = session;
  const clauses = new ClauseIndex(spec.clauses);
  const known = withoutRunning(scenario, clauses.primary(scenario), description.target, new Set(description.capabilities));
  if (known !== null) return { observations: [], notes: [], verdict: known };
  const run = await session.run(scenario.program, budget, { notes: true });
  const { verdict } = adjudicate(scenario, run, description, budget, clauses.level);
  return { ...seenIn(run), verdict };
}

function seenIn(run: Run): Pick<Happened, 'observations' | 'notes'> {
  if (run.kind === 'trace') return run.trace;
  return 'partial' in run ? run.partial : { observations: [], notes: [] };
}
