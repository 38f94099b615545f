// The only place that reads what a scenario declares and binds, before any of its steps is understood.

import type { Mistakes, Place } from './mistake.ts';
import { isReserved, knownExceptions } from './vocabulary.ts';
import { entriesOf, entry, itemsOf, textOf, type Tree } from './yaml-tree.ts';

export interface BodyOutline {
  readonly name: string;
  readonly at: Place;
  readonly parameters: readonly string[];
  readonly where: 'coroutine' | 'callback' | 'drive';
  readonly steps: Tree;
  /** Names bound by its steps, each with the place of the first binding. */
  readonly binds: ReadonlyMap<string, Place>;
}

/** The names of a scenario, by what they are. */
export interface Outline {
  readonly exceptions: readonly { readonly name: string; readonly base: string }[];
  readonly variables: readonly string[];
  readonly futures: readonly string[];
  /** In the order of the file; `drive` is one of them if it is written. */
  readonly bodies: readonly BodyOutline[];
  readonly variants: readonly string[];
  readonly isException: (name: string) => boolean;
  readonly isBody: (name: string) => boolean;
  /** Bound or declared anywhere in the scenario, or the scenario's loop. */
  readonly isBound: (name: string) => boolean;
}

export const HANDLER = /^except(?: +([A-Za-z_]\w*|\( *[A-Za-z_]\w*(?: *, *[A-Za-z_]\w*)* *,? *\))(?: +as +([A-Za-z_]\w*))?)?$/u;

export function readOutline(root: Tree, mistakes: Mistakes): Outline {
  const taken = new Map<string, string>();
  const declare = (name: string, what: string, at: Place): void => {
    if (isReserved(name)) {
      mistakes.add('reserved-name', at, `'${name}' is a word of Python or of this language`, 'Choose another name.');
    }
    const before = taken.get(name);
    if (before !== undefined) {
      mistakes.add('name-clash', at, `'${name}' is already ${before}`, 'Choose another name.');
    } else taken.set(name, what);
  };

  const exceptions: { name: string; base: string }[] = [];
  const isKnown = (name: string): boolean =>
    knownExceptions.some((known) => known === name) || exceptions.some((own) => own.name === name);
  for (const { key, at, value } of entriesOf(entry(root, 'exceptions')?.value)) {
    declare(key, 'an exception', at);
    const base = textOf(value);
    if (!isKnown(base)) {
      mistakes.add('unknown-exception', value.at, `'${base}' is no exception`, 'Name one of Python, or one declared before.');
    }
    exceptions.push({ name: key, base });
  }

  const names = (key: string, what: string): string[] => {
    const items = itemsOf(entry(root, key)?.value);
    for (const item of items) declare(textOf(item), what, item.at);
    return items.map(textOf);
  };
  const variables = names('variables', 'a context variable');
  const futures = names('futures', 'a future');

  const bodies: BodyOutline[] = [];
  for (const section of entriesOf(root)) {
    if (section.key === 'drive') {
      bodies.push({
        name: 'drive', at: section.at, parameters: [], where: 'drive', steps: section.value, binds: bindings(section.value),
      });
    }
    if (section.key !== 'coroutines' && section.key !== 'callbacks') continue;
    const where = section.key === 'coroutines' ? 'coroutine' : 'callback';
    for (const { key, at, value } of entriesOf(section.value)) {
      const [name = '', ...parameters] = key.split(/[(),\s]+/u).filter((part) => part !== '');
      declare(name, `a ${where}`, at);
      parameters.forEach((parameter, index) => {
        if (isReserved(parameter)) {
          mistakes.add('reserved-name', at, `'${parameter}' is a word of Python or of this language`, 'Choose another name.');
        }
        if (parameters.indexOf(parameter) !== index) {
          mistakes.add('name-clash', at, `the parameter '${parameter}' is there twice`, 'Rename one.');
        }
      });
      bodies.push({ name, at, parameters, where, steps: value, binds: bindings(value) });
    }
  }

  const bound = new Set<string>([...variables, ...futures, 'loop']);
  for (const body of bodies) {
    for (const [name, at] of body.binds) {
      const before = taken.get(name);
      if (isReserved(name)) {
        mistakes.add('reserved-name', at, `'${name}' is a word of Python or of this language`, 'Choose another name.');
      } else if (before !== undefined) {
        mistakes.add('name-clash', at, `'${name}' is already ${before}`, 'Choose another name.');
      } else if (body.parameters.includes(name)) {
        mistakes.add('name-clash', at, `'${name}' is a parameter of ${body.name}`, 'Choose another name.');
      }
      bound.add(name);
    }
  }

  const variantTree = entry(root, 'variants')?.value;
  const variants = variantTree?.kind === 'list' ? variantTree.items.map(textOf) : [''];
  if (variants.length > 1 && variants.includes('words') && variants[0] !== 'words' && variantTree !== undefined) {
    mistakes.add('unknown-variant', variantTree.at, 'the words come first', 'Begin the list with `words`.');
  }

  return {
    exceptions, variables, futures, bodies, variants,
    isException: isKnown,
    isBody: (name) => bodies.some((body) => body.name === name && body.where !== 'drive'),
    isBound: (name) => bound.has(name),
  };
}

/** Names that steps bind, at any depth: `as:` of a step, `as` of an except. */
function bindings(steps: Tree, found = new Map<string, Place>()): Map<string, Place> {
  for (const step of itemsOf(steps)) {
    for (const { key, at, value } of entriesOf(step)) {
      const name = key === 'as' && value.kind === 'scalar' ? String(value.value) : HANDLER.exec(key)?.[2];
      if (name !== undefined && !found.has(name)) found.set(name, key === 'as' ? value.at : at);
      if (value.kind === 'list' && (key === 'do' || key === 'try' || key === 'else' || key === 'finally' || key.startsWith('except'))) {
        bindings(value, found);
      }
    }
  }
  return found;
}
