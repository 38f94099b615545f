// The only place that reads a value that a step gives back: what is code in it, and what is data.

import type { Expression } from '../program.ts';
import { placeInScalar } from './place-in-scalar.ts';
import { parseScalar, resolve, type Scope } from './resolve.ts';
import type { ScalarTree, Tree } from './yaml-tree.ts';

/** A value to return or yield: a text is code only if it is a bound name or a call. */
export function readValue(tree: Tree, scope: Scope): Expression | null {
  if (tree.kind === 'list') {
    const items = tree.items.map((item) => readValue(item, scope)).filter((item) => item !== null);
    return { kind: 'list', items };
  }
  if (tree.kind !== 'scalar') return null;
  const { value } = tree;
  if (typeof value !== 'string') return { kind: 'constant', value };
  const bound = scope.body.parameters.includes(value) || scope.outline.isBound(value) || scope.outline.isBody(value);
  if (bound || looksLikeCall(value)) {
    const parsed = parseScalar(tree, scope.mistakes);
    return parsed && resolve(parsed, tree, scope);
  }
  return text(value, tree, scope);
}

const looksLikeCall = (value: string): boolean => /^[A-Za-z_][\w.]*\(.*\)$/su.test(value);

function text(value: string, tree: ScalarTree, scope: Scope): Expression {
  scope.mentions.addText(value, placeInScalar(tree, 0));
  return { kind: 'constant', value };
}
