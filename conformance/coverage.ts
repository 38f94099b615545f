// The only place that says how much of the document the suite covers: sentence by sentence and clause by clause, what
// checks it, and what proves that the check can fail.

import { scenariosByClause } from './checks.ts';
import type { LedgerRow, Place } from './ledger.ts';
import type { Proof, Proofs } from './proofs.ts';
import { glob, type Selection } from './select.ts';
import { classes, members, type Class, type Clause, type Level, type Member, type Spec } from './spec.ts';

/** Only `proven` is covered: a check that never failed may be one that cannot. */
export type State = 'proven' | 'unproven' | 'unchecked';

/** A wrong Task that breaks a clause, and the scenarios in which that shows first. */
export interface ProvedBy {
  readonly task: string;
  readonly language: Proof['language'];
  readonly scenarios: readonly string[];
}

export interface ClauseCoverage {
  readonly id: string;
  readonly member: Member;
  readonly class: Class;
  readonly level: Level;
  readonly state: State;
  /** Scenarios with a check that names it. */
  readonly scenarios: readonly string[];
  readonly provedBy: readonly ProvedBy[];
}

export interface SentenceCoverage {
  readonly id: string;
  readonly member: Member;
  readonly place: Place;
  readonly byReference: boolean;
  readonly standing: LedgerRow['standing'];
  readonly observed: readonly string[];
  /** Scenarios that check a clause of it, and wrong Tasks that prove one. */
  readonly scenarios: readonly string[];
  readonly provedBy: readonly string[];
  /** Of all its clauses the least; null where it yields none. */
  readonly state: State | null;
}

/** How many clauses there are, and how many of them are in which state. */
export interface ClauseTally extends Readonly<Record<State, number>> {
  readonly all: number;
}

export interface Tally {
  /** Clauses of the levels must, should and may. */
  readonly testable: ClauseTally;
  readonly observed: ClauseTally;
  readonly contested: ClauseTally;
  /** How many scenarios check some of these clauses, and how many wrong Tasks prove some. */
  readonly scenarios: number;
  readonly wrongTasks: number;
}

export interface SentenceTally {
  readonly all: number;
  /** With a reason for yielding no clause, or with a scenario for each clause. */
  readonly accounted: number;
  readonly clause: number;
  readonly informative: number;
  readonly untestable: number;
  readonly byReference: number;
}

/** A proof that names what is no longer there: nothing is proven by it. */
export interface StaleProof {
  readonly task: string;
  readonly clause: string;
  /** Null where the clause itself is gone. */
  readonly scenario: string | null;
}

export interface Coverage {
  readonly document: string;
  readonly sentences: readonly SentenceCoverage[];
  readonly clauses: readonly ClauseCoverage[];
  readonly totals: Tally & { readonly sentences: SentenceTally };
  readonly members: readonly (Tally & { readonly name: Member; readonly sentences: SentenceTally })[];
  readonly classes: readonly (Tally & { readonly name: Class })[];
  readonly stale: readonly StaleProof[];
}

export type Narrowing = Pick<Selection, 'clauses' | 'members' | 'classes'>;

export const allOfIt: Narrowing = { clauses: [], members: [], classes: [] };

/** What a narrowing leaves is counted, and nothing else; within a list any may fit, the lists together must all fit. */
export function coverageOf(spec: Spec, narrowing: Narrowing = allOfIt): Coverage {
  const checking = scenariosByClause(spec.scenarios);
  const proving = proofsByClause(spec.proofs);
  const covered = spec.clauses.map((clause) => clauseCoverage(clause, checking.get(clause.id) ?? [], proving.get(clause.id) ?? []));
  const byId = new Map(covered.map((clause) => [clause.id, clause]));
  const patterns = narrowing.clauses.map(glob);
  const clauses = covered.filter((clause) =>
    isAmong(clause.member, narrowing.members) && isAmong(clause.class, narrowing.classes)
    && (patterns.length === 0 || patterns.some((pattern) => pattern.test(clause.id))));
  const left = new Set(clauses.map(({ id }) => id));
  const isWide = narrowing.classes.length + narrowing.clauses.length === 0;
  const sentences = spec.ledger.rows.map((row) => sentenceCoverage(row, byId)).filter((sentence) =>
    isAmong(sentence.member, narrowing.members) && (isWide || clausesOf(sentence).some((id) => left.has(id))));
  return {
    document: spec.document, sentences, clauses,
    totals: { ...tallyOf(clauses), sentences: sentenceTally(sentences) },
    members: members.filter((name) => clauses.some(({ member }) => member === name) || sentences.some(({ member }) => member === name)).map((name) => ({
      name, ...tallyOf(clauses.filter(({ member }) => member === name)), sentences: sentenceTally(sentences.filter(({ member }) => member === name)),
    })),
    classes: classes.filter((name) => clauses.some((clause) => clause.class === name)).map((name) => ({
      name, ...tallyOf(clauses.filter((clause) => clause.class === name)),
    })),
    stale: staleProofs(spec, checking),
  };
}

/** Percent of the testable clauses that are proven; null where there are none. */
export const provenShare = ({ totals: { testable } }: Coverage): number | null =>
  (testable.all === 0 ? null : (100 * testable.proven) / testable.all);

const isAmong = (name: string, names: readonly string[]): boolean => names.length === 0 || names.includes(name);

/** Turned round once: every report is made with this, and to ask each wrong Task for each clause costs as much as to judge a tenth of the suite. */
function proofsByClause(proofs: Proofs): ReadonlyMap<string, readonly ProvedBy[]> {
  const found = new Map<string, ProvedBy[]>();
  for (const [task, { language, proves }] of Object.entries(proofs)) {
    for (const [clause, scenarios] of Object.entries(proves)) {
      const proved = { task, language, scenarios };
      const others = found.get(clause);
      if (others === undefined) found.set(clause, [proved]);
      else others.push(proved);
    }
  }
  return found;
}

function clauseCoverage({ id, member, class: profile, level }: Clause, scenarios: readonly string[], proofs: readonly ProvedBy[]): ClauseCoverage {
  const checking = new Set(scenarios);
  const provedBy = proofs.flatMap((proved): readonly ProvedBy[] => {
    const showing = proved.scenarios.filter((scenario) => checking.has(scenario));
    return showing.length === 0 ? [] : [{ ...proved, scenarios: showing }];
  });
  const state = scenarios.length === 0 ? 'unchecked' : provedBy.length === 0 ? 'unproven' : 'proven';
  return { id, member, class: profile, level, state, scenarios, provedBy };
}

function sentenceCoverage(row: LedgerRow, clauses: ReadonlyMap<string, ClauseCoverage>): SentenceCoverage {
  const yielded = (row.standing.kind === 'clause' ? row.standing.clauses : []).flatMap((id) => clauses.get(id) ?? []);
  const state = (['unchecked', 'unproven', 'proven'] as const).find((one) => yielded.some((clause) => clause.state === one)) ?? null;
  return {
    id: row.id, member: memberOf(row), place: row.place, byReference: row.byReference, standing: row.standing, observed: row.observed,
    scenarios: [...new Set(yielded.flatMap(({ scenarios }) => scenarios))],
    provedBy: [...new Set(yielded.flatMap(({ provedBy }) => provedBy.map(({ task }) => task)))], state,
  };
}

/** The loader refuses ids that belong to no member. */
function memberOf({ id }: LedgerRow): Member {
  const member = members.find((name) => id.startsWith(`${name}.`));
  if (member === undefined) throw new Error(`the sentence ${id} belongs to no member`);
  return member;
}

const clausesOf = ({ standing, observed }: SentenceCoverage): readonly string[] => [...(standing.kind === 'clause' ? standing.clauses : []), ...observed];

function tallyOf(clauses: readonly ClauseCoverage[]): Tally {
  const tally = (of: readonly ClauseCoverage[]): ClauseTally => {
    const count = (state: State): number => of.filter((clause) => clause.state === state).length;
    return { all: of.length, proven: count('proven'), unproven: count('unproven'), unchecked: count('unchecked') };
  };
  return {
    testable: tally(clauses.filter(({ level }) => level !== 'observed' && level !== 'contested')),
    observed: tally(clauses.filter(({ level }) => level === 'observed')),
    contested: tally(clauses.filter(({ level }) => level === 'contested')),
    scenarios: new Set(clauses.flatMap(({ scenarios }) => scenarios)).size,
    wrongTasks: new Set(clauses.flatMap(({ provedBy }) => provedBy.map(({ task }) => task))).size,
  };
}

function sentenceTally(sentences: readonly SentenceCoverage[]): SentenceTally {
  const count = (kind: LedgerRow['standing']['kind']): number => sentences.filter(({ standing }) => standing.kind === kind).length;
  return {
    all: sentences.length,
    accounted: sentences.filter(({ standing, state }) => standing.kind !== 'clause' || (state !== null && state !== 'unchecked')).length,
    clause: count('clause'), informative: count('informative'), untestable: count('untestable'),
    byReference: sentences.filter(({ byReference }) => byReference).length,
  };
}

function staleProofs({ clauses, proofs }: Spec, checking: ReadonlyMap<string, readonly string[]>): readonly StaleProof[] {
  const known = new Set(clauses.map(({ id }) => id));
  return Object.entries(proofs).flatMap(([task, { proves }]) => Object.entries(proves).flatMap(([clause, scenarios]): readonly StaleProof[] => {
    if (!known.has(clause)) return [{ task, clause, scenario: null }];
    return scenarios.filter((scenario) => checking.get(clause)?.includes(scenario) !== true).map((scenario) => ({ task, clause, scenario }));
  }));
}
