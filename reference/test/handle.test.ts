/** Holds that a handle can be cancelled, and says so. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { newEventLoop } from '../loop.ts';

const handle = suite('handle');

handle('a handle is not cancelled until it is', () => {
  const one = newEventLoop().callSoon(() => undefined);
  assert.not.ok(one.cancelled());
  one.cancel();
  one.cancel();
  assert.ok(one.cancelled());
});

handle('a cancelled handle loses its turn, and the others keep theirs', () => {
  const loop = newEventLoop();
  const seen: string[] = [];
  loop.callSoon(() => seen.push('first'));
  loop.callSoon(() => seen.push('cancelled')).cancel();
  loop.callSoon(() => seen.push('last'));
  loop.runOnce();
  assert.equal(seen, ['first', 'last']);
});

handle.run();
