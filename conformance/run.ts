// The only place that runs a selection of scenarios on one implementation and gives a result to each of them.

import { adjudicate, unjudged } from './adjudicate.ts';
import type { Adjudication } from './adjudicate.ts';
import type { Budget, Session } from './adapter.ts';
import { withoutRunning } from './applicability.ts';
import { ClauseIndex } from './clause-index.ts';
import { markEchoes } from './echo.ts';
import { inOrder } from './in-order.ts';
import type { Ambiguity, Judged, Result } from './result.ts';
import { explain } from './second-run.ts';
import type { Scenario, Spec } from './spec.ts';
import { weigh } from './verdict.ts';
import type { Verdict } from './verdict.ts';

export const defaultBudget: Budget = { loopSteps: 10_000, virtualSeconds: 1_000_000, wallMilliseconds: 5_000 };

/** So many hangs, crashes and broken answers in a row, and the rest is not run. */
const patience = 5;

export interface RunOptions {
  readonly budget?: Budget;
  /** The Python version that decides which clauses are owed; by default what the implementation sets out to be. */
  readonly target?: string | undefined;
  /** Stop after the first result against the document. */
  readonly bail?: boolean;
  /** Cuts the run short: results so far stay, the rest is not-run. */
  readonly signal?: AbortSignal | undefined;
  /** Hears of each result as it comes, before second runs and echoes are known. */
  readonly onResult?: (result: Result) => void;
}

/**
 * Judges the scenarios on a started implementation. There is one result for each of them, whatever happens.
 * What fails is run once more, with notes for the diagnosis; the session is left running.
 */
export async function run(
  session: Session,
  spec: Spec,
  scenarios: readonly Scenario[],
  options: RunOptions = {},
): Promise<Judged> {
  const { budget = defaultBudget, signal } = options;
  const { description } = session;
  const target = options.target ?? description.target;
  const clauses = new ClauseIndex(spec.clauses);
  const capabilities = new Set(description.capabilities);
  const plan = scenarios.map((scenario) => ({
    scenario,
    verdict: withoutRunning(scenario, clauses.primary(scenario), target, capabilities),
  }));
  const programs = plan.filter(({ verdict }) => verdict === null).map(({ scenario }) => scenario.program);
  const runs = inOrder(session, programs, { budget, notes: false, signal });

  const results: Result[] = [];
  const ambiguous: Ambiguity[] = [];
  const stop = new StopRule(options.bail === true);
  for (const { scenario, verdict } of plan) {
    const known = stop.reason === null ? verdict : notRun(stop.reason);
    const adjudication = known === null
      ? adjudicate(scenario, (await runs.next()).value ?? nothingCame, description, budget, clauses.level)
      : unjudged(known);
    const result = resultOf(scenario, adjudication, clauses);
    if (known === null) stop.note(result);
    if (adjudication.ambiguous !== null) ambiguous.push({ scenario: scenario.id, variants: adjudication.ambiguous });
    results.push(result);
    options.onResult?.(result);
  }
  await runs.return(undefined);

  const cutShort = signal?.aborted === true;
  const explained = cutShort || stop.exhausted ? results : await explain(session, scenarios, results, { budget, signal });
  return { name: description.name, description, target, results: markEchoes(explained, scenarios), cutShort, ambiguous };
}

/** The results of an implementation that never ran, all with the same verdict. */
export function neverRan(name: string, spec: Spec, scenarios: readonly Scenario[], verdict: Verdict): Judged {
  const clauses = new ClauseIndex(spec.clauses);
  const results = scenarios.map((scenario) => resultOf(scenario, unjudged(verdict), clauses));
  return { name, description: null, target: null, results, cutShort: verdict.kind === 'not-run', ambiguous: [] };
}

/** Why the rest is not to be run, once there is a reason. What was under way by then is thrown away. */
class StopRule {
  reason: string | null = null;
  #broken = 0;
  readonly #bail: boolean;

  constructor(bail: boolean) {
    this.#bail = bail;
  }

  get exhausted(): boolean {
    return this.#broken >= patience;
  }

  note({ scenario, verdict, weight }: Result): void {
    this.#broken = breaks(verdict) ? this.#broken + 1 : 0;
    if (this.exhausted) this.reason = `${patience} hangs or crashes in a row came before`;
    else if (this.#bail && weight === 'red') this.reason = `the run was to stop at the first failure, ${scenario}`;
  }
}

function breaks({ kind }: Verdict): boolean {
  return kind === 'hang' || kind === 'crash' || kind === 'protocol-error';
}

function notRun(reason: string): Verdict {
  return { kind: 'not-run', reason };
}

const nothingCame = { kind: 'not-run', reason: 'no answer came' } as const;

function resultOf(scenario: Scenario, { verdict, evidence }: Adjudication, clauses: ClauseIndex): Result {
  const clause = verdict.kind === 'fail' ? verdict.divergence.clause : scenario.clauses[0];
  const level = clauses.level(clause);
  const weight = weigh(verdict, level);
  return {
    scenario: scenario.id, digest: scenario.digest, verdict, weight, clause, level,
    flaky: false, echoOf: null, evidence,
  };
}
