// The only place that turns what the JSON Schema says into mistakes with places and advice.

import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Mistakes, Place } from './mistake.ts';
import { nearest } from './nearest.ts';
import { isForm } from './read-outcomes.ts';
import { VERBS } from './step-verbs.ts';
import * as validators from './validators.ts';
import { entry, itemsOf, locate, plainValue, textOf, type Tree } from './yaml-tree.ts';

/** Adds a mistake for each way in which the tree is not what the schema says; true if there is none. */
export function checkSchema(kind: 'scenario' | 'clauses' | 'situations' | 'baseline' | 'ledger', tree: Tree, mistakes: Mistakes): boolean {
  const validate: ValidateFunction = validators[kind];
  if (validate(plainValue(tree))) return true;
  // A value that was refused already is not refused for what stands in its stead.
  const errors = meaningful(validate.errors ?? []).filter(({ instancePath }) => !mistakes.isTold(locate(tree, instancePath).at));
  for (const error of errors) report(error, tree, mistakes);
  return false;
}

/** Branches that were only tried (`anyOf`, `if`) say nothing of their own. */
function meaningful(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath);
  const verbs = errors.filter(({ keyword }) => keyword === 'oneOf').map(({ instancePath }) => instancePath);
  const within = (path: string, roots: readonly string[]): boolean =>
    roots.some((root) => path === root || path.startsWith(`${root}/`));
  const seen = new Set<string>();
  return errors.filter((error) => {
    if (error.keyword === 'if') return false;
    if (error.keyword === 'anyOf') {
      if (choices.some((root) => error.instancePath.startsWith(`${root}/`))) return false;
    } else if (within(error.instancePath, choices)) return false;
    if (error.keyword !== 'oneOf' && verbs.includes(error.instancePath)) return false;
    const key = JSON.stringify([error.instancePath, error.keyword, error.propertyName, error.params]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const ADVICE: readonly (readonly [patternBegins: string, means: string])[] = [
  ['^[A-Za-z_][A-Za-z0-9_]*$', 'A name has letters of a to z, digits and underscores, and begins with no digit.'],
  ['^[A-Za-z_][A-Za-z0-9_]*(', 'A function is written `name:` or `name(a, b):`, in letters of a to z, digits and underscores.'],
  ['^task', 'A clause is called task.<member>.<what-it-says>, in lower case.'],
  ['^[a-z_]+[.]', 'A situation is called <sentence>/<slug>, such as cancel.2/while-sleeping.'],
  ['^[a-z_]+/', 'A scenario is named by its path: member/name, in lower case.'],
  ['^(words', 'A variant is `words`, or an implementation with a range: `cpython`, `cpython<3.8`, `cpython+pure`.'],
  ['^3', 'A version is quoted: \'3.10\'.'],
  ['^[a-z_]+\\.r', 'A sentence is called <member>.<number>, with an r before the number where another page says it.'],
];

/** Keys that a step may have beside those that the schema lists. */
const VARIANTS = ['words', 'cpython', 'pypy', 'uvloop', 'pyodide', 'micropython', 'eager'];

const KINDS: ReadonlyMap<string, string> = new Map([
  ['object', 'a map'], ['array', 'a list'], ['string', 'a text'], ['integer', 'a whole number'], ['number', 'a number'],
  ['boolean', 'true or false'], ['null', 'null'],
]);

function report(error: ErrorObject, root: Tree, mistakes: Mistakes): void {
  const { tree, at } = locate(root, error.instancePath);
  const described = describedBy(error.parentSchema);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params['additionalProperty']);
      const known = Object.keys(memberOf(error.parentSchema, 'properties'));
      const alsoKnown = Object.keys(memberOf(error.parentSchema, 'patternProperties')).some((pattern) => pattern.includes('cpython')) ? VARIANTS : [];
      const meant = nearest(key, [...known, ...alsoKnown]);
      mistakes.add('unknown-key', entry(tree, key)?.at ?? at, `there is no key '${key}' here`,
        known.includes('call') && isForm(key) ? 'A call expects nothing; write `check:`.' : meant === undefined ? `Known here: ${[...known, ...alsoKnown].join(', ') || 'none'}.` : `Did you mean '${meant}'?`);
      return;
    }
    case 'required':
      mistakes.add('missing-key', at, `the key '${String(error.params['missingProperty'])}' is missing`, described || 'Add it.');
      return;
    case 'oneOf':
      reportVerb(tree, at, mistakes);
      return;
    case 'propertyNames':
      return;
    case 'enum':
      if (listed(error.params['allowedValues']).split(', ').includes('raise')) reportVerb(tree, at, mistakes);
      else mistakes.add('schema', at, `this is none of: ${listed(error.params['allowedValues'])}`, described || 'Use one of them.');
      return;
    case 'type': {
      const kinds = [error.params['type']].flat().map((type) => KINDS.get(String(type)) ?? String(type)).join(', or ');
      const isEmpty = tree === root && tree.kind === 'scalar' && tree.value === null;
      mistakes.add('wrong-type', at, isEmpty ? 'the file is empty' : `this must be ${kinds}`, described || 'See spec/README.md.');
      return;
    }
    case 'anyOf':
      if (error.instancePath.startsWith('/order')) {
        mistakes.add('wrong-type', at, 'these are no chains of labels',
          'A list of two labels or more, a list of such lists, or one of these for each variant.');
      } else reportValue(tree, at, described, mistakes);
      return;
    case 'uniqueItems': {
      const twice = itemsOf(tree)[Math.max(Number(error.params['i']), Number(error.params['j']))];
      mistakes.add('schema', twice?.at ?? at, 'this is there twice', 'Remove one of the two.');
      return;
    }
    case 'pattern': {
      const pattern = String(error.params['pattern']);
      const advice = ADVICE.find(([begins]) => pattern.startsWith(begins))?.[1];
      const key = error.propertyName;
      mistakes.add('schema', key === undefined ? at : entry(tree, key)?.at ?? at,
        `'${key ?? textOf(tree)}' is not written as it must be`, advice ?? described);
      return;
    }
    default: {
      const key = error.propertyName;
      mistakes.add('schema', key === undefined ? at : entry(tree, key)?.at ?? at, limit(error), described || 'See spec/README.md.');
    }
  }
}

/** A step that is no verb, or several. */
function reportVerb(tree: Tree, at: Place, mistakes: Mistakes): void {
  const keys = tree.kind === 'map' ? tree.entries.map(({ key }) => key) : [textOf(tree)];
  const found = VERBS.filter((verb) => keys.includes(verb));
  const meant = keys.map((key) => nearest(key, VERBS)).find((verb) => verb !== undefined);
  const hint = found.length > 1 ? 'Make a step of its own of each.'
    : found.length === 1 ? `Write \`${found.join('')}:\` and what it is about.`
      : meant === undefined ? `One of: ${VERBS.join(', ')}.` : `Did you mean '${meant}'?`;
  mistakes.add('one-verb', at, `a step has exactly one verb${found.length > 1 ? `, here are ${found.join(' and ')}` : ''}`, hint);
}

function reportValue(tree: Tree, at: Place, described: string, mistakes: Mistakes): void {
  if (tree.kind === 'map') {
    mistakes.add('wrong-type', at, 'a map where a value is expected', 'Quote a text that has a colon in it.');
  } else {
    mistakes.add('wrong-type', at, 'this is nothing that may stand here', described || 'See spec/README.md.');
  }
}

function limit({ keyword, params, message }: ErrorObject): string {
  const most = String(params['limit']);
  switch (keyword) {
    case 'minItems':
    case 'minProperties':
      return `this needs ${most} ${keyword === 'minItems' ? 'items' : 'keys'} or more`;
    case 'minLength':
      return `this needs ${most} characters or more`;
    case 'maxLength':
      return `this has more than ${most} characters`;
    case 'minimum':
      return `this must be ${most} or more`;
    case 'maximum':
      return `this must be ${most} or less`;
    default:
      return `this ${message ?? 'is not allowed'}`;
  }
}

const listed = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(', ') : String(value));

function describedBy(schema: unknown): string {
  if (typeof schema === 'object' && schema !== null && 'description' in schema) return String(schema.description);
  return '';
}

function memberOf(schema: unknown, key: 'properties' | 'patternProperties'): object {
  const found: unknown = typeof schema === 'object' && schema !== null ? Object.entries(schema).find(([name]) => name === key)?.[1] : null;
  return typeof found === 'object' && found !== null ? found : {};
}
