import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { piecesOfCode, piecesOfText } from '../pieces.ts';

const pieces = suite('pieces of a page');
const cut = (text: string): readonly string[] => piecesOfText(text).map(({ kind, text: shown }) => (kind === 'sentence' ? shown : `${kind}: ${shown}`));

for (const [title, text, expected] of [
  ['a sentence ends at a full stop, a question or an exclamation mark', 'Walk.  Run!\nWhy? so it is.', ['Walk.', 'Run!', 'Why?', 'so it is.']],
  ['three dots, numbers and abbreviations end nothing', 'Try ... ... walk 3.9 km, e.g. home, i.e. here (cf. there) now.', ['Try … … walk 3.9 km, e.g. home, i.e. here (cf. there) now.']],
  ['a semicolon and an although part a sentence', 'Walk; run, although slowly.', ['Walk;', 'run,', 'although slowly.']],
  ['parentheses that end a sentence are a statement, a word or two in them are not', 'Walk (or run home now.) Rest (at home).', ['Walk', '(or run home now.)', 'Rest (at home).']],
  ['parentheses inside a sentence part nothing, nested ones are whole', 'Walk (or run home now) fast. Go (by f(x) or by g(x)).', ['Walk (or run home now) fast.', 'Go', '(by f(x) or by g(x)).']],
  ['a colon parts nothing', 'Walk: run home.', ['Walk: run home.']],
  ['a note on versions is one piece', 'Changed in version 3.7: Walk. Run.', ['note: Changed in version 3.7: Walk. Run.']],
  ['a quotation that ends a sentence goes with it', 'Say "walk." Then run.', ['Say "walk."', 'Then run.']],
  ['what has no word is nothing', ' … — ', []],
] as const) {
  pieces(title, () => assert.equal(cut(text), expected));
}

pieces('a long row of opening parentheses takes no time', () => {
  assert.is(cut(`${'('.repeat(50_000)}a${')'.repeat(49_999)}`).length, 1);
});

pieces('code is shifted to the left, and what it prints is a piece of its own', () => {
  assert.equal(piecesOfCode('\n    walk()\n\n      run()  \n\n    # Expected output:\n    #\n    #  tap\n\n'), [
    { kind: 'example', text: 'walk()\n\n  run()' }, { kind: 'output', text: '# Expected output:\n#\n#  tap' },
  ]);
  assert.equal(piecesOfCode('\n \n'), []);
  assert.equal(piecesOfCode('# Expected output:\n# tap').map(({ kind }) => kind), ['output']);
});

pieces.run();
