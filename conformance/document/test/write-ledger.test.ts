import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadSpec } from '../../load/load-spec.ts';
import { aRow } from '../../test/made-up.ts';
import { writeLedger } from '../write-ledger.ts';

const writing = suite('the text of the ledger');
const folder = fileURLToPath(new URL('../../../spec', import.meta.url));

writing('the suite’s ledger is written as it stands', () => {
  assert.is(writeLedger(loadSpec(folder).spec.ledger, '3.7'), readFileSync(`${folder}/document/3.7.yaml`, 'utf8'));
});

writing('places are said once, clauses are listed, a reason is quoted, and what has no class yet gets none', () => {
  const place = { page: 'asyncio-future', section: 'future-object', anchor: 'asyncio.Future.done' };
  assert.is(writeLedger({ rows: [
    aRow({ id: 'done.0', kind: 'signature', observed: ['task.done.seen'] }), aRow({ id: 'done.1', standing: { kind: 'untestable', reason: 'It "says": nothing' } }),
    aRow({ id: 'done.r1', place, byReference: true, standing: { kind: 'clause', clauses: [] } }),
  ] }, '3.7').split('\n').slice(2).join('\n'), `document: '3.7'
places:
  - page: asyncio-task
    section: task-object
    anchor: asyncio.Task.done
    sentences:
      - id: done.0
        kind: signature
        clauses:
          - task.done.one
        observed:
          - task.done.seen
        digest: '0123456789abcdef'
        sketch: '0123 4567 89ab'
      - id: done.1
        kind: sentence
        untestable: "It \\"says\\": nothing"
        digest: '0123456789abcdef'
        sketch: '0123 4567 89ab'
  - page: asyncio-future
    section: future-object
    anchor: asyncio.Future.done
    by_reference: true
    sentences:
      - id: done.r1
        kind: sentence
        digest: '0123456789abcdef'
        sketch: '0123 4567 89ab'
`);
});

writing.run();
