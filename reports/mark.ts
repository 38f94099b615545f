// The only place for the marks that stand for verdicts. Only a pass is green.

import type { Cell } from '../conformance/overview.ts';
import type { Paint } from './paint.ts';

export type Mark = 'pass' | 'fail' | 'warning' | 'differs' | 'broken' | 'unsupported' | 'not owed' | 'not run';

interface Look {
  readonly sign: string;
  readonly colour: keyof Paint;
  readonly meaning: string;
}

/** In the order in which a count names them. */
export const marks: Readonly<Record<Mark, Look>> = {
  pass: { sign: '✔', colour: 'good', meaning: 'passes' },
  fail: { sign: '✘', colour: 'bad', meaning: 'fails' },
  broken: { sign: '!', colour: 'bad', meaning: 'the adapter or the harness failed' },
  warning: { sign: '▲', colour: 'warning', meaning: 'a should that does not hold' },
  differs: { sign: '≠', colour: 'note', meaning: 'differs where the document is silent or contested' },
  unsupported: { sign: '○', colour: 'faint', meaning: 'lacks a capability' },
  'not owed': { sign: '–', colour: 'faint', meaning: 'not owed by its target' },
  'not run': { sign: '·', colour: 'faint', meaning: 'not run' },
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
