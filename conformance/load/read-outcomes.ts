// The only place that reads what a step expects, variant by variant.

import type { Form, Outcome, Pattern } from '../expectation.ts';
import { nearest } from './nearest.ts';
import { readPattern, type PatternScope } from './read-pattern.ts';
import type { Pending } from './read-steps.ts';
import { idleKeys, keyFor, speaksFor } from './variant-key.ts';
import { entriesOf, entry, itemsOf, textOf, type Entry, type MapTree, type Tree } from './yaml-tree.ts';

const FORMS = ['is', 'is_not', 'raises', 'unordered', 'contains', 'lacks', 'ends_with', 'each', 'times', 'one_of'] as const;
type FormKey = (typeof FORMS)[number];

/** Keys of a check, an await or a log that expect nothing. */
const NOT_EXPECTED: readonly string[] = ['check', 'await', 'log', 'as', 'clause'];

export const isForm = (key: string): key is FormKey => FORMS.some((form) => form === key);

const expectedEntries = (step: MapTree): readonly Entry[] => step.entries.filter(({ key }) => !NOT_EXPECTED.includes(key));

/** The keys of a step that stand for variants. */
const variantEntries = (step: MapTree): readonly Entry[] => expectedEntries(step).filter(({ key }) => !isForm(key));

/** Whether any variant of the step may say that an exception is raised. */
export function mayRaise(step: MapTree): boolean {
  const raises = (candidate: Tree): boolean =>
    entriesOf(candidate).some(({ key, value }) =>
      key === 'raises' || ((key === 'each' || key === 'one_of') && itemsOf(value).some(raises)));
  return raises(step) || variantEntries(step).some(({ value }) => raises(value));
}

/** One outcome for each variant, in their order. */
export function readOutcomes(pending: Pending, scope: PatternScope): readonly Outcome[] {
  const { variants } = scope.outline;
  const { tree, verb } = pending;
  if (verb === 'never') return variants.map(() => ({ times: 0, forms: [], each: null }));
  const entries = variantEntries(tree);
  checkVariantKeys(entries, scope);
  const keys = entries.map(({ key }) => key);
  const common = readForms(tree, scope);
  let expectsNothing = false;
  const outcomes = variants.map((variant): Outcome => {
    const key = keyFor(variant, keys);
    if (key === undefined && keys.length > 0 && variant !== '') {
      scope.mistakes.add('missing-variant', pending.at, `nothing is said for the variant '${variant}'`, 'Say what it shows, or `{times: 0}`.');
    }
    const own = entries.find((candidate) => candidate.key === key);
    const special = own === undefined ? null : readForms(own.value, scope);
    const isTold = common.isTold || special?.isTold === true || (own === undefined && keys.length > 0);
    const each = special?.each ?? common.each;
    const times = special?.times ?? common.times ?? each?.length ?? 1;
    if (each !== null && times !== 0 && each.length !== times) {
      scope.mistakes.add('times', pending.at, `\`each\` tells ${each.length} times, \`times\` says ${times}`, 'Leave `times` away.');
    }
    if (times > 0 && !isTold) expectsNothing = true;
    return { times, forms: times === 0 ? [] : [...common.forms, ...(special?.forms ?? [])], each: times === 0 ? null : each };
  });
  if (verb === 'check' && expectsNothing) {
    scope.mistakes.add('no-expectation', pending.at, 'a check expects something',
      'Say what: `is:`, `raises:`, `contains:` …; a step that expects nothing is a `call`.');
  }
  return outcomes;
}

/** Adds a mistake for each key that speaks for no variant. */
export function checkVariantKeys(entries: readonly Entry[], scope: PatternScope): void {
  const { variants } = scope.outline;
  const idle = idleKeys(entries.map(({ key }) => key), variants);
  for (const { key, at } of entries) {
    if (!idle.includes(key)) continue;
    if (variants[0] === '') {
      scope.mistakes.add('unknown-variant', at, `no variant is called '${key}'`, 'Name the whole outcomes under `variants`.');
    } else if (variants.some((variant) => speaksFor(key, variant))) {
      scope.mistakes.add('unknown-variant', at, `'${key}' speaks for no variant: longer keys speak for each of its own`, 'Remove it.');
    } else {
      const meant = nearest(key, variants);
      scope.mistakes.add('unknown-variant', at, `no variant is called '${key}'`,
        meant === undefined ? `The variants are ${variants.join(', ')}.` : `Did you mean '${meant}'?`);
    }
  }
}

interface Read {
  readonly forms: readonly Form[];
  readonly each: readonly (readonly Form[])[] | null;
  readonly times: number | null;
  /** Whether the file says what is to be seen, be it with a mistake. */
  readonly isTold: boolean;
}

function readForms(tree: Tree, scope: PatternScope): Read {
  const forms: Form[] = [];
  let each: readonly (readonly Form[])[] | null = null;
  let times: number | null = null;
  // In the order of the list, so that the order in the file makes no difference.
  for (const key of FORMS) {
    const value = entry(tree, key)?.value;
    if (value === undefined) continue;
    switch (key) {
      case 'is': {
        const pattern = readPattern(value, scope);
        if (pattern !== null) forms.push({ kind: 'is', pattern });
        break;
      }
      case 'raises': {
        const pattern = readPattern(value, scope);
        if (pattern?.kind === 'exception' || pattern?.kind === 'name') forms.push({ kind: 'raises', pattern });
        else if (pattern !== null) {
          scope.mistakes.add('unknown-exception', value.at, 'this is no exception',
            'Write a type, a type with arguments, or the name of the very object.');
        }
        break;
      }
      case 'is_not': {
        const name = textOf(value);
        if (scope.outline.isBound(name)) {
          scope.mentions.mention(name, '');
          forms.push({ kind: 'is_not', name });
        } else scope.mistakes.add('unknown-name', value.at, `nothing is called '${name}'`, 'Name an object that the scenario binds.');
        break;
      }
      case 'unordered':
      case 'contains':
      case 'lacks':
      case 'ends_with':
        forms.push({ kind: key, items: patterns(value, scope) });
        break;
      case 'each':
        each = choices(value, scope);
        break;
      case 'one_of':
        forms.push({ kind: 'one_of', choices: choices(value, scope) });
        break;
      case 'times':
        times = Number(textOf(value));
        break;
    }
  }
  return { forms, each, times, isTold: FORMS.some((key) => key !== 'times' && entry(tree, key) !== undefined) };
}

const patterns = (tree: Tree, scope: PatternScope): readonly Pattern[] =>
  itemsOf(tree).map((item) => readPattern(item, scope)).filter((item) => item !== null);

/** Each item is a value, or a map of forms that hold together. */
function choices(tree: Tree, scope: PatternScope): readonly (readonly Form[])[] {
  return itemsOf(tree).map((item) => {
    if (item.kind === 'map') {
      const { forms, each, times } = readForms(item, scope);
      if (each !== null || times !== null) {
        scope.mistakes.add('times', item.at, '`times` and `each` stand beside the verb or in a variant', 'Say here only what is shown.');
      }
      return forms;
    }
    const pattern = readPattern(item, scope);
    return pattern === null ? [] : [{ kind: 'is', pattern }];
  });
}

/** What a check, an await or a log expects as its file writes it, on one line, or null. */
export function expectsText(step: MapTree): string | null {
  const told = expectedEntries(step).map(({ key, value }) => `${key}: ${flow(value)}`);
  return told.length === 0 ? null : told.join(', ');
}

function flow(tree: Tree): string {
  switch (tree.kind) {
    case 'scalar':
      return String(tree.value);
    case 'list':
      return `[${tree.items.map(flow).join(', ')}]`;
    case 'map':
      return `{${tree.entries.map(({ key, value }) => `${key}: ${flow(value)}`).join(', ')}}`;
  }
}
