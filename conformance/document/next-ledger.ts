// The only place that brings the ledger up to a page: places, digests and sketches are the page's, what a sentence is to the
// suite stays as somebody wrote it, and what is new waits to be classified.

import type { Ledger, LedgerRow, Place } from '../ledger.ts';
import { members, type Clause } from '../spec.ts';
import { driftOf } from './drift.ts';
import { fingerprint } from './fingerprint.ts';
import { isOfTask, type Page } from './page.ts';

/**
 * The ledger of these pages, or null where none defines Task. A row that is new has no class yet: its `clauses` are empty,
 * which the loader refuses until somebody fills them in.
 */
export function nextLedger(ledger: Ledger, pages: readonly Page[], clauses: readonly Clause[]): Ledger | null {
  const fates = driftOf(ledger, pages)?.fates;
  if (fates === undefined) return null;
  const byPiece = new Map(fates.flatMap((fate) => ('found' in fate ? [[fate.found.piece, fate.row] as const] : [])));
  const kept = new Set(fates.filter(({ kind }) => kind === 'unseen').map(({ row }) => row.id));
  const numbers = new Map<string, number>();
  for (const { id } of ledger.rows) {
    const [, series = '', number = ''] = /^(.*\.r?)(\d+)$/u.exec(id) ?? [];
    numbers.set(series, Math.max(numbers.get(series) ?? -1, Number(number)));
  }
  const nextId = (series: string): string => {
    const number = (numbers.get(series) ?? (series.endsWith('.r') ? 0 : -1)) + 1;
    numbers.set(series, number);
    return `${series}${number}`;
  };

  const rows: LedgerRow[] = [];
  for (const { place, byReference } of placesOf(ledger, pages)) {
    const part = pages.flatMap(({ parts }) => parts).find(({ anchor }) => anchor === place.anchor);
    const before = ledger.rows.filter((row) => row.place.anchor === place.anchor);
    const member = memberOf(before[0]?.id, place.anchor);
    for (const piece of part?.pieces ?? []) {
      const row = byPiece.get(piece);
      const id = row?.id ?? nextId(`${member}.${byReference ? 'r' : ''}`);
      rows.push({
        id, kind: piece.kind, place, byReference, ...fingerprint(piece),
        standing: row?.standing ?? { kind: 'clause', clauses: [] }, observed: row?.observed ?? [],
      });
    }
    rows.push(...before.filter(({ id }) => kept.has(id)));
  }
  return { rows: rows.map((row) => withClauses(row, clauses)) };
}

interface PlaceKept {
  readonly place: Place;
  readonly byReference: boolean;
}

/** Members that are new come after those that are known. */
function placesOf(ledger: Ledger, pages: readonly Page[]): readonly PlaceKept[] {
  const known = new Map(ledger.rows.map(({ place, byReference }) => [place.anchor, { place, byReference }]));
  const added = pages.flatMap(({ parts }) => parts).filter(({ anchor }) => isOfTask(anchor) && !known.has(anchor));
  return [...known.values(), ...added.map(({ anchor, section }) => ({
    place: { page: 'asyncio-task', section: section ?? 'task-object', anchor }, byReference: false,
  }))];
}

function memberOf(id: string | undefined, anchor: string): string {
  const name = id?.split('.')[0] ?? (anchor === 'asyncio.Task' ? 'class' : anchor.split('.').at(-1));
  return name ?? members[0];
}

/** Clauses name their sentences; the row names them back. A sentence with a reason keeps it, and nothing is added. */
function withClauses(row: LedgerRow, clauses: readonly Clause[]): LedgerRow {
  const resting = clauses.filter(({ sentences }) => sentences.includes(row.id));
  const yielded = resting.filter(({ level }) => level !== 'observed').map(({ id }) => id);
  const observed = resting.filter(({ level }) => level === 'observed').map(({ id }) => id);
  return { ...row, standing: row.standing.kind === 'clause' ? { kind: 'clause', clauses: yielded } : row.standing, observed };
}
