// The only place that prepares the data for looking things up: what stands in which clause, and what became of it where.

import type { ExplorerClause, ExplorerData, ExplorerOutcome, ExplorerScenario } from '../explorer-data.ts';
import { markAt, rankOf } from './marks.ts';
import type { Mark } from './marks.ts';

export interface Index {
  readonly data: ExplorerData;
  readonly members: readonly MemberEntry[];
  readonly clauses: readonly ClauseEntry[];
  readonly clauseNumbers: ReadonlyMap<string, number>;
  readonly scenarioNumbers: ReadonlyMap<string, number>;
}

export interface MemberEntry {
  readonly name: string;
  readonly clauses: readonly ClauseEntry[];
  /** For each implementation the worst. */
  readonly ranks: readonly number[];
}

export interface ClauseEntry {
  readonly number: number;
  readonly clause: ExplorerClause;
  readonly scenarios: readonly ScenarioEntry[];
  readonly ranks: readonly number[];
  /** For the search. */
  readonly words: string;
}

/** A scenario as one clause sees it. */
export interface ScenarioEntry {
  readonly number: number;
  readonly scenario: ExplorerScenario;
  readonly ranks: readonly number[];
  readonly words: string;
}

export function indexOf(data: ExplorerData): Index {
  const within = data.clauses.map((): number[] => []);
  for (const [number, { clauses }] of data.scenarios.entries()) for (const clause of clauses) within[clause]?.push(number);
  const clauses = data.clauses.flatMap((clause, number): ClauseEntry[] => {
    const scenarios = (within[number] ?? []).flatMap((scenario) => scenarioEntry(data, scenario, number));
    const words = `${clause.member} ${clause.id} ${clause.text}`.toLowerCase();
    return [{ number, clause, scenarios, ranks: worst(data, scenarios), words }];
  });
  const names = [...new Set(clauses.map(({ clause }) => clause.member))];
  const members = names.map((name): MemberEntry => {
    const own = clauses.filter(({ clause }) => clause.member === name);
    return { name, clauses: own, ranks: worst(data, own) };
  });
  return {
    data, members, clauses,
    clauseNumbers: new Map(data.clauses.map(({ id }, number) => [id, number])), scenarioNumbers: new Map(data.scenarios.map(({ id }, number) => [id, number])),
  };
}

export function outcomeAt({ cells, outcomes }: ExplorerData, implementation: number, scenario: number): ExplorerOutcome | null {
  return outcomes[cells[implementation]?.[scenario] ?? -1] ?? null;
}

/** What an outcome says of a clause. What went wrong elsewhere is no blame, and no praise either. */
export function markFor(outcome: ExplorerOutcome | null, clause: number | null): Mark {
  if (outcome === null) return 'not run';
  const { mark } = outcome;
  const wrong = mark === 'fail' || mark === 'warning' || mark === 'differs' || mark === 'broken';
  return wrong && clause !== null && outcome.clause !== clause ? 'elsewhere' : mark;
}

function scenarioEntry(data: ExplorerData, number: number, clause: number): readonly ScenarioEntry[] {
  const scenario = data.scenarios[number];
  if (scenario === undefined) return [];
  const ranks = data.implementations.map((_, implementation) => rankOf(markFor(outcomeAt(data, implementation, number), clause)));
  return [{ number, scenario, ranks, words: `${scenario.id} ${scenario.title}`.toLowerCase() }];
}

/** Minus one where there is nothing to be judged. */
function worst({ implementations }: ExplorerData, parts: readonly { readonly ranks: readonly number[] }[]): readonly number[] {
  return implementations.map((_, index) => parts.reduce((rank, { ranks }) => Math.max(rank, ranks[index] ?? -1), -1));
}

export const markOfRank = (rank: number): Mark | null => (rank < 0 ? null : markAt(rank));
