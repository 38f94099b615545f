// The only place that decides which scenarios a call is about.

import { inShard } from './shard.ts';
import type { Shard } from './shard.ts';
import { classes, members } from './spec.ts';
import type { Scenario, Spec } from './spec.ts';

/** What was asked for. Within a list any may fit, the lists together must all fit, an empty list asks nothing. */
export interface Selection {
  /** Patterns on scenario ids: `cancel/*`, `**` + `/deny*`, or a part of the id. */
  readonly patterns: readonly string[];
  /** Clause ids or patterns on them; a scenario is meant if any of its checks names such a clause. */
  readonly clauses: readonly string[];
  /** Members and classes of the primary clause. */
  readonly members: readonly string[];
  readonly classes: readonly string[];
  /** Exact scenario ids, of a former run; null asks nothing. */
  readonly only: readonly string[] | null;
  /** One machine's part of all this; null is all of it. */
  readonly shard: Shard | null;
}

export const everything: Selection = { patterns: [], clauses: [], members: [], classes: [], only: null, shard: null };

export type Selected =
  | { readonly kind: 'scenarios'; readonly scenarios: readonly Scenario[] }
  | { readonly kind: 'nothing' }
  /** A name that the specification does not have; `known` are those that it has. */
  | {
      readonly kind: 'unknown';
      readonly what: 'clause' | 'member' | 'class';
      readonly name: string;
      readonly known: readonly string[];
    };

/** The scenarios that a selection names, in the specification's order. Nothing selected is never a success, but a shard may be empty. */
export function select(spec: Spec, selection: Selection): Selected {
  const unknown = unknownName(spec, selection);
  if (unknown !== null) return unknown;
  const primaries = new Map(spec.clauses.map((clause) => [clause.id, clause]));
  const patterns = selection.patterns.map((pattern) => scenarioPattern(pattern, spec.scenarios));
  const clauses = selection.clauses.map(glob);
  const only = selection.only === null ? null : new Set(selection.only);
  const scenarios = spec.scenarios.filter((scenario) => {
    const primary = primaries.get(scenario.clauses[0]);
    return (
      (only === null || only.has(scenario.id)) &&
      (patterns.length === 0 || patterns.some((fits) => fits(scenario.id))) &&
      (clauses.length === 0 || clauseIds(scenario).some((id) => clauses.some((fits) => fits.test(id)))) &&
      (selection.members.length === 0 || selection.members.some((member) => member === primary?.member)) &&
      (selection.classes.length === 0 || selection.classes.some((name) => name === primary?.class))
    );
  });
  if (scenarios.length === 0) return { kind: 'nothing' };
  const { shard } = selection;
  return { kind: 'scenarios', scenarios: shard === null ? scenarios : scenarios.filter(({ id }) => inShard(id, shard)) };
}

/** A name of a selection that the specification does not have, or null. */
export function unknownName(spec: Spec, selection: Selection): Extract<Selected, { kind: 'unknown' }> | null {
  const ids = spec.clauses.map((clause) => clause.id);
  const lists = [
    ['member', selection.members, members, (name: string) => members.some((member) => member === name)],
    ['class', selection.classes, classes, (name: string) => classes.some((known) => known === name)],
    ['clause', selection.clauses, ids, (name: string) => ids.some((id) => glob(name).test(id))],
  ] as const;
  for (const [what, names, known, exists] of lists) {
    const name = names.find((candidate) => !exists(candidate));
    if (name !== undefined) return { kind: 'unknown', what, name, known };
  }
  return null;
}

function clauseIds(scenario: Scenario): readonly string[] {
  return [...scenario.clauses, ...scenario.expectation.steps.map((step) => step.clause)];
}

/** A pattern without wildcards is a whole id if there is such a scenario, else any part of one. File names do as well. */
function scenarioPattern(pattern: string, scenarios: readonly Scenario[]): (id: string) => boolean {
  const plain = pattern.replace(/^(?:.*\/)?scenarios\//, '').replace(/\.ya?ml$/, '');
  if (/[*?]/.test(plain)) {
    const expression = glob(plain);
    return (id) => expression.test(id);
  }
  if (scenarios.some((scenario) => scenario.id === plain)) return (id) => id === plain;
  return (id) => id.includes(plain);
}

/** `**` is anything, `*` anything but a slash, `?` one character; the rest is meant literally. */
export function glob(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/?|[*?]|[\\^$.+()[\]{}|]/g, (part) => {
    if (part.startsWith('**')) return '.*';
    if (part === '*') return '[^/]*';
    return part === '?' ? '[^/]' : `\\${part}`;
  });
  return new RegExp(`^${source}$`, 'u');
}
