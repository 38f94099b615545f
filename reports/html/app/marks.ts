// The only place for what the page makes of the marks of all reports: more words, one mark more, and which is worse.

import { marks } from '../../mark.ts';
import type { Mark as Told } from '../../mark.ts';

/** `elsewhere`: it went wrong, and against another clause than the one that is looked at. */
export type Mark = Told | 'elsewhere';

interface Look {
  readonly sign: string;
  /** In a count: `3 failed`. */
  readonly counted: string;
  readonly meaning: string;
}

/** Behind a sign that some systems draw as a picture: as text, please. */
const asText = '\ufe0e';

/** What every report says of a mark, or, where there is room for more, that. */
const look = (mark: Told, meaning = marks[mark].meaning): Look => ({ sign: /[✔✘]/u.test(marks[mark].sign) ? `${marks[mark].sign}${asText}` : marks[mark].sign, counted: marks[mark].counted, meaning });

export const looks: Readonly<Record<Mark, Look>> = {
  pass: look('pass'),
  fail: look('fail', 'fails against the document'),
  broken: look('broken'),
  warning: look('warning', 'a “should” that does not hold'),
  differs: look('differs'),
  unsupported: look('unsupported', 'lacks a capability that the scenario needs'),
  'not owed': look('not owed', 'not owed by the Python version that it sets out to be'),
  'not run': look('not run'),
  elsewhere: { sign: `↗${asText}`, counted: 'elsewhere', meaning: 'went wrong against another clause, so this one was not reached' },
};

/** From good to bad; what was not judged is never better than what was judged and passed. */
export const byRank: readonly Mark[] = ['pass', 'not owed', 'unsupported', 'elsewhere', 'not run', 'differs', 'warning', 'broken', 'fail'];
const ranks = new Map(byRank.map((mark, rank) => [mark, rank]));

export const rankOf = (mark: Mark): number => ranks.get(mark) ?? 0;
export const markAt = (rank: number): Mark => byRank[rank] ?? 'not run';
