// The only place that says how much of the document was judged on an implementation, class by class: who claims little has little judged.

import { type Class, classes } from './spec.ts';
import type { VerdictKind, Weight } from './verdict.ts';

/** What of a row of the overview it takes. */
export interface ClassRow {
  readonly class: Class;
  readonly cells: readonly { readonly kind: VerdictKind; readonly weight: Weight }[];
}

export interface ClassJudged {
  readonly class: Class;
  /** Scenarios selected, without those that its target does not owe. */
  readonly owed: number;
  /** Of these, those that came to a verdict on the implementation: neither unsupported, nor broken, nor left out. */
  readonly judged: number;
  /** Of these, those that passed. */
  readonly passed: number;
}

/** Of the implementation with that index, each class that has scenarios. */
export function judgedByClass(rows: readonly ClassRow[], index: number): readonly ClassJudged[] {
  return classes.map((name) => {
    const cells = rows.filter((row) => row.class === name).flatMap((row) => row.cells[index] ?? []).filter(({ kind }) => kind !== 'not-applicable');
    const judged = cells.filter(({ weight }) => weight !== 'grey' && weight !== 'broken');
    return { class: name, owed: cells.length, judged: judged.length, passed: judged.filter(({ weight }) => weight === 'green').length };
  }).filter(({ owed }) => owed > 0);
}

/** All classes together. */
export function judgedInAll(all: readonly ClassJudged[]): Omit<ClassJudged, 'class'> {
  const sum = (of: (one: ClassJudged) => number): number => all.reduce((total, one) => total + of(one), 0);
  return { owed: sum((one) => one.owed), judged: sum((one) => one.judged), passed: sum((one) => one.passed) };
}

/** A share that never looks better than it is: all is 100 %, and nothing else. */
export const percent = ({ owed, judged }: Pick<ClassJudged, 'owed' | 'judged'>): string => `${owed === 0 ? 0 : Math.floor((100 * judged) / owed)} %`;
