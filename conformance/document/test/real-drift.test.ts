// The ledger and the drift, held against the real pages. The golden file has ids, places and digests, and no words of theirs.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { whereFound } from '../../test/where-found.ts';
import { readPages } from '../../cli/document-pages.ts';
import { loadSpec } from '../../load/load-spec.ts';
import { driftOf, hasNormative, type Drift } from '../drift.ts';
import { nextLedger } from '../next-ledger.ts';
import { writeLedger } from '../write-ledger.ts';
import { pageNeed, realPage, sourceOf } from './real-pages.ts';

const real = suite('the real pages');
const folder = fileURLToPath(new URL('../../../spec', import.meta.url));
const { spec } = loadSpec(folder);
const old = realPage('3.7');
const newer = realPage('3.11');
const withOld = whereFound(real, old === null ? pageNeed('3.7') : null);
const withNewer = whereFound(real, newer === null ? pageNeed('3.11') : null);

const driftFrom = (file: string): Drift => {
  const drift = driftOf(spec.ledger, readPages([file]).all);
  if (drift === null) throw new Error(`${file} does not define Task`);
  return drift;
};

/** What changed, without a word of the page. */
const outline = ({ fates, additions, moves }: Drift): string => {
  const lines = fates.map((fate) => {
    switch (fate.kind) {
      case 'reworded': return `${fate.row.id} reworded, ${Math.round(fate.likeness * 100)} % alike, now ${fate.found.print.digest}`;
      case 'moved': return `${fate.row.id} moved to ${fate.found.part.anchor}`;
      case 'unseen': return `${fate.row.id} unseen: ${fate.why}`;
      default: return `${fate.row.id} ${fate.kind}`;
    }
  });
  return [
    ...lines, ...additions.map(({ page, anchor, kind, digest }) => `new ${page}#${anchor} ${kind} ${digest}`),
    ...moves.map(({ anchor, from, to }) => `${anchor} moved from ${from.page}#${from.section} to ${to.page}#${String(to.section)}`), '',
  ].join('\n');
};

withOld('every sentence of the 3.7 page has a row, and every row its sentence', () => {
  const drift = driftFrom(old ?? '');
  assert.equal(drift.additions, []);
  assert.equal(drift.moves, []);
  assert.not.ok(hasNormative(drift));
  const own = drift.fates.filter(({ row }) => !row.byReference);
  // A text has no code, and says so where the example stood.
  assert.equal(own.filter(({ kind }) => kind !== 'unchanged').map((fate) => `${fate.row.id} ${fate.kind}`), ['cancel.7 unseen', 'cancel.8 unseen']);
  assert.ok(drift.fates.filter(({ row }) => row.byReference).every(({ kind }) => kind === 'unseen'));
});

withOld('the ledger made anew from the 3.7 page is the one that is kept', () => {
  const next = nextLedger(spec.ledger, readPages([old ?? '']).all, spec.clauses);
  assert.ok(next);
  // Compared as a whole, so that a failure is one line and not the whole file.
  assert.ok(writeLedger(next, '3.7') === readFileSync(`${folder}/document/3.7.yaml`, 'utf8'), 'taskspec drift --update writes it anew');
});

withNewer('the drift of the 3.11 page is what its readers found it to be', () => {
  const golden = fileURLToPath(new URL('golden/drift-3.11.txt', import.meta.url));
  const text = outline(driftFrom(newer ?? ''));
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, text);
  assert.fixture(text, readFileSync(golden, 'utf8'));
});

withNewer('its source, in reStructuredText, has drifted as its HTML has', () => {
  // A reference without a title reads differently in the source: Sphinx alone knows the title of what is referred to.
  const byTitle = /^new asyncio-task#asyncio\.Task\.uncancel sentence (?:02bc4ca80cf71b11|c9e4ec914cc29985)$/mu;
  const [html, source] = [newer ?? '', sourceOf(newer ?? '')].map((file) => outline(driftFrom(file)));
  assert.match(html ?? '', byTitle);
  assert.is((source ?? '').replace(byTitle, ''), (html ?? '').replace(byTitle, ''));
});

real.run();
