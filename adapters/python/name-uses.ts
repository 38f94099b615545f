// The only place that finds where a body binds and mentions its names.

import type { Expression, Step } from '../../conformance/program.ts';

/** The steps that stand directly in a step, block by block. */
function blocks(step: Step): readonly (readonly Step[])[] {
  switch (step.kind) {
    case 'repeat':
    case 'async for':
    case 'async with':
      return [step.steps];
    case 'try':
      return [step.steps, ...step.handlers.map((handler) => handler.steps), step.otherwise, step.finally];
    default:
      return [];
  }
}

/** All names that these steps bind. */
export function boundNames(steps: readonly Step[], names = new Set<string>()): Set<string> {
  for (const step of steps) {
    if ('as' in step && step.as !== null) names.add(step.as);
    if (step.kind === 'try') for (const handler of step.handlers) if (handler.as !== null) names.add(handler.as);
    for (const block of blocks(step)) boundNames(block, names);
  }
  return names;
}

/** How often a name is read in these steps. */
export function countUses(steps: readonly Step[], name: string): number {
  let uses = 0;
  for (const step of steps) {
    for (const expression of expressions(step)) uses += usesIn(expression, name);
    for (const block of blocks(step)) uses += countUses(block, name);
  }
  return uses;
}

function expressions(step: Step): readonly Expression[] {
  switch (step.kind) {
    case 'call':
    case 'check':
    case 'await':
      return [step.expression];
    case 'return':
    case 'yield':
      return step.value === null ? [] : [step.value];
    case 'raise':
      return [step.error, step.cause].filter((expression) => expression !== null);
    case 'async for':
      return [step.iterable];
    case 'async with':
      return [step.manager];
    case 'log':
    case 'cycle':
    case 'repeat':
    case 'try':
      return [];
  }
}

function usesIn(expression: Expression, name: string): number {
  switch (expression.kind) {
    case 'variable':
      return expression.name === name ? 1 : 0;
    case 'list':
      return expression.items.reduce((sum, item) => sum + usesIn(item, name), 0);
    case 'attribute':
      return usesIn(expression.of, name);
    case 'call': {
      const parts = [expression.callee, ...expression.positional, ...expression.keywords.map((keyword) => keyword.value)];
      return parts.reduce((sum, part) => sum + usesIn(part, name), 0);
    }
    default:
      return 0;
  }
}
