import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Ledger } from '../../ledger.ts';
import type { Clause } from '../../spec.ts';
import { aClause } from '../../test/made-up.ts';
import { nextLedger } from '../next-ledger.ts';
import { aLedger, aPage } from './made-up-ledger.ts';
import { newRst, oldBraces, oldRst, otherRst } from './made-up-pages.ts';

const bringing = suite('the ledger, brought up to a page');
const clauses: readonly Clause[] = aLedger.rows.flatMap(({ id, standing }) => (standing.kind === 'clause' ? standing.clauses.map((clause) => aClause({ id: clause, sentences: [id] })) : []));

const brought = (source: string, ledger: Ledger = aLedger, all: readonly Clause[] = clauses, file = 'asyncio-task.rst'): Ledger => {
  const pages = [aPage(source, file), ...(file === 'asyncio-task.rst' ? [aPage(otherRst, 'asyncio-future.rst')] : [])];
  const next = nextLedger(ledger, pages, all);
  if (next === null) throw new Error('the page does not define Task');
  return next;
};

bringing('the page that it is of changes nothing', () => assert.equal(brought(oldRst), aLedger));

bringing('what a page does not show is kept as it is', () => assert.equal(brought(oldBraces, aLedger, clauses, 'by-hand.txt'), aLedger));

bringing('reworded sentences keep their id and class, what is new gets the next id and no class', () => {
  const next = brought(newRst);
  assert.equal(next.rows.map(({ id }) => id).filter((id) => !aLedger.rows.some((row) => row.id === id)), ['hum.0', 'hum.1']);
  assert.equal(next.rows.filter(({ id }) => id.startsWith('hum')).map(({ standing, byReference }) => [standing, byReference]), Array.from({ length: 2 }, () => [{ kind: 'clause', clauses: [] }, false]));
  const second = (ledger: Ledger): unknown => ledger.rows.find(({ id }) => id === 'class.2');
  assert.not.equal(second(next), second(aLedger));
  assert.equal(next.rows.find(({ id }) => id === 'class.3')?.standing.kind, 'informative');
});

bringing('an id is never given again while a later one stands, and what is gone is no row any more', () => {
  const next = brought(oldRst.replace('A walker carries ``shoes`` through\n   the loop.', 'Nothing like it was ever said before.'));
  assert.equal(next.rows.filter(({ id }) => /^class\.\d/u.test(id)).map(({ id }) => id), ['class.0', 'class.4', 'class.2', 'class.3']);
});

bringing('clauses that name a sentence are named by its row, observed ones apart', () => {
  const next = brought(oldRst, aLedger, [...clauses, aClause({ id: 'task.done.more', sentences: ['done.1'] }), aClause({ id: 'task.done.seen', level: 'observed', sentences: ['done.1', 'class.3'] })]);
  const row = (id: string): unknown => {
    const found = next.rows.find((one) => one.id === id);
    return [found?.standing, found?.observed];
  };
  assert.equal(row('done.1'), [{ kind: 'clause', clauses: ['task.done.s1', 'task.done.more'] }, ['task.done.seen']]);
  assert.equal(row('class.3'), [{ kind: 'informative', reason: 'It dates the whistling.' }, ['task.done.seen']]);
});

bringing('an empty ledger gets a row for each sentence of Task', () => {
  const next = brought(oldRst, { rows: [] }, []);
  assert.equal(next.rows.map(({ id }) => id), [
    'class.0', 'class.1', 'class.2', 'class.3', 'stride.0', 'stride.1', 'stride.2', 'stride.3', 'stride.4', 'stride.5', 'stride.6', 'rest.0', 'rest.1', 'rest.2', 'rest.3',
  ]);
});

bringing('pages of which none defines Task have no ledger', () => assert.is(nextLedger(aLedger, [aPage(otherRst)], clauses), null));

bringing.run();
