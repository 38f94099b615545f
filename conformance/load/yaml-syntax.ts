// The only place that says what of YAML is not part of the language. It reads tokens, before there is any tree: a text
// that nests deeper than the stack goes must never reach what reads it by recursion.

import type { CST } from 'yaml';
import type { Mistakes, Place } from './mistake.ts';

const DEEPEST = 40;

/** Adds what is refused; false where no tree must be made of it. */
export function checkSyntax(tokens: readonly CST.Token[], place: (offset: number) => Place, mistakes: Mistakes): boolean {
  let isUsable = true;
  const open: (readonly [token: CST.Token, depth: number])[] = tokens.map((token) => [token, 0] as const);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [token, depth] = next;
    if (depth > DEEPEST) {
      mistakes.add('yaml-depth', place(token.offset), `more than ${DEEPEST} levels deep`, 'Write it flatter.');
      isUsable = false;
      break;
    }
    switch (token.type) {
      case 'anchor':
      case 'alias':
        mistakes.add('yaml-alias', place(token.offset), 'anchors and aliases are not part of the language',
          'Write the value where it is used; a text that begins with & or * needs quotes.');
        isUsable = false;
        break;
      case 'tag':
        mistakes.add('yaml-tag', place(token.offset), 'tags are not part of the language',
          'Remove it; a text that begins with ! needs quotes.');
        break;
      case 'directive':
        mistakes.add('yaml-directive', place(token.offset), 'directives are not part of the language', 'Remove the line.');
        break;
      case 'document':
        for (const inner of [...token.start, token.value]) if (inner !== undefined) open.push([inner, depth]);
        break;
      case 'block-map':
      case 'block-seq':
      case 'flow-collection':
        for (const { start, key, sep, value } of token.items) {
          for (const inner of [...start, key, ...(sep ?? []), value]) if (inner) open.push([inner, depth + 1]);
        }
        break;
      default:
    }
  }
  return isUsable;
}

/** Line breaks that only some programs see, controls, halves of characters, and what turns the direction of a text. */
const REFUSED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]|\r(?!\n)/gu;

/** Adds a mistake where a text, as the file writes it or as its escapes spell it, has a character that no reader sees. */
export function checkCharacters(text: string, place: (offset: number) => Place, mistakes: Mistakes): void {
  for (const found of text.matchAll(REFUSED)) {
    const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    mistakes.add('character', place(found.index), `the character U+${code} has no place in a spec file`, 'Remove it, or write what it means.');
  }
}
