// What the document promises holds in whatever order a cycle runs what is ready; what relies on an order is listed here.

import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadSpec } from '../../../conformance/load/load-spec.ts';
import { run } from '../../../conformance/run.ts';
import { oddLoops } from '../odd-loops.ts';
import { wrongTypeScriptAdapter } from '../wrong-typescript.ts';

const odd = suite('odd loops');
const { spec } = loadSpec(fileURLToPath(new URL('../../../spec', import.meta.url)));
const levels = new Map(spec.clauses.map(({ id, level }) => [id, level]));

/** Clauses of which a scenario may fail on an odd loop, each with the reason; none of them binds. */
const mayFail: ReadonlyMap<string, string> = new Map([
  ['task.class.alternation', 'it is about the order in which ready Tasks take turns'],
  ['task.class.waiters-in-order', 'it is about the order in which the waiters of a Future resume'],
  ['task.class.coroutine-used-twice', 'which of two Tasks runs the coroutine is a matter of which starts first'],
  ['task.class.sleep-zero-one-cycle', 'a cycle is marked by callbacks queued before and after'],
  ['task.class.cancels-innermost-task-first', 'Tasks of one chain that are all ready in one cycle'],
  ['task.cancel.overtakes-task', 'the request must fall between the end of the awaited Task and the resumption of the one that awaits'],
  ['task.cancel.queue-position', 'it is about the place in the queue'],
  ['task.cancel.each-other', 'it is about who of two runs first'],
  ['task.cancel.same-cycle', 'the canceller must run before its victim in one cycle'],
  ['task.cancel.chain', 'it counts the cycles of a chain'],
  ['task.add_done_callback.in-order', 'it is about the order of callbacks'],
  ['task.add_done_callback.along-a-cancelled-chain', 'by the words all Tasks of the chain may end in one cycle'],
  ['task.add_done_callback.ended-first', 'it is about the order of the callbacks of two Tasks'],
  ['task.remove_done_callback.added-again', 'it is about the order of callbacks'],
  ['task.remove_done_callback.when-done', 'one callback removes another that must not have run yet'],
]);
const failed = new Set<string>();

for (const loop of oddLoops) {
  odd(`no must depends on first-in first-out: ${loop.name}`, async () => {
    const session = await (await wrongTypeScriptAdapter(loop)).start();
    const { results } = await run(session, spec, spec.scenarios);
    await session.stop();
    const failures = results.filter(({ verdict }) => verdict.kind !== 'pass' && verdict.kind !== 'unsupported');
    for (const { clause } of failures) failed.add(clause ?? '');
    assert.equal(failures.filter(({ clause }) => !mayFail.has(clause ?? '')).map(({ scenario, clause }) => `${scenario}: ${clause ?? 'no clause'}`), []);
    assert.ok(results.filter(({ verdict }) => verdict.kind === 'pass').length > results.length / 2, 'most scenarios can be judged');
  });
}

odd('nothing that may fail is a promise, and each of them does fail on one of the loops', () => {
  const binding = [...mayFail.keys()].filter((id) => levels.get(id) !== 'observed' && levels.get(id) !== 'contested');
  assert.equal(binding, []);
  assert.equal([...mayFail.keys()].filter((id) => !failed.has(id)), []);
});

odd.run();
