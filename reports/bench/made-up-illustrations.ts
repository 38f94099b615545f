// The only place for made-up illustrations of a run of any size: texts as long as those of real scenarios, and no two alike.

import type { Spec } from '../../conformance/spec.ts';
import type { Illustration, Illustrations } from '../illustrations.ts';

export function madeUpIllustrations(spec: Spec, page: string): Illustrations {
  return { page, scenarios: new Map(spec.scenarios.map(({ id }, number) => [id, illustrationOf(id, number)])) };
}

function illustrationOf(id: string, number: number): Illustration {
  const steps = Array.from({ length: 12 }, (_, step) => `${(number * 31 + step * 17) % 997}`);
  return {
    yaml: [`title: What ${id} is about`, 'coroutines:', '  main:', ...steps.flatMap((value) => [`    - check: task_${value}.cancelled()`, `      is: ${Number(value) % 2 === 0 ? 'true' : 'false'}`])].join('\n'),
    python: ['import asyncio', '', '', 'async def main():', ...steps.map((value, step) => `    see(${step + 1}, task_${value}.cancelled())`), '', '', 'loop.run_until_complete(main())'].join('\n'),
    reference: {
      observations: [1, 2, 3, 4].map((step) => ({ kind: 'value', step, value: (number + step) % 3 === 0 })), verdict: { kind: 'pass', variant: '' },
      notes: steps.flatMap((value, cycle) => [
        { kind: 'resumed', cycle, task: `task_${value}` } as const, { kind: 'suspended', cycle, task: `task_${value}`, on: `future_${value}` } as const,
      ]),
    },
  };
}
