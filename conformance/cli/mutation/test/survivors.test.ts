// Each survivor is listed with its reason, and no other mutant is.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Fate, Mutant } from '../mutant-record.ts';
import { disagreements, readSurvivors } from '../survivors.ts';

const survivors = suite('survivors');

const mutant = (name: string, fate: Fate): Mutant => ({ key: name, name, fate });
const list = (text: string): readonly string[] => readSurvivors(text, 'survivors.yaml').map((one) => `${one.class} ${one.mutant}: ${one.because}`);

survivors('mutants that share a reason stand in one group of their class', () => {
  assert.equal(list('equivalent:\n  - because: nobody can tell\n    mutants: [a, b]\nopen:\n  - because: later\n    mutants: [c]\n'), [
    'equivalent a: nobody can tell', 'equivalent b: nobody can tell', 'open c: later',
  ]);
});

survivors('a class that there is not, a group without a reason, and one without mutants are refused', () => {
  assert.throws(() => list('harmless: []\n'), /no class harmless/u);
  assert.throws(() => list('open: because\n'), /open is no list of groups/u);
  assert.throws(() => list('open:\n  - mutants: [a]\n'), /lacks its reason/u);
  assert.throws(() => list('open:\n  - because: later\n    mutants: []\n'), /lacks its reason/u);
  assert.throws(() => list('a text\n'), /a map of classes/u);
});

survivors('a list that says what survives, and nothing else, agrees', () => {
  const mutants = [mutant('a', 'survived'), mutant('b', 'no-coverage'), mutant('c', 'must'), mutant('d', 'ignored')];
  assert.equal(disagreements(mutants, readSurvivors('open:\n  - because: later\n    mutants: [a, b]\n', 'x')), []);
});

survivors('what is not listed, what is noticed, what is no mutant, and what is listed twice are told', () => {
  const mutants = [mutant('a', 'survived'), mutant('b', 'no-coverage'), mutant('c', 'must')];
  assert.equal(disagreements(mutants, readSurvivors('open:\n  - because: later\n    mutants: [a, a, c, gone]\n', 'x')), [
    'survives and is not listed, write a scenario or say why not: b',
    'is listed and noticed, take it out: c',
    'is listed and there is no such mutant, take it out: gone',
    'is listed twice: a',
  ]);
});

survivors.run();
