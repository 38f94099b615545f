// The only place that says in words how many mutants were noticed, and on what grounds.

import type { Fate, MutantRecord } from './mutant-record.ts';
import { type Survivor, survivorClasses } from './survivors.ts';

const words: Readonly<Record<Fate, string>> = {
  must: 'noticed by a check that the document demands',
  should: 'noticed by a should alone',
  endless: 'noticed as endless alone: beyond the budget of loop steps or of reaching the mutant',
  observed: 'noticed only where the document is silent or contested',
  broken: 'noticed only as broken: the adapter could make nothing of it, so nothing passes',
  'timed-out': 'timed out: the process had to be killed',
  survived: 'survived',
  'no-coverage': 'reached by no scenario',
  ignored: 'not tried: the text of an error',
};

export function scoreLines({ totals, mutants }: MutantRecord, survivors: readonly Survivor[], milliseconds: number): readonly string[] {
  const tried = mutants.length - totals.ignored;
  const missed = totals.survived + totals['no-coverage'];
  const order: readonly Fate[] = ['must', 'should', 'endless', 'observed', 'broken', 'timed-out', 'survived', 'no-coverage', 'ignored'];
  return [
    `${tried - missed} of ${tried} mutants noticed (${percent(tried - missed, tried)}), ${Math.round(milliseconds / 1000)} s`,
    ...order.filter((fate) => totals[fate] > 0).map((fate) => `${String(totals[fate]).padStart(5)}  ${words[fate]}`),
    ...survivorClasses.flatMap((name) => {
      const count = survivors.filter((survivor) => survivor.class === name).length;
      return count === 0 ? [] : [`${String(count).padStart(5)}  survivors listed as ${name}`];
    }),
  ];
}

/** Rounded down, so that only all of them are 100 %. */
function percent(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
}
