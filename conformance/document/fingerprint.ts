// The only place that makes of a piece what the ledger keeps in its stead: a digest to know it by, a sketch to know it
// again when it was reworded. Neither gives the words back.

import { createHash } from 'node:crypto';
import type { Piece } from './page.ts';

export interface Fingerprint {
  /** 16 hexadecimal digits. */
  readonly digest: string;
  /** Four hexadecimal digits for each pair of neighbouring words, the ends included. */
  readonly sketch: readonly string[];
}

export function fingerprint(piece: Piece): Fingerprint {
  const words = wordsOf(piece);
  const ends = ['^', ...words, '$'];
  const pairs = ends.slice(1).map((word, index) => `${ends[index] ?? ''} ${word}`);
  return {
    digest: hash(piece.kind === 'example' || piece.kind === 'output' ? piece.text : words.join(' '), 16),
    sketch: [...new Set(pairs.map((pair) => hash(pair, 4)))].sort(),
  };
}

/** Share of pairs that two sketches have in common, from 0 to 1: twice the common ones by the sum of both. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const known = new Set(one);
  const common = other.filter((pair) => known.has(pair)).length;
  return one.length + other.length === 0 ? 0 : (2 * common) / (one.length + other.length);
}

/**
 * The words that count, the same for every format and every Sphinx: no case, no markup, no punctuation; in a signature
 * the parameters and what qualifies it, without the module.
 */
function wordsOf({ kind, text }: Piece): readonly string[] {
  if (kind === 'signature') return signatureWords(text);
  const plain = text.normalize('NFKC').replace(/[‘’]/gu, "'").toLowerCase();
  const words = plain.match(/[\p{L}\p{N}_]+(?:[.'/-][\p{L}\p{N}_]+)*/gu) ?? [];
  // Sphinx has called additions by both names.
  return kind === 'note' ? words.map((word, index) => (index === 0 && word === 'new' ? 'added' : word)) : words;
}

function signatureWords(text: string): readonly string[] {
  const [, before = '', name = '', parameters = ''] = /^((?:[a-z]+ )*)(?:\w+\.)*(\w+)\s*(?:\((.*)\))?/su.exec(text) ?? [];
  const listed = parameters.split(',').map((parameter) => parameter.replace(/\s+/gu, '')).filter((parameter) => parameter !== '');
  return [...before.split(' ').filter((word) => word !== ''), name, ...listed];
}

const hash = (text: string, digits: number): string => createHash('sha256').update(text).digest('hex').slice(0, digits);
