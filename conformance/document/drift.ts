// The only place that compares another version of the document with the ledger, sentence by sentence.

import type { Ledger, LedgerRow } from '../ledger.ts';
import { foundIn, matchDigests, matchPlace, type Found, type Match, type Matched } from './match.ts';
import { isOfTask, isWhole, type Page, type Part, type PieceKind } from './page.ts';

/** What became of a sentence of the ledger. */
export type Fate =
  | { readonly kind: 'unchanged'; readonly row: LedgerRow; readonly found: Found }
  /** Other words, of which at least half of the pairs are the old ones; of a signature any. */
  | { readonly kind: 'reworded'; readonly row: LedgerRow; readonly found: Found; readonly likeness: number }
  /** The same words, now said of something else. */
  | { readonly kind: 'moved'; readonly row: LedgerRow; readonly found: Found }
  | { readonly kind: 'gone'; readonly row: LedgerRow }
  /** Nobody can tell: its page was not given, or the page leaves it out and says so. */
  | { readonly kind: 'unseen'; readonly row: LedgerRow; readonly why: 'not on this page' | 'left out of this page' };

/** A sentence that the ledger does not know. */
export interface Addition {
  readonly anchor: string;
  readonly page: string;
  readonly kind: PieceKind;
  readonly text: string;
  readonly digest: string;
}

/** A definition that stands on another page or in another section than it did. */
export interface Move {
  readonly anchor: string;
  readonly from: { readonly page: string; readonly section: string };
  readonly to: { readonly page: string; readonly section: string | null };
}

export interface Drift {
  /** Files that were read, the one that defines Task first. */
  readonly pages: readonly string[];
  /** One for each row of the ledger, in its order. */
  readonly fates: readonly Fate[];
  /** In the order of the pages. */
  readonly additions: readonly Addition[];
  readonly moves: readonly Move[];
}

interface Located {
  readonly page: Page;
  readonly name: string;
  readonly part: Part;
}

/** The drift of pages, of which one defines Task; null where none does. */
export function driftOf(ledger: Ledger, pages: readonly Page[]): Drift | null {
  const located = pages.flatMap((page) => page.parts.map((part): Located => ({ page, name: nameOf(page, ledger), part })));
  const home = located.find(({ part }) => part.anchor === 'asyncio.Task');
  if (home === undefined) return null;
  const members = new Set(ledger.rows.filter(({ byReference }) => !byReference).map(({ place }) => place.anchor));
  // Elsewhere only what is known can have moved there; what another page adds about Task is no drift of this one.
  const isOwn = ({ page, part }: Located): boolean => (page === home.page
    ? isOfTask(part.anchor) || (home.part.section !== null && part.anchor === `#${home.part.section}`) : members.has(part.anchor));
  const referred = new Set(ledger.rows.filter(({ byReference }) => byReference).map(({ place }) => place.anchor));
  const own = located.filter(isOwn);
  const others = located.filter((one) => !isOwn(one) && referred.has(one.part.anchor));
  const matched = [
    match(ledger.rows.filter(({ byReference }) => !byReference), own),
    match(ledger.rows.filter(({ byReference }) => byReference), others),
  ];
  const matches = new Map(matched.flatMap((one) => one.matches).map((one) => [one.row.id, one]));
  const added = new Set(matched.flatMap((one) => one.pieces));
  const looked = [...own, ...others];
  return {
    pages: [home.page, ...pages.filter((page) => page !== home.page)].map(({ file }) => file),
    fates: ledger.rows.map((row) => fateOf(row, matches.get(row.id), looked, located)),
    additions: looked.flatMap(({ name, part }) => [...added].filter((found) => found.part === part).map(({ piece, print }): Addition =>
      ({ anchor: part.anchor, page: name, kind: piece.kind, text: piece.text, digest: print.digest }))),
    moves: movesOf(ledger, looked),
  };
}

/** A page whose file does not tell its name is the one whose definitions it has. */
function nameOf(page: Page, ledger: Ledger): string {
  const known = ledger.rows.find(({ place }) => page.parts.some(({ anchor }) => anchor === place.anchor));
  return page.name ?? known?.place.page ?? page.file;
}

/** Definition by definition; what is left over may have gone from one to another, and then keeps its words. */
function match(rows: readonly LedgerRow[], located: readonly Located[]): Matched {
  const anchors = new Set([...rows.map(({ place }) => place.anchor), ...located.map(({ part }) => part.anchor)]);
  const byPlace = [...anchors].map((anchor) => matchPlace(
    rows.filter(({ place }) => place.anchor === anchor),
    located.filter(({ part }) => part.anchor === anchor).flatMap(({ part }) => foundIn(part)),
  ));
  const signatures = byPlace.flatMap((one) => one.rows).filter(({ kind }) => kind === 'signature');
  const gone = matchDigests(byPlace.flatMap((one) => one.rows).filter(({ kind }) => kind !== 'signature'), byPlace.flatMap((one) => one.pieces));
  return { matches: [...byPlace.flatMap((one) => one.matches), ...gone.matches], rows: [...signatures, ...gone.rows], pieces: gone.pieces };
}

function fateOf(row: LedgerRow, matched: Match | undefined, looked: readonly Located[], located: readonly Located[]): Fate {
  if (matched !== undefined) {
    const { found, likeness } = matched;
    if (found.part.anchor !== row.place.anchor) return { kind: 'moved', row, found };
    return found.print.digest === row.digest ? { kind: 'unchanged', row, found } : { kind: 'reworded', row, found, likeness };
  }
  const here = looked.find(({ part }) => part.anchor === row.place.anchor);
  const isGiven = located.some(({ page, name }) => name === row.place.page && isWhole(page));
  if (here === undefined && row.byReference && !isGiven) return { kind: 'unseen', row, why: 'not on this page' };
  const isCode = row.kind === 'example' || row.kind === 'output';
  return here?.part.leavesOut === true && isCode ? { kind: 'unseen', row, why: 'left out of this page' } : { kind: 'gone', row };
}

/** Each definition once. A page that shows no sections cannot say that one moved. */
function movesOf(ledger: Ledger, looked: readonly Located[]): readonly Move[] {
  const places = new Map(ledger.rows.map(({ place }) => [place.anchor, place]));
  return [...places.values()].flatMap(({ anchor, page, section }): readonly Move[] => {
    const now = looked.find(({ part }) => part.anchor === anchor);
    if (now === undefined) return [];
    const elsewhere = now.part.section !== null && (now.name !== page || now.part.section !== section);
    return elsewhere ? [{ anchor, from: { page, section }, to: { page: now.name, section: now.part.section } }] : [];
  });
}

/** Whether a fate can change what an implementation owes. */
export function isNormative(fate: Fate): boolean {
  return (fate.kind === 'reworded' || fate.kind === 'moved' || fate.kind === 'gone') && fate.row.standing.kind === 'clause';
}

/** A new sentence is normative until somebody has read it and said otherwise in a ledger. */
export const hasNormative = ({ fates, additions }: Drift): boolean => additions.length > 0 || fates.some(isNormative);
