// The only place that decides which rows the matrix has: what the filters leave, and what is unfolded.

import type { Address } from './address.ts';
import { outcomeAt } from './index-of.ts';
import type { ClauseEntry, Index, MemberEntry, ScenarioEntry } from './index-of.ts';
import { byRank } from './marks.ts';

export type Row =
  | { readonly kind: 'member'; readonly key: string; readonly open: boolean; readonly member: MemberEntry; readonly clauses: number; readonly scenarios: number; readonly ranks: readonly number[] }
  | { readonly kind: 'clause'; readonly key: string; readonly open: boolean; readonly entry: ClauseEntry; readonly scenarios: number; readonly ranks: readonly number[] }
  | { readonly kind: 'scenario'; readonly key: string; readonly open: false; readonly of: ClauseEntry; readonly entry: ScenarioEntry; readonly ranks: readonly number[] };

export interface Shown {
  readonly rows: readonly Row[];
  /** Numbers of the implementations that have a column. */
  readonly columns: readonly number[];
  /** How many clauses and scenarios are left, folded or not. */
  readonly clauses: number;
  readonly scenarios: number;
}

export function shownIn(index: Index, address: Address): Shown {
  const columns = columnsOf(index, address);
  const wanted = wantedBy(index, address, columns);
  const rows: Row[] = [];
  const left = new Set<number>();
  let count = 0;
  for (const member of index.members) {
    const inMember = member.clauses.flatMap((entry) => {
      const scenarios = wanted(entry);
      return scenarios === null ? [] : [{ entry, scenarios }];
    });
    if (inMember.length === 0) continue;
    count += inMember.length;
    const own = new Set(inMember.flatMap(({ scenarios }) => scenarios.map(({ number }) => number)));
    for (const number of own) left.add(number);
    const open = !address.shut.includes(member.name);
    rows.push({ kind: 'member', key: `m:${member.name}`, open, member, clauses: inMember.length, scenarios: own.size, ranks: member.ranks });
    if (!open) continue;
    for (const { entry, scenarios } of inMember) {
      const unfolded = isUnfolded(address, entry.clause.id);
      rows.push({ kind: 'clause', key: `c:${entry.number}`, open: unfolded, entry, scenarios: scenarios.length, ranks: entry.ranks });
      if (!unfolded) continue;
      for (const one of scenarios) rows.push({ kind: 'scenario', key: `s:${entry.number}:${one.number}`, open: false, of: entry, entry: one, ranks: one.ranks });
    }
  }
  return { rows, columns, clauses: count, scenarios: left.size };
}

export const isUnfolded = ({ all, open, shut }: Address, clause: string): boolean => open.includes(clause) || (all && !shut.includes(clause));

/** The same rows with one of them folded or unfolded. */
export function folded(address: Address, row: Row, open: boolean): Address {
  const without = (list: readonly string[], name: string): readonly string[] => list.filter((one) => one !== name);
  const name = row.kind === 'member' ? row.member.name : row.kind === 'clause' ? row.entry.clause.id : '';
  if (row.kind === 'scenario') return address;
  if (row.kind === 'member') return { ...address, shut: open ? without(address.shut, name) : [...without(address.shut, name), name] };
  if (address.all) return { ...address, open: without(address.open, name), shut: open ? without(address.shut, name) : [...without(address.shut, name), name] };
  return { ...address, open: open ? [...without(address.open, name), name] : without(address.open, name) };
}

/** A name that is no longer there selects nothing by itself; where none is left, all are shown. */
export function columnsOf({ data }: Index, { implementations }: Address): readonly number[] {
  const all = data.implementations.map((_, number) => number);
  const chosen = all.filter((number) => implementations.includes(data.implementations[number]?.name ?? ''));
  return chosen.length === 0 ? all : chosen;
}

/** The scenarios of a clause that the filters leave, or null where they leave nothing of it. */
function wantedBy({ data }: Index, address: Address, columns: readonly number[]): (entry: ClauseEntry) => readonly ScenarioEntry[] | null {
  const words = address.text.toLowerCase().split(/\s+/u).filter((word) => word !== '');
  const ranks = new Set(address.marks.flatMap((mark) => byRank.flatMap((known, rank) => (known === mark ? [rank] : []))));
  const narrow = ranks.size > 0 || address.differing;
  const isAlike = ({ number, ranks: own }: ScenarioEntry): boolean => {
    const [first = 0] = columns;
    const variant = outcomeAt(data, first, number)?.variant;
    return columns.every((column) => own[column] === own[first] && outcomeAt(data, column, number)?.variant === variant);
  };
  return (entry) => {
    const { clause } = entry;
    if (address.levels.length > 0 && !address.levels.includes(clause.level)) return null;
    if (address.classes.length > 0 && !address.classes.includes(clause.class)) return null;
    const scenarios = entry.scenarios.filter((one) =>
      (ranks.size === 0 || columns.some((column) => ranks.has(one.ranks[column] ?? -1)))
      && (!address.differing || !isAlike(one))
      && words.every((word) => entry.words.includes(word) || one.words.includes(word)));
    if (scenarios.length > 0) return scenarios;
    return !narrow && words.every((word) => entry.words.includes(word)) && entry.scenarios.length === 0 ? [] : null;
  };
}
