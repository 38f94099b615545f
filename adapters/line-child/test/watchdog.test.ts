import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Watchdog } from '../watchdog.ts';

const watchdog = suite('a watchdog');

/** A watchdog, and what it has heard of so far. */
function aWatchdog(): { readonly dog: Watchdog<string>; readonly late: string[]; readonly next: () => Promise<string> } {
  const late: string[] = [];
  let heard: (it: string) => void = () => undefined;
  const dog = new Watchdog<string>((it) => {
    late.push(it);
    heard(it);
  });
  return { dog, late, next: () => new Promise((resolve) => { heard = resolve; }) };
}

watchdog('tells what took too long, once', async () => {
  const { dog, late, next } = aWatchdog();
  dog.watch('slow', 5);
  assert.is(await next(), 'slow');
  dog.watch('slower', 5);
  assert.is(await next(), 'slower');
  assert.equal(late, ['slow', 'slower']);
});

watchdog('gives what comes next its whole time, and says nothing of what was over', async () => {
  const { dog, late, next } = aWatchdog();
  dog.watch('first', 20);
  dog.watch('second', 60);
  const since = performance.now();
  assert.is(await next(), 'second');
  assert.ok(performance.now() - since >= 59);
  assert.equal(late, ['second']);
});

watchdog('rings earlier where what comes next may take less', async () => {
  const { dog, next } = aWatchdog();
  dog.watch('patient', 1_000_000_000);
  dog.watch('impatient', 5);
  assert.is(await next(), 'impatient');
});

watchdog('does not count the time in which we could not listen', async () => {
  const { dog, late, next } = aWatchdog();
  dog.watch('patient', 400);
  const busyUntil = performance.now() + 1000;
  while (performance.now() < busyUntil);
  for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(late, []);
  assert.is(await next(), 'patient');
});

watchdog('rests, and keeps no process alive', async () => {
  const { dog, late, next } = aWatchdog();
  dog.watch('over', 5);
  dog.rest();
  const other = aWatchdog();
  other.dog.watch('later', 20);
  await Promise.race([next(), other.next()]);
  assert.equal(late, []);
});

watchdog.run();
