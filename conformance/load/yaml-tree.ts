// The only place that makes trees of YAML: a text becomes plain data in which every node knows its place.

import { Composer, isMap, isScalar, isSeq, LineCounter, Parser, type Node as YamlNode, type Scalar } from 'yaml';
import type { Mistakes, Place } from './mistake.ts';
import { checkCharacters, checkSyntax } from './yaml-syntax.ts';

export type Tree =
  | {
      readonly kind: 'scalar';
      readonly at: Place;
      readonly value: null | boolean | number | string;
      /** As the file writes it, quotes and all. */
      readonly raw: string;
    }
  | { readonly kind: 'list'; readonly at: Place; readonly items: readonly Tree[] }
  | { readonly kind: 'map'; readonly at: Place; readonly entries: readonly Entry[] };

export interface Entry {
  readonly key: string;
  readonly at: Place;
  readonly value: Tree;
}

export type MapTree = Extract<Tree, { kind: 'map' }>;
export type ScalarTree = Extract<Tree, { kind: 'scalar' }>;

/** Characters; patterns that keys are held against need not be quick on longer ones. */
const LONGEST_KEY = 200;

/** How a number is written: 1.0 and 010 mean different things to different readers. */
const INTEGER = /^(?:0|-?[1-9]\d*)$/u;

/** The tree of a YAML text, or null with the reasons among the mistakes. */
export function parseTree(source: string, mistakes: Mistakes): Tree | null {
  const counter = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const tokens = [...new Parser(counter.addNewLine).parse(source)];
  checkCharacters(source, place, mistakes);
  if (!checkSyntax(tokens, place, mistakes)) return null;
  const [document, second] = new Composer({ version: '1.2', uniqueKeys: false }).compose(tokens, true, source.length);
  if (document === undefined) return null;
  if (second !== undefined) {
    mistakes.add('yaml-syntax', place(second.range[0]), 'a file holds one document', 'Make a file of its own of what follows `---`.');
  }
  const lines = new Set<number>();
  for (const { pos, message } of document.errors) {
    const at = place(pos[0]);
    // One slip can make the parser stumble several times on its line.
    if (lines.has(at.line)) continue;
    lines.add(at.line);
    mistakes.add('yaml-syntax', at, message, 'Mend the YAML; a text with `: ` or ` #` in it needs quotes, and a map in one line breaks at commas.');
  }
  if (document.errors.length > 0) return null;

  function convert(node: YamlNode | null, fallback: Place): Tree {
    const at = node?.range ? place(node.range[0]) : fallback;
    if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => convert(asNode(item), at)) };
    if (isMap(node)) {
      const entries = new Map<string, Entry>();
      for (const pair of node.items) {
        const key = asNode(pair.key);
        const keyAt = key?.range ? place(key.range[0]) : at;
        const name = readKey(key, keyAt);
        if (entries.has(name)) {
          mistakes.add('yaml-duplicate-key', keyAt, `the key '${name}' is there twice`, 'Remove or rename one of the two.');
        } else entries.set(name, { key: name, at: keyAt, value: convert(asNode(pair.value), keyAt) });
      }
      return { kind: 'map', at, entries: [...entries.values()] };
    }
    return isScalar(node) ? convertScalar(node, at) : { kind: 'scalar', at, value: null, raw: '' };
  }

  function readKey(key: YamlNode | null, at: Place): string {
    if (!isScalar(key) || typeof key.value !== 'string') {
      mistakes.add('wrong-type', at, 'a key must be a text', 'Quote it.');
      return isScalar(key) ? key.source ?? '' : '';
    }
    if (key.value.length > LONGEST_KEY) {
      mistakes.add('wrong-type', at, `a key of more than ${LONGEST_KEY} characters`, 'Shorten it.');
      return key.value.slice(0, LONGEST_KEY);
    }
    if (key.type === 'QUOTE_DOUBLE') checkCharacters(key.value, () => at, mistakes);
    return key.value;
  }

  function convertScalar(node: Scalar, at: Place): Tree {
    const { value } = node;
    const raw = node.range ? source.slice(node.range[0], node.range[1]) : '';
    if (typeof value === 'string' && raw.includes('\\')) checkCharacters(value, () => at, mistakes);
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return { kind: 'scalar', at, value, raw };
    if (typeof value === 'number' && Number.isSafeInteger(value) && INTEGER.test(raw)) return { kind: 'scalar', at, value, raw };
    // Its tag was refused before.
    if (typeof value !== 'number') return { kind: 'scalar', at, value: raw, raw };
    mistakes.add('wrong-type', at, `'${raw}' is not written as a whole number that JavaScript holds exactly`,
      'Write decimal digits, below 2^53 and without a zero in front; or quote it to make it a text.');
    // Any whole number, so that nothing else is said of it.
    return { kind: 'scalar', at, value: 1, raw };
  }
  return convert(document.contents, { line: 1, column: 1 });
}

const asNode = (value: unknown): YamlNode | null =>
  isScalar(value) || isMap(value) || isSeq(value) ? value : null;

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

/** The items of a list; nothing else has any. */
export const itemsOf = (tree: Tree | undefined): readonly Tree[] => (tree?.kind === 'list' ? tree.items : []);

/** The entries of a map; nothing else has any. */
export const entriesOf = (tree: Tree | undefined): readonly Entry[] => (tree?.kind === 'map' ? tree.entries : []);

/** A scalar as text; nothing else has one, null neither. */
export const textOf = (tree: Tree | undefined): string => (tree?.kind === 'scalar' && tree.value !== null ? String(tree.value) : '');

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
