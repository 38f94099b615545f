import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Run, Session } from '../../../conformance/adapter.ts';
import { budget, programFrom } from '../../python/test/scenario-from-text.ts';
import { selective } from '../selective-session.ts';

const sessions = suite('a session that knows what it cannot be asked');

sessions('programs that lack something are answered without being sent; all others are', async () => {
  const sent: unknown[] = [];
  let stopped = false;
  const trace: Run = { kind: 'trace', trace: { observations: [], end: { kind: 'ended' }, notes: [] } };
  const session: Session = {
    description: { name: 'fake', implementation: 'fake', version: '1', target: '3.8', task: 'Task', capabilities: [], environment: {} },
    run: (program) => {
      sent.push(program);
      return Promise.resolve(trace);
    },
    stop: () => {
      stopped = true;
      return Promise.resolve();
    },
  };
  const [one, other] = ['one', 'other'].map((label) => programFrom(`coroutines:\n  main:\n    - log: ${label}\n`));
  if (one === undefined || other === undefined) throw new Error('two programs were made');
  const chosen = selective(session, (program) => (program === other ? 'loop-control' : null));
  assert.equal(await chosen.run(one, budget, { notes: false }), trace);
  assert.equal(await chosen.run(other, budget, { notes: false }), { kind: 'unsupported', capability: 'loop-control' });
  assert.equal(sent, [one]);
  assert.is(chosen.description, session.description);
  await chosen.stop();
  assert.ok(stopped);
});

sessions.run();
