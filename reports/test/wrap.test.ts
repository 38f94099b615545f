import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { wrap } from '../wrap.ts';

const wrapping = suite('wrapping');

wrapping('lines break between words', () => assert.equal(wrap('one two  three\nfour', 9), ['one two', 'three', 'four']));
wrapping('a word that is too long has a line of its own', () => assert.equal(wrap('a extraordinary b', 5), ['a', 'extraordinary', 'b']));
wrapping('a no-break space does not break', () => assert.equal(wrap('a b\u00a0c', 3), ['a', 'b\u00a0c']));
wrapping('what stands between words may be wider', () => assert.equal(wrap('a b c', 6, '   '), ['a   b', 'c']));
wrapping('nothing is no line', () => assert.equal(wrap(' \n', 10), []));

wrapping.run();
