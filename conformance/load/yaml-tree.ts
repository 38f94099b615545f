// The only place that knows the yaml package: turns a text into a plain tree in which every node knows its place.

import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Node as YamlNode } from 'yaml';
import type { Mistakes, Place } from './mistake.ts';

export type Tree =
  | { readonly kind: 'scalar'; readonly at: Place; readonly value: null | boolean | number | string; readonly plain: boolean }
  | { readonly kind: 'list'; readonly at: Place; readonly items: readonly Tree[] }
  | { readonly kind: 'map'; readonly at: Place; readonly entries: readonly Entry[] };

export interface Entry {
  readonly key: string;
  readonly at: Place;
  readonly value: Tree;
}

export type MapTree = Extract<Tree, { kind: 'map' }>;
export type ScalarTree = Extract<Tree, { kind: 'scalar' }>;

const DEEPEST = 40;

/** The tree of a YAML text, or null with the reasons among the mistakes. Anchors and aliases are not part of the language. */
export function parseTree(source: string, mistakes: Mistakes): Tree | null {
  const counter = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const document = parseDocument(source, { lineCounter: counter, version: '1.2', uniqueKeys: true, prettyErrors: false });
  for (const problem of [...document.errors, ...document.warnings]) {
    const duplicate = problem.code === 'DUPLICATE_KEY';
    mistakes.add(duplicate ? 'yaml-duplicate-key' : 'yaml-syntax', place(problem.pos[0]), problem.message,
      duplicate ? 'Remove or rename one of the two.'
        : 'Mend the YAML; a text with `: ` or ` #` in it needs quotes, and a map in one line breaks at commas.');
  }
  let aliases = false;
  visit(document, {
    Alias(_, node) {
      aliases = true;
      mistakes.add('yaml-alias', place(node.range?.[0] ?? 0), 'anchors and aliases are not part of the language',
        'Write the value where it is used.');
      return visit.BREAK;
    },
  });
  if (document.errors.length > 0 || aliases) return null;

  function convert(node: YamlNode | null, depth: number, fallback: Place): Tree | null {
    const at = node?.range ? place(node.range[0]) : fallback;
    if (depth > DEEPEST) {
      mistakes.add('yaml-depth', at, `more than ${DEEPEST} levels deep`, 'Write it flatter.');
      return null;
    }
    if (node === null) return { kind: 'scalar', at, value: null, plain: true };
    if (isScalar(node)) {
      const { value } = node;
      const plain = node.type === 'PLAIN';
      if (value === null || typeof value === 'boolean' || typeof value === 'string') {
        return { kind: 'scalar', at, value, plain };
      }
      if (typeof value === 'number' && Number.isSafeInteger(value)) return { kind: 'scalar', at, value, plain };
      mistakes.add('wrong-type', at, 'only whole numbers that JavaScript holds exactly can be written',
        'Use a whole number below 2^53, or quote it to make it a text.');
      return null;
    }
    if (isSeq(node)) {
      const items: Tree[] = [];
      for (const item of node.items) {
        const child = convert(asNode(item), depth + 1, at);
        if (child !== null) items.push(child);
      }
      return { kind: 'list', at, items };
    }
    if (isMap(node)) {
      const entries: Entry[] = [];
      for (const pair of node.items) {
        const key = asNode(pair.key);
        const keyAt = key?.range ? place(key.range[0]) : at;
        if (!isScalar(key) || typeof key.value !== 'string') {
          mistakes.add('wrong-type', keyAt, 'a key must be a text', 'Quote it.');
          continue;
        }
        const value = convert(asNode(pair.value), depth + 1, keyAt);
        if (value !== null) entries.push({ key: key.value, at: keyAt, value });
      }
      return { kind: 'map', at, entries };
    }
    return null;
  }
  return convert(document.contents, 0, { line: 1, column: 1 });
}

const asNode = (value: unknown): YamlNode | null =>
  isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : null;

/** The value that JSON would hold, for the schema. */
export function plainValue(tree: Tree): unknown {
  switch (tree.kind) {
    case 'scalar':
      return tree.value;
    case 'list':
      return tree.items.map(plainValue);
    case 'map':
      return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plainValue(value)]));
  }
}

/** The entry of a map by its key, if it is a map that has it. */
export function entry(tree: Tree, key: string): Entry | undefined {
  return tree.kind === 'map' ? tree.entries.find((candidate) => candidate.key === key) : undefined;
}

/** The node that a JSON pointer names, or the nearest one above it. */
export function locate(tree: Tree, pointer: string): { readonly tree: Tree; readonly at: Place } {
  let node = tree;
  let at = tree.at;
  for (const raw of pointer.split('/').slice(1)) {
    const part = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    if (node.kind === 'list') {
      const item: Tree | undefined = node.items[Number(part)];
      if (item === undefined) break;
      node = item;
      at = item.at;
    } else if (node.kind === 'map') {
      const found = entry(node, part);
      if (found === undefined) break;
      node = found.value;
      at = node.kind === 'scalar' ? node.at : found.at;
    }
  }
  return { tree: node, at };
}
