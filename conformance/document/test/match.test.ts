import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { aRow } from '../../test/made-up.ts';
import { fingerprint } from '../fingerprint.ts';
import { foundIn, matchDigests, matchPlace, type Matched } from '../match.ts';
import type { PieceKind } from '../page.ts';

const matching = suite('partners of sentences');
type Piece = readonly [kind: PieceKind, text: string];

const rows = (...pieces: readonly Piece[]): readonly ReturnType<typeof aRow>[] =>
  pieces.map(([kind, text], index) => aRow({ id: `done.${index}`, kind, ...fingerprint({ kind, text }) }));
const found = (...pieces: readonly Piece[]): ReturnType<typeof foundIn> =>
  foundIn({ anchor: 'asyncio.Task.done', section: null, leavesOut: false, pieces: pieces.map(([kind, text]) => ({ kind, text })) });
const told = ({ matches, rows: left, pieces }: Matched): unknown => [
  matches.map(({ row, found: { piece }, likeness }) => `${row.id} ${piece.text} ${likeness.toFixed(2)}`), left.map(({ id }) => id), pieces.map(({ piece }) => piece.text),
];

matching('the likest pair comes first, and each has one partner', () => {
  const old = rows(['sentence', 'walk home right now'], ['sentence', 'walk home right now and sleep']);
  assert.equal(told(matchPlace(old, found(['sentence', 'walk home right now and sleep well']))),
    [['done.1 walk home right now and sleep well 0.80'], ['done.0'], []]);
});

matching('of equal sentences the first goes with the first', () => {
  const same = ['sentence', 'Walk home.'] as const;
  assert.equal(told(matchPlace(rows(same, same), found(same))), [['done.0 Walk home. 1.00'], ['done.1'], []]);
});

matching('half of the pairs is enough, less is not', () => {
  assert.equal(told(matchPlace(rows(['sentence', 'walk home now']), found(['sentence', 'walk home later']))), [['done.0 walk home later 0.50'], [], []]);
  assert.equal(told(matchPlace(rows(['sentence', 'walk home now']), found(['sentence', 'walk home much later']))), [[], ['done.0'], ['walk home much later']]);
});

matching('a signature is known by whose it is, however it changed', () => {
  assert.equal(told(matchPlace(rows(['signature', 'walk(far)']), found(['signature', 'walk(*, a, b, c)']))), [['done.0 walk(*, a, b, c) 0.22'], [], []]);
});

matching('words are never code, but a sentence may have become a note', () => {
  assert.equal(told(matchPlace(rows(['sentence', 'walk home now']), found(['example', 'walk home now']))), [[], ['done.0'], ['walk home now']]);
  assert.equal(told(matchPlace(rows(['sentence', 'Changed in version 3.7 walk']), found(['note', 'Changed in version 3.7: walk']))), [['done.0 Changed in version 3.7: walk 1.00'], [], []]);
});

matching('equal words alone count where nothing else is asked for', () => {
  assert.equal(told(matchDigests(rows(['sentence', 'Walk.'], ['sentence', 'walk home now']), found(['sentence', 'walk'], ['sentence', 'walk home later']))),
    [['done.0 walk 1.00'], ['done.1'], ['walk home later']]);
});

matching.run();
