// The only place that tells which programs can be run on a loop that nobody can wait for.

import type { Capability } from '../../conformance/capabilities.ts';
import type { Expression, Program, Step } from '../../conformance/program.ts';

/**
 * `loop-control` for a program whose drive does anything once a loop has run: WebLoop's run_until_complete() answers at once,
 * with a task that JavaScript will run. What stands before it, and itself as the last thing to do, need no waiting.
 */
export function lackingOnWebLoop({ drive }: Program): Capability | null {
  const works = drive.slice(0, -1).some(runsALoop);
  const last = drive.at(-1);
  if (works || (last !== undefined && runsALoop(last) && !isBareRun(last))) return 'loop-control';
  return null;
}

function isBareRun(step: Step): boolean {
  return step.kind === 'call' && step.as === null && step.expression.kind === 'call' && isRunUntilComplete(step.expression.callee)
    && !step.expression.positional.some(asksForARun);
}

const isRunUntilComplete = (callee: Expression): boolean => callee.kind === 'attribute' && callee.name === 'run_until_complete';

function runsALoop(step: Step): boolean {
  switch (step.kind) {
    case 'call':
    case 'check':
    case 'await':
      return asksForARun(step.expression);
    case 'cycle':
      return true;
    case 'repeat':
      return step.steps.some(runsALoop);
    case 'try':
      return [...step.steps, ...step.handlers.flatMap(({ steps }) => steps), ...step.otherwise, ...step.finally].some(runsALoop);
    default:
      return false;
  }
}

function asksForARun(expression: Expression): boolean {
  switch (expression.kind) {
    case 'word':
      return expression.name === 'run';
    case 'attribute':
      return isRunUntilComplete(expression) || expression.name === 'run_forever' || asksForARun(expression.of);
    case 'list':
      return expression.items.some(asksForARun);
    case 'call':
      return asksForARun(expression.callee) || expression.positional.some(asksForARun) || expression.keywords.some(({ value }) => asksForARun(value));
    default:
      return false;
  }
}
