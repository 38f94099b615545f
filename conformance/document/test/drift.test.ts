import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { driftOf, hasNormative, isNormative, type Drift } from '../drift.ts';
import { aLedger, aPage } from './made-up-ledger.ts';
import { newHtml, newRst, newText, oldBraces, olderHtml, oldHtml, oldRst, oldText, otherRst } from './made-up-pages.ts';

const drifting = suite('drift');
const other = aPage(otherRst, 'asyncio-future.rst');

const driftIn = (...pages: readonly ReturnType<typeof aPage>[]): Drift => {
  const drift = driftOf(aLedger, pages);
  if (drift === null) throw new Error('the page does not define Task');
  return drift;
};

/** What is not unchanged, in short. */
const told = ({ fates, additions, moves }: Drift): readonly string[] => [
  ...fates.filter(({ kind }) => kind !== 'unchanged').map((fate) => `${fate.row.id} ${fate.kind}${fate.kind === 'unseen' ? ` ${fate.why}` : ''}`),
  ...additions.map(({ page, anchor, text }) => `new ${page} ${anchor} ${text}`),
  ...moves.map(({ anchor, from, to }) => `moved ${anchor} ${from.page}#${from.section} → ${to.page}#${String(to.section)}`),
];

for (const [format, source] of [['reStructuredText', oldRst], ['HTML', oldHtml], ['the HTML of old Sphinx', olderHtml], ['plain text', oldText]] as const) {
  drifting(`the page itself has not drifted, as ${format}`, () => {
    const drift = driftIn(aPage(source), other);
    assert.equal(told(drift), []);
    assert.is(drift.fates.length, aLedger.rows.length);
    assert.not.ok(hasNormative(drift));
  });
}

for (const [format, source] of [['reStructuredText', newRst], ['HTML', newHtml], ['plain text', newText]] as const) {
  drifting(`a parameter, a reworded sentence, a reworded note, a new member, and one that moved are told once each, as ${format}`, () => {
    const drift = driftIn(aPage(source), other);
    assert.equal(told(drift), [
      'class.0 reworded', 'class.2 reworded', 'class.3 reworded',
      'new asyncio-task asyncio.Task.hum hum()', 'new asyncio-task asyncio.Task.hum Hum a tune.',
      'moved asyncio.Task.rest asyncio-task#walkers → asyncio-task#resting',
    ]);
    assert.ok(hasNormative(drift));
  });
}

drifting('a reworded sentence says how like the old one it is', () => {
  const [reworded] = driftIn(aPage(newRst), other).fates.filter(({ row }) => row.id === 'class.2');
  if (reworded?.kind !== 'reworded') throw new Error('it is not reworded');
  assert.is(reworded.found.piece.text, 'It never wears two pairs of them at the same time.');
  assert.ok(reworded.likeness > 0.5 && reworded.likeness < 1);
});

drifting('a sentence that has less than half of its pairs left is gone, and the other one new', () => {
  assert.equal(told(driftIn(aPage(oldRst.replace('It never wears two pairs of them at once.', 'It changes them every single day.')), other)),
    ['class.2 gone', 'new asyncio-task asyncio.Task It changes them every single day.']);
});

drifting('a member that is gone takes all its sentences along', () => {
  const drift = driftIn(aPage(oldRst.replace(/ {3}\.\. method:: rest\(\)[^]*$/u, '')), other);
  assert.equal(told(drift), ['done.0 gone', 'done.1 gone', 'done.2 gone', 'done.3 gone']);
  assert.ok(drift.fates.some(isNormative));
});

drifting('a member that went to another page is found there', () => {
  const rest = '.. module:: asyncio\n\nBeds\n====\n\n.. method:: Task.rest()\n\n   Sit down until somebody calls (or until it rains hard.)\n\n   Never snore.\n';
  const drift = driftIn(aPage(oldRst.replace(/ {3}\.\. method:: rest\(\)[^]*$/u, '')), other, aPage(rest, 'asyncio-beds.rst'));
  assert.equal(told(drift), ['moved asyncio.Task.rest asyncio-task#walkers → asyncio-beds#beds']);
  assert.not.ok(hasNormative(drift), 'it says the same as before');
});

drifting('what another page says about Task without having moved there is no drift of this page', () => {
  assert.equal(told(driftIn(aPage(oldRst), other, aPage('.. module:: asyncio\n\n.. method:: Task.__init__()\n\n   Make one.\n', 'asyncio-extending.rst'))), []);
});

drifting('the same words about another member are no longer the same promise', () => {
  const drift = driftIn(aPage(oldRst.replace('      * Never snore.\n', '').replace('nobody sees it.', 'nobody sees it.\n\n      Never snore.')), other);
  assert.equal(told(drift), ['done.3 moved']);
  assert.ok(hasNormative(drift));
});

drifting('rows that rest on other pages are unseen where those are not given, and gone where they are given without them', () => {
  assert.equal(told(driftIn(aPage(oldRst))), ['cancel.r0 unseen not on this page', 'cancel.r1 unseen not on this page']);
  assert.equal(told(driftIn(aPage(oldRst), aPage(otherRst.replace('classmethod:: lace', 'classmethod:: tie'), 'asyncio-future.rst'))), ['cancel.r0 gone', 'cancel.r1 gone']);
});

drifting('a page with the class alone shows neither what stands around it nor what it leaves out', () => {
  const drift = driftIn(aPage(oldBraces, 'by-hand.txt'));
  assert.equal(told(drift), [
    'class.r0 unseen not on this page', 'class.r1 unseen not on this page', 'class.r2 unseen not on this page',
    'cancel.5 unseen left out of this page', 'cancel.6 unseen left out of this page',
    'cancel.r0 unseen not on this page', 'cancel.r1 unseen not on this page',
  ]);
  assert.not.ok(hasNormative(drift));
});

drifting('a page whose file has any name is known by what it defines', () => {
  assert.equal(told(driftIn(aPage(oldRst, 'saved.rst'), aPage(otherRst, 'too.rst'))), []);
});

drifting('what promises nothing may change without anything normative having changed', () => {
  const drift = driftIn(aPage(oldRst.replace('Walkers may whistle.', 'Walkers may sing.')), aPage(otherRst.replace('Lace them up.', 'Lace them all up.'), 'asyncio-future.rst'));
  assert.equal(told(drift), ['class.3 reworded', 'cancel.r1 reworded']);
  assert.not.ok(hasNormative(drift));
});

drifting('text in the section of Task outside its class is new, in another section it is not looked at', () => {
  assert.equal(told(driftIn(aPage(`${oldRst.replace('.. class:: Task', 'Walkers are many.\n\n.. class:: Task')}\n\nMore\n====\n\nElsewhere.\n`), other)),
    ['new asyncio-task #walkers Walkers are many.']);
});

drifting('pages of which none defines Task have no drift', () => assert.is(driftOf(aLedger, [other]), null));

drifting.run();
