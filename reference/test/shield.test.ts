/** Holds that a shield passes outcomes out, and no cancellation in. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { coroutine } from '../coroutine.ts';
import { createTask } from '../ensure-future.ts';
import { CancelledError } from '../errors.ts';
import { getRunningLoop } from '../loop.ts';
import { run } from '../run.ts';
import { shield } from '../shield.ts';
import { sleep } from '../sleep.ts';

const shielding = suite('shield');

shielding('the outcome of what is shielded comes through: a value, an error, a cancellation', () => {
  const main = coroutine(function* main() {
    const loop = getRunningLoop();
    const inner = [loop.createFuture<string>(), loop.createFuture<string>(), loop.createFuture<string>()] as const;
    const outer = inner.map((one) => shield(one));
    inner[0].setResult('value');
    inner[1].setException(new Error('error'));
    inner[2].cancel();
    yield* sleep(0);
    assert.is(outer[0]?.result(), 'value');
    assert.is(outer[1]?.exception(), inner[1].exception());
    assert.ok(outer[2]?.cancelled());
  });
  run(main());
});

shielding('to cancel the shield leaves what is shielded running', () => {
  const main = coroutine(function* main() {
    const inner = createTask(sleep(1, 'value'));
    const outer = shield(inner);
    assert.ok(outer.cancel());
    assert.is(yield* inner, 'value');
    assert.ok(outer.cancelled());
  });
  run(main());
});

shielding('a shield and what it shields may end in one cycle: the first end counts', () => {
  const main = coroutine(function* main() {
    const inner = getRunningLoop().createFuture<string>();
    const outer = shield(inner);
    inner.setResult('value');
    outer.cancel();
    yield* sleep(0);
    assert.ok(outer.cancelled());
  });
  run(main());
});

shielding('who awaits the shield can be cancelled, and what is shielded goes on', () => {
  const seen: string[] = [];
  const wait = coroutine(function* wait(inner: ReturnType<typeof createTask<string>>) {
    try {
      yield* shield(inner);
    } catch (error) {
      if (error instanceof CancelledError) seen.push('cancelled');
      throw error;
    }
  });
  const main = coroutine(function* main() {
    const inner = createTask(sleep(2, 'value'));
    const waiting = createTask(wait(inner));
    yield* sleep(1);
    waiting.cancel();
    seen.push(yield* inner);
    assert.ok(waiting.cancelled());
  });
  run(main());
  assert.equal(seen, ['cancelled', 'value']);
});

shielding('what is done already is given as it is', () => {
  const main = coroutine(function* main() {
    const inner = getRunningLoop().createFuture<string>();
    inner.setResult('value');
    assert.is(shield(inner), inner);
  });
  run(main());
});

shielding.run();
