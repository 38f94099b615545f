// The only place that reads what a step expects, variant by variant.

import type { Form, Outcome, Pattern } from '../expectation.ts';
import { readPattern, type PatternScope } from './read-pattern.ts';
import type { Pending } from './read-steps.ts';
import { entry, type Entry, type MapTree, type Tree } from './yaml-tree.ts';

const FORMS = ['is', 'is_not', 'raises', 'unordered', 'contains', 'lacks', 'ends_with', 'each', 'times', 'one_of'] as const;
type FormKey = (typeof FORMS)[number];

const NOT_FORMS = new Set(['check', 'await', 'log', 'never', 'as', 'clause', 'call']);

const isForm = (key: string): key is FormKey => FORMS.some((form) => form === key);

/** The keys of a step that stand for variants. */
const variantEntries = (tree: MapTree): readonly Entry[] =>
  tree.entries.filter(({ key }) => !isForm(key) && !NOT_FORMS.has(key));

/** Whether any variant of the step may say that an exception is raised. */
export function mayRaise(tree: MapTree): boolean {
  const raises = (candidate: Tree): boolean =>
    candidate.kind === 'map' && candidate.entries.some(({ key, value }) =>
      key === 'raises' || ((key === 'each' || key === 'one_of') && value.kind === 'list' && value.items.some(raises)));
  return raises(tree) || variantEntries(tree).some(({ value }) => raises(value));
}

/** One outcome for each variant, in their order. */
export function readOutcomes(pending: Pending, scope: PatternScope): readonly Outcome[] {
  const { variants } = scope.outline;
  const { tree, verb } = pending;
  const keys = variantEntries(tree);
  if (verb === 'never') return variants.map(() => ({ times: 0, forms: [], each: null }));
  for (const { key, at } of keys) {
    if (variants[0] === '' || !variants.some((variant) => variant.startsWith(key))) {
      scope.mistakes.add('unknown-variant', at, `no variant is called '${key}'`,
        variants[0] === '' ? 'Name the whole outcomes under `variants`.' : `The variants are ${variants.join(', ')}.`);
    }
  }
  const common = readForms(tree, scope);
  const outcomes = variants.map((variant): Outcome => {
    const own = keys.length === 0 ? null : keyOf(variant, keys);
    if (own === undefined) {
      scope.mistakes.add('missing-variant', pending.at, `nothing is said for the variant '${variant}'`, 'Say what it shows, or `{times: 0}`.');
    }
    const special = own ? readForms(own.value, scope) : null;
    const each = special?.each ?? common.each;
    const times = special?.times ?? common.times ?? each?.length ?? 1;
    if (each !== null && times !== 0 && each.length !== times) {
      scope.mistakes.add('times', pending.at, `\`each\` tells ${each.length} times, \`times\` says ${times}`, 'Leave `times` away.');
    }
    return { times, forms: times === 0 ? [] : [...common.forms, ...(special?.forms ?? [])], each: times === 0 ? null : each };
  });
  if (verb === 'check' && outcomes.some((outcome) => outcome.times > 0 && outcome.forms.length === 0 && outcome.each === null)) {
    scope.mistakes.add('no-expectation', pending.at, 'a check expects something',
      'Say what: `is:`, `raises:`, `contains:` …; a step that expects nothing is a `call`.');
  }
  return outcomes;
}

/** The entry that speaks for a variant: of its own name, else the longest that its name begins with. */
function keyOf(variant: string, keys: readonly Entry[]): Entry | undefined {
  return keys.filter(({ key }) => variant.startsWith(key)).sort((one, other) => other.key.length - one.key.length)[0];
}

interface Read {
  readonly forms: readonly Form[];
  readonly each: readonly (readonly Form[])[] | null;
  readonly times: number | null;
}

function readForms(tree: Tree, scope: PatternScope): Read {
  const forms: Form[] = [];
  let each: readonly (readonly Form[])[] | null = null;
  let times: number | null = null;
  for (const { key, value } of tree.kind === 'map' ? tree.entries : []) {
    if (!isForm(key)) continue;
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
        const name = value.kind === 'scalar' ? String(value.value) : '';
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
        times = value.kind === 'scalar' ? Number(value.value) : 1;
        break;
    }
  }
  return { forms, each, times };
}

const patterns = (tree: Tree, scope: PatternScope): readonly Pattern[] =>
  (tree.kind === 'list' ? tree.items : []).map((item) => readPattern(item, scope)).filter((item) => item !== null);

/** Each item is a value, or a map of forms that hold together. */
function choices(tree: Tree, scope: PatternScope): readonly (readonly Form[])[] {
  return (tree.kind === 'list' ? tree.items : []).map((item) => {
    if (item.kind === 'map') return readForms(item, scope).forms;
    const pattern = readPattern(item, scope);
    return pattern === null ? [] : [{ kind: 'is', pattern }];
  });
}

/** What a step expects as its file writes it, on one line, or null. */
export function expectsText(tree: MapTree): string | null {
  if (entry(tree, 'never') !== undefined) return 'never reached';
  const told = tree.entries.filter(({ key }) => !NOT_FORMS.has(key) && (isForm(key) || /^(words|[a-z]+)([+<>=.0-9a-z]*)$/u.test(key)))
    .filter(({ key }) => !['return', 'raise', 'from', 'cycle', 'loop', 'repeat', 'do', 'try', 'except', 'else', 'finally', 'yield'].includes(key))
    .map(({ key, value }) => `${key}: ${flow(value)}`);
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
