// The only place for the words of conclusions, each with the mark that fits it. Only one that conforms is green.

import type { Mark } from './marks.ts';

export function conclusions(conclusion: string): readonly [Mark, string] {
  switch (conclusion) {
    case 'conforms':
      return ['pass', 'conforms'];
    case 'does not conform':
      return ['fail', 'does not conform'];
    case 'failed':
      return ['broken', 'adapter or harness failed'];
    case 'specification wrong':
      return ['broken', 'the specification is wrong'];
    case 'cut short':
      return ['not run', 'cut short'];
    default:
      return ['unsupported', 'nothing could be judged'];
  }
}
