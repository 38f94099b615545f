// The only place for what the page makes of verdicts: their signs, their words, and which is worse.

import { explorerMarks } from '../explorer-data.ts';
import type { ExplorerMark } from '../explorer-data.ts';

/** `elsewhere`: it went wrong, and against another clause than the one that is looked at. */
export type Mark = ExplorerMark | 'elsewhere';

interface Look {
  readonly sign: string;
  /** In a count: `3 failed`. */
  readonly counted: string;
  readonly meaning: string;
}

/** The signs are those of every other report. */
export const looks: Readonly<Record<Mark, Look>> = {
  pass: { sign: '✔\ufe0e', counted: 'passed', meaning: 'passes' },
  fail: { sign: '✘\ufe0e', counted: 'failed', meaning: 'fails against the document' },
  broken: { sign: '!', counted: 'broken', meaning: 'the adapter or the harness failed' },
  warning: { sign: '▲', counted: 'warned of', meaning: 'a “should” that does not hold' },
  differs: { sign: '≠', counted: 'differ', meaning: 'differs where the document is silent or contested' },
  unsupported: { sign: '○', counted: 'unsupported', meaning: 'lacks a capability that the scenario needs' },
  'not owed': { sign: '–', counted: 'not owed', meaning: 'not owed by the Python version that it sets out to be' },
  'not run': { sign: '·', counted: 'not run', meaning: 'not run' },
  elsewhere: { sign: '↗\ufe0e', counted: 'elsewhere', meaning: 'went wrong against another clause, so this one was not reached' },
};

/** From good to bad; what was not judged is never better than what was judged and passed. */
export const byRank: readonly Mark[] = ['pass', 'not owed', 'unsupported', 'elsewhere', 'not run', 'differs', 'warning', 'broken', 'fail'];
const ranks = new Map(byRank.map((mark, rank) => [mark, rank]));

export const rankOf = (mark: Mark): number => ranks.get(mark) ?? 0;
export const markAt = (rank: number): Mark => byRank[rank] ?? 'not run';

export { explorerMarks };
