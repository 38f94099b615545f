// The only place for the shape of the ledger: every sentence of the document, what became of it, and never its words.

import type { PieceKind } from './document/page.ts';

/** What a sentence is to the suite. A reason says, in our words, why it yields no clause. */
export type Standing =
  | { readonly kind: 'clause'; readonly clauses: readonly string[] }
  /** It promises nothing: it tells, points elsewhere, or dates. */
  | { readonly kind: 'informative'; readonly reason: string }
  /** It says what should be, but no program can see whether it is so. */
  | { readonly kind: 'untestable'; readonly reason: string };

export interface Place {
  /** The page's name, `asyncio-future`. */
  readonly page: string;
  /** The section's name in links, `future-object`. */
  readonly section: string;
  /** The definition's name in links, `asyncio.Future.cancel`. */
  readonly anchor: string;
}

export interface LedgerRow {
  /** Member and number, `cancel.2`; with an `r` where the Task section only refers to it, `cancel.r1`. Stable, never used again. */
  readonly id: string;
  readonly kind: PieceKind;
  readonly place: Place;
  /** It stands outside the Task section, which takes it over by reference. */
  readonly byReference: boolean;
  readonly digest: string;
  readonly sketch: readonly string[];
  readonly standing: Standing;
  /** Clauses about what CPython does where this sentence is silent. */
  readonly observed: readonly string[];
}

export interface Ledger {
  /** In the order of the document; what is referred to stands after the member that refers to it. */
  readonly rows: readonly LedgerRow[];
}
