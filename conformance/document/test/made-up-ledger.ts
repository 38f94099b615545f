// The only place for a ledger of the made-up pages: each of its sentences a row, as they stand in the old page.

import type { Ledger, LedgerRow } from '../../ledger.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Page } from '../page.ts';
import { readPage } from '../read-page.ts';
import { oldRst, otherRst } from './made-up-pages.ts';

export const aPage = (source: string, file = 'asyncio-task.rst'): Page => {
  const read = readPage(source, file);
  if (read.kind === 'unreadable') throw new Error(read.message);
  return read.page;
};

const oldTask = aPage(oldRst);
const oldOther = aPage(otherRst, 'asyncio-future.rst');

/** Rows of a definition; each yields a clause named after it, or what `standing` says. */
const rowsOf = (page: Page, anchor: string, prefix: string, standing: Readonly<Record<string, LedgerRow['standing']>> = {}): readonly LedgerRow[] => {
  const part = page.parts.find((one) => one.anchor === anchor);
  return (part?.pieces ?? []).map((piece, index): LedgerRow => {
    const id = `${prefix}${index}`;
    return {
      id, kind: piece.kind, place: { page: page.name ?? '', section: part?.section ?? '', anchor }, byReference: prefix.endsWith('r'),
      ...fingerprint(piece), standing: standing[id] ?? { kind: 'clause', clauses: [`task.${id.replace('.', '.s')}`] }, observed: [],
    };
  });
};

/** Members of the made-up Task go by names that Task has, since a sentence belongs to one of those. */
export const aLedger: Ledger = {
  rows: [
    ...rowsOf(oldTask, 'asyncio.Task', 'class.', { 'class.3': { kind: 'informative', reason: 'It dates the whistling.' } }),
    ...rowsOf(oldTask, 'asyncio.make_walker', 'class.r'),
    ...rowsOf(oldTask, 'asyncio.Task.stride', 'cancel.'),
    ...rowsOf(oldOther, 'asyncio.Future.lace', 'cancel.r', { 'cancel.r1': { kind: 'untestable', reason: 'Nobody sees it.' } }),
    ...rowsOf(oldTask, 'asyncio.Task.rest', 'done.'),
  ],
};
