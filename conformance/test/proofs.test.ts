import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readProofs } from '../proofs.ts';

const reading = suite('proofs');
const good = { says: 'It comes late.', language: 'typescript', proves: { 'task.done.one': ['done/one', 'done/two'], 'task.done.two': ['done/two'] } };

reading('what is a proof is read whole', () => assert.equal(readProofs({ late: good, none: { ...good, language: 'python', proves: {} } }), {
  kind: 'proofs', proofs: { late: good, none: { ...good, language: 'python', proves: {} } },
}));

for (const [title, data, where, message] of [
  ['a list', [], 'the whole file', 'a map of wrong Tasks was expected'],
  ['null', null, 'the whole file', 'a map of wrong Tasks was expected'],
  ['a proof that is a text', { late: 'x' }, 'late', 'a map with says, language and proves was expected'],
  ['a proof that says nothing', { late: { ...good, says: '' } }, 'late › says', 'a sentence was expected'],
  ['a proof in another language', { late: { ...good, language: 'perl' } }, 'late › language', 'typescript or python was expected'],
  ['a proof of a list', { late: { ...good, proves: ['task.done.one'] } }, 'late › proves', 'a map of clauses was expected'],
  ['a clause proved by nothing', { late: { ...good, proves: { 'task.done.one': [] } } }, 'late › proves › task.done.one', 'a list of scenarios was expected, one or more'],
  ['a clause proved by a number', { late: { ...good, proves: { 'task.done.one': ['done/one', 3] } } }, 'late › proves › task.done.one', 'a scenario is named by its id'],
] as const) {
  reading(`${title} is refused, and told where`, () => assert.equal(readProofs(data), { kind: 'mistake', where, message }));
}

reading.run();
