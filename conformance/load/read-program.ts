// The only place that puts a Program together from the bodies of a file.

import type { Body, Program, Step } from '../program.ts';
import type { StepPlace } from '../spec.ts';
import type { Mistakes, Place } from './mistake.ts';
import type { BodyOutline, Outline } from './outline.ts';
import { expectsText, mayRaise } from './read-outcomes.ts';
import { readSteps, type AwaitPlace, type Pending, type Reading } from './read-steps.ts';
import { Mentions } from './resolve.ts';
import type { Tree } from './yaml-tree.ts';

/** A Program but for its names, and what its Expectation is read from. */
export interface ReadProgram {
  readonly program: Omit<Program, 'shared' | 'texts'>;
  readonly places: readonly StepPlace[];
  readonly pending: readonly Pending[];
  readonly awaits: readonly AwaitPlace[];
  readonly mentions: Mentions;
}

export function readProgram(outline: Outline, root: Tree, mistakes: Mistakes): ReadProgram {
  const mentions = new Mentions();
  const places: StepPlace[] = [];
  const pending: Pending[] = [];
  const awaits: AwaitPlace[] = [];
  const managers = new Map<string, Place>();
  const generators = new Set<string>();
  const reading = (body: BodyOutline): Reading => ({
    scope: { outline, body, mentions, mistakes }, places, pending, awaits, managers, generators, catches: mayRaise, expects: expectsText,
  });
  const read = outline.bodies.map((body) => ({ body, steps: readSteps(body.steps, reading(body)) }));
  const drive = read.find(({ body }) => body.where === 'drive')?.steps ?? defaultDrive(outline, root, places, mentions, mistakes);
  const functions = read.filter(({ body }) => body.where !== 'drive');
  const bodies = functions.map(({ body, steps }): Body => ({
    kind: kindOf(body, managers.has(body.name), generators.has(body.name)), name: body.name, parameters: body.parameters, steps,
  }));
  for (const { body, steps } of functions) checkYields(body, steps, managers.get(body.name), generators, mistakes);
  const { started } = mentions;
  for (const { body } of functions) {
    if (drive !== null && !started.has(body.name)) {
      mistakes.add('body-not-started', body.at, `nothing starts '${body.name}'`, 'Call it from a step that is reached, or remove it.');
    }
  }
  const { exceptions, variables, futures } = outline;
  return { program: { exceptions, variables, futures, bodies, drive: drive ?? [] }, places, pending, awaits, mentions };
}

/** `main` is the short form of a drive that runs it until it is done; null where there is no such `main` either. */
function defaultDrive(
  outline: Outline, root: Tree, places: StepPlace[], mentions: Mentions, mistakes: Mistakes,
): readonly Step[] | null {
  const main = outline.bodies.find((body) => body.name === 'main');
  if (main?.where !== 'coroutine' || main.parameters.length > 0) {
    mistakes.add('no-main', main?.at ?? root.at, 'there is neither a drive nor a coroutine `main` without parameters',
      'Write `main:` under `coroutines`, or a `drive`.');
    return null;
  }
  mentions.start('main', 'drive');
  const id = places.length + 1;
  places.push({
    id, line: main.at.line, column: main.at.column, body: 'drive', text: 'call: loop.run_until_complete(main())', expects: null,
  });
  const started = { kind: 'call', callee: { kind: 'body', name: 'main' }, positional: [], keywords: [] } as const;
  const run = { kind: 'attribute', of: { kind: 'word', name: 'loop' }, name: 'run_until_complete' } as const;
  return [{ kind: 'call', id, expression: { kind: 'call', callee: run, positional: [started], keywords: [] }, as: null }];
}

function kindOf(body: BodyOutline, isManager: boolean, isGenerator: boolean): Body['kind'] {
  if (body.where === 'callback') return 'callback';
  if (!isGenerator) return 'coroutine';
  return isManager ? 'manager' : 'generator';
}

/** What Python itself refuses of a coroutine with a yield, or refuses to enter. `entered` is where an async with names it. */
function checkYields(
  body: BodyOutline, steps: readonly Step[], entered: Place | undefined, generators: ReadonlySet<string>, mistakes: Mistakes,
): void {
  if (generators.has(body.name) && innerSteps(steps).some((step) => step.kind === 'return' && step.value !== null)) {
    mistakes.add('misplaced-verb', body.at, `'${body.name}' has a yield, so it can return no value`, 'Write `return` alone.');
  }
  if (entered !== undefined && innerSteps(steps).filter((step) => step.kind === 'yield').length !== 1) {
    mistakes.add('misplaced-verb', entered, `'${body.name}' is entered here, but does not have exactly one yield`,
      'Give it one, between what entering and what leaving does.');
  }
}

/** Steps at any depth. */
function innerSteps(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => {
    switch (step.kind) {
      case 'repeat':
      case 'async for':
      case 'async with':
        return [step, ...innerSteps(step.steps)];
      case 'try':
        return [step, ...[step.steps, ...step.handlers.map((handler) => handler.steps), step.otherwise, step.finally].flatMap(innerSteps)];
      default:
        return [step];
    }
  });
}
