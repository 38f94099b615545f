// The only place that finds again on a page what the ledger knows: by digest, else by the likeness of sketches.

import type { LedgerRow } from '../ledger.ts';
import { fingerprint, likeness, type Fingerprint } from './fingerprint.ts';
import type { Part, Piece } from './page.ts';

/** A piece of a page with what is needed to know it, and where it stands. */
export interface Found {
  readonly piece: Piece;
  readonly print: Fingerprint;
  readonly part: Part;
}

export interface Match {
  readonly row: LedgerRow;
  readonly found: Found;
  /** 1 is the same words; below that, how like the sketches are. */
  readonly likeness: number;
}

export interface Matched {
  readonly matches: readonly Match[];
  /** Rows and pieces without partner. */
  readonly rows: readonly LedgerRow[];
  readonly pieces: readonly Found[];
}

/** At least half of the pairs of words must be the same, or it is another sentence. */
const ENOUGH = 0.5;

export const foundIn = (part: Part): readonly Found[] => part.pieces.map((piece) => ({ piece, print: fingerprint(piece), part }));

/**
 * Partners among rows and pieces of one definition: equal digests first, in order; then the signature, which is known by
 * whose it is; then the likest first, each once.
 */
export function matchPlace(rows: readonly LedgerRow[], pieces: readonly Found[]): Matched {
  const same = matchDigests(rows, pieces);
  const signature = matchSignature(same.rows, same.pieces);
  const like = matchSketches(signature.rows, signature.pieces);
  return { ...like, matches: [...same.matches, ...signature.matches, ...like.matches] };
}

/** Equal words and nothing else: for sentences that went from one definition to another. */
export function matchDigests(rows: readonly LedgerRow[], pieces: readonly Found[]): Matched {
  const left = [...pieces];
  const matches: Match[] = [];
  for (const row of rows) {
    const at = left.findIndex(({ piece, print }) => print.digest === row.digest && piece.kind === row.kind);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (found !== undefined) matches.push({ row, found, likeness: 1 });
  }
  return rest(rows, pieces, matches);
}

function matchSignature(rows: readonly LedgerRow[], pieces: readonly Found[]): Matched {
  const row = rows.find(({ kind }) => kind === 'signature');
  const found = pieces.find(({ piece }) => piece.kind === 'signature');
  if (row === undefined || found === undefined) return { matches: [], rows, pieces };
  return rest(rows, pieces, [{ row, found, likeness: likeness(row.sketch, found.print.sketch) }]);
}

function matchSketches(rows: readonly LedgerRow[], pieces: readonly Found[]): Matched {
  const pairs = rows.flatMap((row) => pieces
    .filter(({ piece }) => isCode(piece.kind) === isCode(row.kind))
    .map((found): Match => ({ row, found, likeness: likeness(row.sketch, found.print.sketch) })))
    .filter((pair) => pair.likeness >= ENOUGH)
    .sort((one, other) => other.likeness - one.likeness);
  const matches: Match[] = [];
  for (const pair of pairs) {
    if (!matches.some(({ row, found }) => row === pair.row || found === pair.found)) matches.push(pair);
  }
  return rest(rows, pieces, matches);
}

/** A sentence may become a note, and an example its output, but words never code. */
const isCode = (kind: Piece['kind']): boolean => kind === 'example' || kind === 'output';

function rest(rows: readonly LedgerRow[], pieces: readonly Found[], matches: readonly Match[]): Matched {
  const taken = new Set<unknown>(matches.flatMap(({ row, found }) => [row, found]));
  return { matches, rows: rows.filter((row) => !taken.has(row)), pieces: pieces.filter((found) => !taken.has(found)) };
}
