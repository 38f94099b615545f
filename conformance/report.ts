// The only place that lays out what every report is made of: result streams and specification, nothing left to look up.

import { ClauseIndex } from './clause-index.ts';
import { coverageOf } from './coverage.ts';
import type { Coverage } from './coverage.ts';
import { headline } from './diagnose.ts';
import { once } from './once.ts';
import { overview } from './overview.ts';
import type { Diagnosed, ImplementationOverview, Overview } from './overview.ts';
import type { Proofs } from './proofs.ts';
import type { Made, ResultStream } from './result-stream.ts';
import type { Judged, Result } from './result.ts';
import type { Class, Clause, Scenario, Spec } from './spec.ts';

/** One scenario on one implementation. */
export interface Case {
  readonly result: Result;
  readonly scenario: Scenario;
  /** The clause that the result is told against. */
  readonly clause: Clause;
  /** The primary clause of the scenario: it decides member and class. */
  readonly primary: Clause;
  /** The verdict as one line. */
  readonly headline: string;
  /** Of whatever is neither green nor grey. */
  readonly found: Diagnosed | null;
}

export interface Suite {
  readonly implementation: ImplementationOverview;
  /** Time and machine of the run: for formats that demand them, and for no other. */
  readonly made: Made;
  /** The version of taskspec that judged. */
  readonly taskspec: string;
  /** In the order of the specification. */
  readonly cases: readonly Case[];
}

export interface Report {
  readonly overview: Overview;
  readonly clauses: readonly Clause[];
  /** How many scenarios of each class the specification has, selected or not. */
  readonly scenarios: Readonly<Record<Class, number>>;
  /** How much of the document the specification covers, whatever was selected of it. */
  readonly coverage: Coverage;
  readonly proofs: Proofs;
  /** One for each implementation, in the order of the overview. */
  readonly suites: readonly Suite[];
}

/** The streams must be of this specification, and each of another implementation: `misfits` says so. */
export function reportOf(spec: Spec, streams: readonly ResultStream[]): Report {
  const whole = overview(spec, streams.map(judgedOf));
  const clauses = new ClauseIndex(spec.clauses);
  const scenarios = new Map(spec.scenarios.map((scenario) => [scenario.id, scenario]));
  const suites = streams.flatMap(({ header, results }, index): Suite[] => {
    const implementation = whole.implementations[index];
    if (implementation === undefined) return [];
    const found = new Map([...implementation.failures, ...implementation.differences].map((one) => [one.scenario, one]));
    const cases = results.flatMap((result): Case[] => {
      const scenario = scenarios.get(result.scenario);
      if (scenario === undefined) return [];
      return [{
        result, scenario, clause: clauses.find(result.clause), primary: clauses.primary(scenario),
        headline: headline(result.verdict), found: found.get(result.scenario) ?? null,
      }];
    });
    return [{ implementation, made: header.made, taskspec: header.taskspec, cases }];
  });
  // Most reports tell nothing of the specification itself, and to count it costs as much as to judge a tenth of the suite.
  const coverage = once(() => coverageOf(spec));
  return {
    overview: whole, clauses: spec.clauses, scenarios: countsOf(spec, clauses),
    get coverage() { return coverage(); },
    get proofs() { return spec.proofs; },
    suites,
  };
}

function countsOf({ scenarios }: Spec, clauses: ClauseIndex): Readonly<Record<Class, number>> {
  const counts: Record<Class, number> = { core: 0, cancellation: 0, callbacks: 0, context: 0, stacks: 0, registry: 0, 'python-syntax': 0 };
  for (const scenario of scenarios) counts[clauses.primary(scenario).class] += 1;
  return counts;
}

/** What was written is read back whole: a report is the same at the end of a run and years later. */
export function judgedOf({ header, results, footer }: ResultStream): Judged {
  const description = header.description === null ? null : { ...header.description, environment: header.made.environment };
  const { name, target } = header;
  return { name, description, target, results, cutShort: footer.complete === 'cut short', ambiguous: footer.ambiguous };
}
