// The only place that prints the last word on each implementation.

import type { Conclusion } from '../conformance/conclusion.ts';
import type { ImplementationOverview } from '../conformance/overview.ts';
import type { Page } from './page.ts';
import type { Paint } from './paint.ts';
import { lengthOf, table } from './table.ts';
import { brief, longestName } from './visible.ts';
import { wrap } from './wrap.ts';

const left = { align: 'left' } as const;

export function conclusions({ overview, paint, width }: Page): readonly string[] {
  const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(lengthOf));
  const taken = longest(overview.implementations.map(({ name }) => brief(name, longestName))) + longest(overview.implementations.map(({ conclusion }) => words[conclusion].text));
  const rows = overview.implementations.flatMap((implementation) => {
    const [first = '', ...more] = wrap(numbers(implementation), Math.max(24, width - taken - 6));
    return [
      [
        { text: brief(implementation.name, longestName), colour: paint.strong },
        { text: words[implementation.conclusion].text, colour: paint[words[implementation.conclusion].colour] },
        { text: first },
      ],
      ...more.map((text) => [{ text: '' }, { text: '' }, { text }]),
    ];
  });
  return table(rows, [left, left, left]).map((line) => `  ${line}`);
}

const words: Readonly<Record<Conclusion, { readonly text: string; readonly colour: keyof Paint }>> = {
  conforms: { text: 'conforms', colour: 'good' },
  'does not conform': { text: 'does not conform', colour: 'bad' },
  failed: { text: 'adapter or harness failed', colour: 'bad' },
  'not judged': { text: 'nothing could be judged', colour: 'warning' },
  'specification wrong': { text: 'the specification is wrong', colour: 'bad' },
  'cut short': { text: 'cut short', colour: 'warning' },
};

/** Every number that is not zero; together they are all that were selected. */
function numbers({ totals: { verdicts, weights, flaky } }: ImplementationOverview): string {
  const parts: readonly (readonly [number, string])[] = [
    [verdicts.pass, 'passed'],
    [weights.red - verdicts.hang - verdicts.crash - verdicts.budget, 'failed'],
    [verdicts.hang, 'hung'],
    [verdicts.crash, 'crashed'],
    [verdicts.budget, 'never ended'],
    [weights.warning, 'warned of'],
    [weights.information, 'differ'],
    [verdicts['protocol-error'], 'protocol errors'],
    [verdicts['adapter-error'], 'adapter errors'],
    [verdicts.unsupported, 'unsupported'],
    [verdicts['not-applicable'], 'not owed'],
    [verdicts['not-run'], 'not run'],
  ];
  const text = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`).join(', ');
  return flaky === 0 ? text : `${text} (${flaky} flaky)`;
}
