// The only place that reads a scenario file, and splits it into the Program that leaves and the Expectation that stays.

import type { Expectation, StepExpectation } from '../expectation.ts';
import type { Body, Program, Step } from '../program.ts';
import type { Clause, Scenario, StepPlace } from '../spec.ts';
import { checkSchema } from './check-schema.ts';
import { deriveCapabilities } from './derive-capabilities.ts';
import { digest } from './digest.ts';
import { Mistakes, type Mistake } from './mistake.ts';
import { nearest } from './nearest.ts';
import { readOutline, type BodyOutline, type Outline } from './outline.ts';
import { readText } from './read-file.ts';
import { readOrder } from './read-order.ts';
import { expectsText, mayRaise, readOutcomes } from './read-outcomes.ts';
import { readSteps, type Reading } from './read-steps.ts';
import { Mentions } from './resolve.ts';
import { entry, parseTree, type Tree } from './yaml-tree.ts';

export interface LoadedScenario {
  /** Null where the file has mistakes. */
  readonly scenario: Scenario | null;
  readonly mistakes: readonly Mistake[];
}

export interface ScenarioFile {
  readonly path: string;
  /** The name that messages give. */
  readonly file: string;
  readonly id: string;
}

/** Reads one scenario. `clauses` null accepts any clause id, for a draft. */
export function loadScenario(source: ScenarioFile, clauses: ReadonlyMap<string, Clause> | null): LoadedScenario {
  const read = readText(source.path, source.file);
  if (read.kind === 'mistake') return { scenario: null, mistakes: read.mistakes };
  const mistakes = new Mistakes(source.file, read.text);
  const root = parseTree(read.text, mistakes);
  if (root === null || !checkSchema('scenario', root, mistakes)) return { scenario: null, mistakes: mistakes.found };

  const outline = readOutline(root, mistakes);
  const { program, places, reading } = readProgram(outline, root, mistakes);
  const ids = texts(root, 'clauses');
  const [primary = ''] = ids;
  const patternScope = { outline, mentions: reading.scope.mentions, awaits: reading.awaits, mistakes };
  const named = new Set<string>([primary]);
  const steps = reading.pending.map((pending): StepExpectation => {
    const clauseTree = entry(pending.tree, 'clause')?.value;
    const clause = clauseTree?.kind === 'scalar' ? String(clauseTree.value) : primary;
    named.add(clause);
    if (!ids.includes(clause) && clauseTree !== undefined) {
      mistakes.add('unknown-clause', clauseTree.at, `'${clause}' is not among the scenario's clauses`, 'Add it under `clauses`.');
    }
    return { step: pending.step, clause, outcomes: readOutcomes(pending, patternScope) };
  });
  const order = readOrder(root, reading.pending, patternScope);
  const expectation: Expectation = { clause: primary, variants: outline.variants, steps, order };
  checkClauses(root, named, clauses, mistakes);
  const shared = checkNames(outline, reading.scope.mentions, mistakes);
  if (mistakes.found.length > 0) return { scenario: null, mistakes: mistakes.found };

  const whole: Program = { ...program, shared, texts: [...reading.scope.mentions.texts.keys()].sort() };
  const isPythonOnly = clauses?.get(primary)?.class === 'python-syntax';
  const scenario: Scenario = {
    id: source.id, file: source.file,
    digest: digest({ program: whole, expectation, clauses: ids }),
    title: texts(root, 'title')[0] ?? '',
    clauses: [primary, ...ids.slice(1)],
    prerequisites: texts(root, 'prerequisites'),
    capabilities: deriveCapabilities(whole, expectation, isPythonOnly),
    program: whole, expectation, places,
  };
  return { scenario, mistakes: [] };
}

/** A scalar, or the scalars of a list, as texts. */
function texts(root: Tree, key: string): readonly string[] {
  const tree = entry(root, key)?.value;
  const items = tree?.kind === 'list' ? tree.items : tree === undefined ? [] : [tree];
  return items.map((item) => (item.kind === 'scalar' ? String(item.value) : ''));
}

interface ReadProgram {
  readonly program: Omit<Program, 'shared' | 'texts'>;
  readonly places: readonly StepPlace[];
  readonly reading: Pick<Reading, 'scope' | 'pending' | 'awaits'>;
}

function readProgram(outline: Outline, root: Tree, mistakes: Mistakes): ReadProgram {
  const mentions = new Mentions();
  const drive: BodyOutline = { name: 'drive', at: root.at, parameters: [], where: 'drive', steps: root, binds: new Map() };
  const shared = {
    places: [], pending: [], awaits: [], managers: new Set<string>(), generators: new Set<string>(),
    catches: mayRaise, expects: expectsText,
  } satisfies Omit<Reading, 'scope'>;
  const reading = (body: BodyOutline): Reading => ({ ...shared, scope: { outline, body, mentions, mistakes } });
  const read = outline.bodies.map((body) => ({ body, steps: readSteps(body.steps, reading(body)) }));

  const written = read.find(({ body }) => body.where === 'drive');
  const driveSteps = written?.steps ?? defaultDrive(outline, shared.places, mentions, mistakes);
  const bodies = read.filter(({ body }) => body.where !== 'drive').map(({ body, steps }): Body => ({
    kind: kindOf(body, shared.managers, shared.generators, steps, mistakes),
    name: body.name, parameters: body.parameters, steps,
  }));
  for (const body of outline.bodies) {
    if (body.where !== 'drive' && !mentions.startedBodies.has(body.name)) {
      mistakes.add('body-not-started', body.at, `nothing starts '${body.name}'`, 'Call it from a step, or remove it.');
    }
  }
  return {
    program: { exceptions: outline.exceptions, variables: outline.variables, futures: outline.futures, bodies, drive: driveSteps },
    places: shared.places,
    reading: { ...shared, scope: { outline, body: drive, mentions, mistakes } },
  };
}

/** `main` is the short form of a drive that runs it until it is done. */
function defaultDrive(outline: Outline, places: StepPlace[], mentions: Mentions, mistakes: Mistakes): readonly Step[] {
  const main = outline.bodies.find((body) => body.name === 'main');
  if (main?.where !== 'coroutine' || main.parameters.length > 0) {
    mistakes.add('no-main', main?.at ?? { line: 1, column: 1 }, 'there is neither a drive nor a coroutine `main` without parameters',
      'Write `main:` under `coroutines`, or a `drive`.');
    return [];
  }
  mentions.startedBodies.add('main');
  const id = places.length + 1;
  places.push({
    id, line: main.at.line, column: main.at.column, body: 'drive', text: 'call: loop.run_until_complete(main())', expects: null,
  });
  const started = { kind: 'call', callee: { kind: 'body', name: 'main' }, positional: [], keywords: [] } as const;
  const run = { kind: 'attribute', of: { kind: 'word', name: 'loop' }, name: 'run_until_complete' } as const;
  return [{ kind: 'call', id, expression: { kind: 'call', callee: run, positional: [started], keywords: [] }, as: null }];
}

function kindOf(
  body: BodyOutline, managers: ReadonlySet<string>, generators: ReadonlySet<string>, steps: readonly Step[], mistakes: Mistakes,
): Body['kind'] {
  if (body.where === 'callback') return 'callback';
  if (!generators.has(body.name)) {
    if (managers.has(body.name)) {
      mistakes.add('misplaced-verb', body.at, `'${body.name}' is entered by an async with, but has no yield`, 'Give it one yield.');
    }
    return 'coroutine';
  }
  if (returnsValue(steps)) {
    mistakes.add('misplaced-verb', body.at, `'${body.name}' has a yield, so it can return no value`, 'Write `return` alone.');
  }
  return managers.has(body.name) ? 'manager' : 'generator';
}

function returnsValue(steps: readonly Step[]): boolean {
  return steps.some((step) => {
    switch (step.kind) {
      case 'return':
        return step.value !== null;
      case 'repeat':
      case 'async for':
      case 'async with':
        return returnsValue(step.steps);
      case 'try':
        return [step.steps, step.otherwise, step.finally, ...step.handlers.map((handler) => handler.steps)].some(returnsValue);
      default:
        return false;
    }
  });
}

function checkClauses(
  root: Tree, named: ReadonlySet<string>, clauses: ReadonlyMap<string, Clause> | null, mistakes: Mistakes,
): void {
  const list = entry(root, 'clauses')?.value;
  for (const item of list?.kind === 'list' ? list.items : []) {
    const id = item.kind === 'scalar' ? String(item.value) : '';
    if (clauses !== null && !clauses.has(id)) {
      const meant = nearest(id, clauses.keys());
      mistakes.add('unknown-clause', item.at, `there is no clause '${id}'`,
        meant === undefined ? 'Write it in spec/clauses first.' : `Did you mean '${meant}'?`);
    } else if (!named.has(id)) {
      mistakes.add('unused-clause', item.at, `no step names '${id}'`, 'Add `clause:` to the step that tests it, or remove it here.');
    }
  }
}

/** Which names are one for the whole scenario; two bodies may bind a name only if nobody else mentions it. */
function checkNames(outline: Outline, mentions: Mentions, mistakes: Mistakes): readonly string[] {
  const shared = new Set<string>([...outline.variables, ...outline.futures]);
  for (const body of outline.bodies) {
    for (const [name, at] of body.binds) {
      const others = outline.bodies.filter((other) => other !== body && other.binds.has(name));
      const outside = outline.bodies.some((other) => !other.binds.has(name) && mentions.isMentionedBy(name, other.name));
      if (others.length === 0) {
        if (mentions.isMentionedOutside(name, body.name)) shared.add(name);
      } else if (outside || mentions.isMentionedBy(name, '')) {
        mistakes.add('name-clash', at, `'${name}' is bound by ${[body, ...others].map((other) => other.name).join(' and ')}, and mentioned elsewhere`,
          'Give each its own name.');
      }
    }
  }
  for (const body of outline.bodies) {
    for (const parameter of body.parameters) {
      if (shared.has(parameter)) {
        mistakes.add('name-clash', body.at, `the parameter '${parameter}' is also a name of the whole scenario`, 'Rename one.');
      }
    }
  }
  for (const [text, at] of mentions.texts) {
    if (outline.isBound(text) || outline.isBody(text) || outline.isException(text)) {
      mistakes.add('text-is-name', at, `the text '${text}' is also a name of the scenario`, 'Choose another text.');
    }
  }
  return [...shared].sort();
}
