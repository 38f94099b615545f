// The only place that turns what the JSON Schema says into mistakes with places and advice.

import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Mistakes } from './mistake.ts';
import { nearest } from './nearest.ts';
import * as validators from './validators.ts';
import { entry, locate, plainValue, type Tree } from './yaml-tree.ts';

/** Adds a mistake for each way in which the tree is not what the schema says; true if there is none. */
export function checkSchema(kind: 'scenario' | 'clauses', tree: Tree, mistakes: Mistakes): boolean {
  const validate: ValidateFunction = validators[kind];
  if (validate(plainValue(tree))) return true;
  for (const error of meaningful(validate.errors ?? [])) report(error, tree, mistakes);
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
    const key = `${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const VERBS = 'call, check, await, log, never, return, raise, cycle, repeat, try, yield, async for, async with';

function report(error: ErrorObject, root: Tree, mistakes: Mistakes): void {
  const { tree, at } = locate(root, error.instancePath);
  const described = describedBy(error.parentSchema);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params['additionalProperty']);
      const known = Object.keys(propertiesOf(error.parentSchema));
      const meant = nearest(key, known);
      mistakes.add('unknown-key', entry(tree, key)?.at ?? at, `there is no key '${key}' here`,
        meant === undefined ? `Known here: ${known.join(', ') || 'none'}.` : `Did you mean '${meant}'?`);
      return;
    }
    case 'required':
      mistakes.add('missing-key', at, `the key '${String(error.params['missingProperty'])}' is missing`, described || 'Add it.');
      return;
    case 'oneOf':
      mistakes.add('one-verb', at, 'a step has exactly one verb', `One of: ${VERBS}.`);
      return;
    case 'propertyNames':
      return;
    case 'enum':
      mistakes.add('schema', at, `this is none of: ${listed(error.params['allowedValues'])}`, described || 'Use one of them.');
      return;
    case 'type':
      mistakes.add('wrong-type', at, `this must be of type ${listed(error.params['type'])}`, described || 'Write one.');
      return;
    case 'anyOf':
      mistakes.add('wrong-type', at, 'this is nothing that may stand here', described || 'See spec/README.md.');
      return;
    default:
      mistakes.add('schema', at, `this ${error.message ?? 'is not allowed'}`, described || 'See spec/README.md.');
  }
}

const listed = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(', ') : String(value));

function describedBy(schema: unknown): string {
  if (typeof schema === 'object' && schema !== null && 'description' in schema) return String(schema.description);
  return '';
}

function propertiesOf(schema: unknown): object {
  if (typeof schema === 'object' && schema !== null && 'properties' in schema) {
    const { properties } = schema;
    if (typeof properties === 'object' && properties !== null) return properties;
  }
  return {};
}
