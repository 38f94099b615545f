// The only place that lays results and specification together, for whoever shows them: plain data, nothing left to look up.

import type { Description } from './adapter.ts';
import { ClauseIndex } from './clause-index.ts';
import { conclude } from './conclusion.ts';
import type { Conclusion } from './conclusion.ts';
import { diagnose } from './diagnose.ts';
import type { Diagnosis } from './diagnose.ts';
import { type ClassJudged, judgedByClass } from './judged-by-class.ts';
import type { Judged, Result } from './result.ts';
import type { Class, Level, Member, Spec } from './spec.ts';
import { totalsOf } from './totals.ts';
import type { Totals } from './totals.ts';
import type { VerdictKind, Weight } from './verdict.ts';

export interface Overview {
  readonly document: string;
  readonly digest: string;
  readonly implementations: readonly ImplementationOverview[];
  /** One for each scenario selected, in the specification's order. */
  readonly rows: readonly Row[];
}

export interface ImplementationOverview {
  readonly name: string;
  readonly description: Description | null;
  readonly target: string | null;
  readonly conclusion: Conclusion;
  readonly totals: Totals;
  /** How much of the document was judged, class by class. */
  readonly classes: readonly ClassJudged[];
  /** Of whatever is red, broken or a warning. */
  readonly failures: readonly Diagnosed[];
  /** Of what differs where the document is silent or contested. */
  readonly differences: readonly Diagnosed[];
  readonly ambiguous: Judged['ambiguous'];
}

export interface Diagnosed extends Diagnosis {
  readonly kind: VerdictKind;
  readonly weight: Weight;
}

export interface Row {
  readonly scenario: string;
  readonly title: string;
  /** Of the primary clause. */
  readonly member: Member;
  readonly class: Class;
  readonly level: Level;
  /** Names of the outcomes that the scenario allows; `['']` where there is only one. */
  readonly variants: readonly string[];
  /** One for each implementation. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly kind: VerdictKind;
  readonly weight: Weight;
  /** The outcome that fitted, or ''. */
  readonly variant: string;
}

/** Results of one specification and one selection, side by side. */
export function overview(spec: Spec, judged: readonly Judged[]): Overview {
  const clauses = new ClauseIndex(spec.clauses);
  const scenarios = new Map(spec.scenarios.map((scenario) => [scenario.id, scenario]));
  // What several implementations do alike is diagnosed once, and is one object, so that whoever words it can do so once too.
  const alike = new Map<string, readonly Diagnosed[]>();
  const diagnosed = (result: Result): readonly Diagnosed[] => {
    const key = JSON.stringify(result);
    const known = alike.get(key) ?? diagnosis(result);
    alike.set(key, known);
    return known;
  };
  const diagnosis = (result: Result): readonly Diagnosed[] => {
    const scenario = scenarios.get(result.scenario);
    if (scenario === undefined) return [];
    return [{ ...diagnose(scenario, clauses.find(result.clause), result), kind: result.verdict.kind, weight: result.weight }];
  };
  const byScenario = judged.map(({ results }) => new Map(results.map((result) => [result.scenario, result])));
  const rows = spec.scenarios.flatMap((scenario): Row[] => {
    const results = byScenario.map((results) => results.get(scenario.id));
    if (results.every((result) => result === undefined)) return [];
    const { member, class: className, level } = clauses.primary(scenario);
    const { variants } = scenario.expectation;
    return [{ scenario: scenario.id, title: scenario.title, member, class: className, level, variants, cells: results.map(cellOf) }];
  });
  const implementations = judged.map((one, index) => ({
    name: one.name, description: one.description, target: one.target, ambiguous: one.ambiguous,
    conclusion: conclude(one), totals: totalsOf(one.results), classes: judgedByClass(rows, index),
    failures: one.results.filter(({ weight }) => weight === 'red' || weight === 'broken' || weight === 'warning').flatMap(diagnosed),
    differences: one.results.filter(({ weight }) => weight === 'information').flatMap(diagnosed),
  }));
  return { document: spec.document, digest: spec.digest, implementations, rows };
}

function cellOf(result: Result | undefined): Cell {
  if (result === undefined) return { kind: 'not-run', weight: 'grey', variant: '' };
  const variant = result.verdict.kind === 'pass' ? result.verdict.variant : '';
  return { kind: result.verdict.kind, weight: result.weight, variant };
}
