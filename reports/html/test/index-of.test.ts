// What an outcome says of a clause.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { markFor } from '../app/index-of.ts';
import type { ExplorerOutcome } from '../explorer-data.ts';

const indexing = suite('index');
const outcome = (mark: ExplorerOutcome['mark']): ExplorerOutcome => ({ mark, text: '', clause: 3, flaky: false, echoOf: '', variant: '', story: -1 });

indexing('what went wrong against another clause is neither blame nor praise', () => {
  for (const mark of ['fail', 'warning', 'differs', 'broken'] as const) {
    assert.is(markFor(outcome(mark), 3), mark);
    assert.is(markFor(outcome(mark), 4), 'elsewhere');
    assert.is(markFor(outcome(mark), null), mark);
  }
});

indexing('what passed or was not judged says so of every clause', () => {
  for (const mark of ['pass', 'unsupported', 'not owed', 'not run'] as const) assert.is(markFor(outcome(mark), 4), mark);
  assert.is(markFor(null, 3), 'not run');
});

indexing.run();
