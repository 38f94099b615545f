import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type ClassRow, judgedByClass, judgedInAll, percent } from '../judged-by-class.ts';

const judged = suite('how much was judged');
const row = (name: ClassRow['class'], ...cells: ClassRow['cells']): ClassRow => ({ class: name, cells });
const pass = { kind: 'pass', weight: 'green' } as const;
const fail = { kind: 'fail', weight: 'red' } as const;
const differs = { kind: 'fail', weight: 'information' } as const;
const hang = { kind: 'hang', weight: 'red' } as const;
const lacks = { kind: 'unsupported', weight: 'grey' } as const;
const broken = { kind: 'adapter-error', weight: 'broken' } as const;
const left = { kind: 'not-run', weight: 'grey' } as const;
const notOwed = { kind: 'not-applicable', weight: 'grey' } as const;

judged('a verdict on the implementation counts, whatever it is; what lacks, broke or was left out does not', () => {
  const rows = [pass, fail, differs, hang, lacks, broken, left, notOwed].map((cell) => row('core', cell));
  assert.equal(judgedByClass(rows, 0), [{ class: 'core', owed: 7, judged: 4, passed: 1 }]);
});

judged('each class for itself, in their order, without those that nothing is owed of', () => {
  const rows = [row('stacks', lacks), row('core', pass), row('context', notOwed)];
  assert.equal(judgedByClass(rows, 0), [{ class: 'core', owed: 1, judged: 1, passed: 1 }, { class: 'stacks', owed: 1, judged: 0, passed: 0 }]);
  assert.equal(judgedInAll(judgedByClass(rows, 0)), { owed: 2, judged: 1, passed: 1 });
  assert.equal(judgedByClass(rows, 1), [], 'an implementation without cells');
});

judged('only all of it is 100 %', () => {
  assert.is(percent({ owed: 415, judged: 415 }), '100 %');
  assert.is(percent({ owed: 415, judged: 414 }), '99 %');
  assert.is(percent({ owed: 0, judged: 0 }), '0 %');
});

judged.run();
