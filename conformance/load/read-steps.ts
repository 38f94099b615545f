// The only place that turns the steps of a file into the steps of a Program, numbered in the order of the file.

import type { Expression, Handler, Step } from '../program.ts';
import type { StepPlace } from '../spec.ts';
import { checkLine } from './check-line.ts';
import { spell } from './expression.ts';
import type { Place } from './mistake.ts';
import { HANDLER } from './outline.ts';
import { readValue } from './read-value.ts';
import { parseScalar, resolve, type Scope } from './resolve.ts';
import { ALLOWED, describe, EXPECTING, VERBS } from './step-verbs.ts';
import { entry, itemsOf, textOf, type MapTree, type Tree } from './yaml-tree.ts';

/** A step that may carry expectations, kept with its tree until all steps are numbered. */
export interface Pending {
  readonly step: number;
  readonly verb: 'check' | 'await' | 'log' | 'never';
  readonly tree: MapTree;
  readonly label: string | null;
  readonly body: string;
  readonly at: Place;
}

/** An `await` by its expression in one spelling, for frames that say where they stand. */
export interface AwaitPlace {
  readonly body: string;
  readonly spelled: string;
  readonly step: number;
}

/** What grows while all bodies of one scenario are read. */
export interface Reading {
  readonly scope: Scope;
  readonly places: StepPlace[];
  readonly pending: Pending[];
  readonly awaits: AwaitPlace[];
  /** Bodies that an `async with` enters, each with the place of the first. */
  readonly managers: Map<string, Place>;
  readonly generators: Set<string>;
  /** Whether an expectation of this step may say `raises`. */
  readonly catches: (step: MapTree) => boolean;
  /** What a check, an await or a log expects, as its file writes it, or null. */
  readonly expects: (step: MapTree) => string | null;
}

interface Position {
  /** Inside a handler, where a bare raise is meant. */
  readonly handling: boolean;
}

export function readSteps(tree: Tree, reading: Reading, position: Position = { handling: false }): readonly Step[] {
  const steps: Step[] = [];
  let ended: string | null = null;
  for (const item of itemsOf(tree)) {
    if (ended !== null) {
      reading.scope.mistakes.add('unreachable-step', item.at, `nothing is reached after '${ended}'`, 'Remove it, or move it before.');
      ended = null;
    }
    const step = readStep(item, reading, position);
    if (step === null) continue;
    steps.push(step);
    if (step.kind === 'return' || step.kind === 'raise') ended = step.kind;
  }
  return steps;
}

function readStep(item: Tree, reading: Reading, position: Position): Step | null {
  const { scope } = reading;
  if (item.kind === 'list') return null;
  const verb = VERBS.find((known) => (item.kind === 'map' ? entry(item, known) !== undefined : item.value === known));
  if (verb === undefined) return null;
  if (!ALLOWED[scope.body.where].includes(verb)) {
    scope.mistakes.add('misplaced-verb', item.at, `'${verb}' has no place in ${scope.body.where === 'drive' ? 'drive' : `a ${scope.body.where}`}`,
      `There: ${ALLOWED[scope.body.where].join(', ')}.`);
    return null;
  }
  const map: MapTree = item.kind === 'map' ? item : { kind: 'map', at: item.at, entries: [] };
  const id = reading.places.length + 1;
  const value = entry(map, verb)?.value;
  reading.places.push({
    id, line: item.at.line, column: item.at.column, body: scope.body.name, text: describe(verb, value, map),
    expects: verb === 'never' ? 'never reached' : EXPECTING.includes(verb) ? reading.expects(map) : null,
  });
  const asTree = entry(map, 'as')?.value;
  const as = asTree?.kind === 'scalar' ? String(asTree.value) : null;
  const expression = (tree: Tree | undefined): Expression | null => {
    if (tree?.kind !== 'scalar') {
      scope.mistakes.add('wrong-type', tree?.at ?? item.at, 'an expression is one text', 'Write it in Python\'s call syntax: `t.cancel()`.');
      return null;
    }
    const parsed = parseScalar(tree, scope.mistakes);
    if (parsed === null) return null;
    if (verb === 'await') reading.awaits.push({ body: scope.body.name, spelled: spell(parsed), step: id });
    return resolve(parsed, tree, scope);
  };
  const pend = (kind: Pending['verb'], label: string | null): void => {
    reading.pending.push({ step: id, verb: kind, tree: map, label, body: scope.body.name, at: item.at });
  };
  const list = (key: string, within: Position = position): readonly Step[] => {
    const tree = entry(map, key)?.value;
    return tree === undefined ? [] : readSteps(tree, reading, within);
  };

  switch (verb) {
    case 'call': {
      const called = expression(value);
      return called && { kind: 'call', id, expression: called, as };
    }
    case 'check': {
      const checked = expression(value);
      pend('check', null);
      return checked && { kind: 'check', id, expression: checked, as, catches: reading.catches(map) };
    }
    case 'await': {
      const awaited = expression(value);
      const observed = map.entries.some(({ key }) => key !== 'await' && key !== 'as' && key !== 'clause');
      if (observed) pend('await', null);
      const clause = entry(map, 'clause');
      if (!observed && clause !== undefined) {
        scope.mistakes.add('no-expectation', clause.at, 'an await that names a clause expects something',
          'Say what: `is:`, `raises:` …, or remove `clause`.');
      }
      return awaited && { kind: 'await', id, expression: awaited, as, observed, catches: reading.catches(map) };
    }
    case 'log':
    case 'never': {
      const label = textOf(value);
      checkLine(value, 'label', scope.mistakes);
      pend(verb, label);
      return { kind: 'log', id, label };
    }
    case 'return':
    case 'yield': {
      if (verb === 'yield') reading.generators.add(scope.body.name);
      const given = value === undefined ? null : readValue(value, scope);
      return { kind: verb, id, value: given };
    }
    case 'raise': {
      const error = value === undefined ? null : expression(value);
      const causeTree = entry(map, 'from')?.value;
      const cause = causeTree === undefined ? null : expression(causeTree);
      if (value === undefined && !position.handling) {
        scope.mistakes.add('handler', item.at, 'a bare raise stands inside an except', 'Name what to raise.');
      }
      return { kind: 'raise', id, error, cause };
    }
    case 'cycle': {
      const count = value?.kind === 'scalar' && (typeof value.value === 'number' || value.value === 'idle') ? value.value : 1;
      const loopTree = entry(map, 'loop')?.value;
      const loop = loopTree?.kind === 'scalar' ? String(loopTree.value) : null;
      if (scope.body.where !== 'drive' && (count === 'idle' || loop !== null)) {
        scope.mistakes.add('misplaced-verb', item.at, '`cycle: idle` and `loop:` belong to drive', 'In a coroutine say how many cycles.');
      }
      if (loop !== null && loopTree?.kind === 'scalar') {
        const found = resolve({ kind: 'name', name: loop, offset: 0 }, loopTree, scope);
        if (found !== null && found.kind !== 'variable' && loop !== 'loop') {
          scope.mistakes.add('unknown-name', loopTree.at, `'${loop}' is no loop`, 'Name what `new_event_loop()` was bound to.');
        }
      }
      return { kind: 'cycle', id, count, loop };
    }
    case 'repeat':
      return { kind: 'repeat', id, count: Number(textOf(value)), steps: list('do') };
    case 'try': {
      const steps = list('try');
      const handlers = readHandlers(map, reading);
      const otherwise = list('else');
      const last = list('finally');
      if (handlers.length === 0 && entry(map, 'finally') === undefined) {
        scope.mistakes.add('handler', item.at, 'a try needs an except or a finally', 'Add one.');
      }
      if (otherwise.length > 0 && handlers.length === 0) {
        scope.mistakes.add('handler', item.at, 'an else needs an except', 'Add one, or move its steps into the try.');
      }
      return { kind: 'try', id, steps, handlers, otherwise, finally: last };
    }
    case 'async for': {
      const iterable = expression(value);
      const steps = list('do');
      return iterable && { kind: 'async for', id, iterable, as, steps };
    }
    case 'async with': {
      const manager = expression(value);
      if (manager?.kind === 'call' && manager.callee.kind === 'body') {
        const { name } = manager.callee;
        reading.managers.set(name, reading.managers.get(name) ?? value?.at ?? item.at);
      } else if (manager !== null) {
        scope.mistakes.add('misplaced-verb', value?.at ?? item.at, 'an async with enters a call of a coroutine that has one yield',
          'Write it under `coroutines`, and call it here: `guard()`.');
      }
      const steps = list('do');
      return manager && { kind: 'async with', id, manager, as, steps };
    }
  }
}

function readHandlers(map: MapTree, reading: Reading): readonly Handler[] {
  const { scope } = reading;
  const handlers: Handler[] = [];
  const keys = map.entries.filter(({ key }) => key.startsWith('except'));
  keys.forEach(({ key, at, value }, index) => {
    const match = HANDLER.exec(key);
    if (match === null) {
      scope.mistakes.add('handler', at, `'${key}' is no except clause`, 'Write `except TYPE:`, `except (A, B) as e:` or `except:`.');
      return;
    }
    const types = (match[1] ?? '').split(/[(),\s]+/u).filter((part) => part !== '');
    for (const type of types) {
      if (!scope.outline.isException(type)) {
        scope.mistakes.add('unknown-exception', at, `'${type}' is no exception`, 'Name one of Python, or declare it under `exceptions`.');
      }
    }
    if (types.length === 0 && index < keys.length - 1) {
      scope.mistakes.add('handler', at, 'a bare except comes last', 'Move it to the end.');
    }
    handlers.push({ types, as: match[2] ?? null, steps: readSteps(value, reading, { handling: true }) });
  });
  return handlers;
}
