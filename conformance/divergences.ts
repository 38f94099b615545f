// The only place for what real implementations are known to do with each scenario where it is not the words' outcome.

import { ClauseIndex } from './clause-index.ts';
import { diagnose } from './diagnose.ts';
import type { Judged, Result } from './result.ts';
import type { Scenario, Spec } from './spec.ts';

/** One outcome of a scenario, and the implementations on which it came. */
export interface KnownOutcome {
  /** In words: `passes as cpython<3.8`, `fails at line 12: expected True, saw False`. */
  readonly outcome: string;
  readonly on: readonly string[];
}

/** The same, with the scenario that it is of. */
export interface KnownOf extends KnownOutcome {
  readonly scenario: string;
}

export interface Divergences {
  /** Digest of the specification by which they were judged. */
  readonly spec: string;
  /** What each name stood for when it was judged. */
  readonly implementations: Readonly<Record<string, string>>;
  readonly scenarios: Readonly<Record<string, readonly KnownOutcome[]>>;
}

/** From whole runs. What passes by the words, or is not judged, is nothing to tell. */
export function divergencesOf(spec: Spec, judged: readonly Judged[]): Divergences {
  const clauses = new ClauseIndex(spec.clauses);
  const scenarios = spec.scenarios.flatMap((scenario): readonly (readonly [string, readonly KnownOutcome[]])[] => {
    const outcomes = new Map<string, string[]>();
    for (const { name, results } of judged) {
      const result = results.find((one) => one.scenario === scenario.id);
      const outcome = result === undefined ? null : outcomeOf(scenario, result, clauses);
      if (outcome !== null) outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), name]);
    }
    return outcomes.size === 0 ? [] : [[scenario.id, [...outcomes].map(([outcome, on]) => ({ outcome, on }))]];
  });
  const implementations = judged.flatMap(({ name, description }) =>
    (description === null ? [] : [[name, `${description.implementation} ${description.version}, ${description.task}`] as const]));
  return { spec: spec.digest, implementations: Object.fromEntries(implementations), scenarios: Object.fromEntries(scenarios) };
}

function outcomeOf(scenario: Scenario, result: Result, clauses: ClauseIndex): string | null {
  const { verdict, weight } = result;
  if (weight === 'grey') return null;
  if (verdict.kind === 'pass') return verdict.variant === '' || verdict.variant === 'words' ? null : `passes as ${verdict.variant}`;
  const { where, expected, seen } = diagnose(scenario, clauses.find(result.clause), result);
  const place = where?.line == null ? '' : ` at line ${where.line}`;
  return expected === null ? seen : `${weight === 'information' ? 'differs' : 'fails'}${place}: expected ${expected}, saw ${seen}`;
}

/** The file's text: a line an implementation and a scenario, so that a review sees what changed. */
export function writeDivergences({ spec, implementations, scenarios }: Divergences): string {
  const lines = (map: Readonly<Record<string, unknown>>): string =>
    Object.entries(map).map(([key, value]) => `\n    ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',');
  return `{\n  "spec": ${JSON.stringify(spec)},\n  "implementations": {${lines(implementations)}\n  },\n  "scenarios": {${lines(scenarios)}\n  }\n}\n`;
}
