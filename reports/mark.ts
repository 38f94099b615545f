// The only place for the marks that stand for verdicts. Only a pass is green.

import type { Cell } from '../conformance/overview.ts';
import type { Paint } from './paint.ts';

/** In the order in which a count names them. */
export const markNames = ['pass', 'fail', 'broken', 'warning', 'differs', 'unsupported', 'not owed', 'not run'] as const;
export type Mark = (typeof markNames)[number];

interface Look {
  readonly sign: string;
  readonly colour: keyof Paint;
  /** How a reader calls it in a count: `3 failed`. */
  readonly counted: string;
  readonly meaning: string;
}

export const marks: Readonly<Record<Mark, Look>> = {
  pass: { sign: '✔', colour: 'good', counted: 'passed', meaning: 'passes' },
  fail: { sign: '✘', colour: 'bad', counted: 'failed', meaning: 'fails' },
  broken: { sign: '!', colour: 'bad', counted: 'broken', meaning: 'the adapter or the harness failed' },
  warning: { sign: '▲', colour: 'warning', counted: 'warned of', meaning: 'a should that does not hold' },
  differs: { sign: '≠', colour: 'note', counted: 'differ', meaning: 'differs where the document is silent or contested' },
  unsupported: { sign: '○', colour: 'faint', counted: 'unsupported', meaning: 'lacks a capability' },
  'not owed': { sign: '–', colour: 'faint', counted: 'not owed', meaning: 'not owed by its target' },
  'not run': { sign: '·', colour: 'faint', counted: 'not run', meaning: 'not run' },
};

export function markOf({ kind, weight }: Pick<Cell, 'kind' | 'weight'>): Mark {
  switch (weight) {
    case 'green':
      return 'pass';
    case 'red':
      return 'fail';
    case 'warning':
      return 'warning';
    case 'information':
      return 'differs';
    case 'broken':
      return 'broken';
    case 'grey':
      return kind === 'unsupported' ? 'unsupported' : kind === 'not-applicable' ? 'not owed' : 'not run';
  }
}
