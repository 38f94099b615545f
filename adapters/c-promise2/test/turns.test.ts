import { Script } from 'node:vm';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Turns } from '../turns.ts';

const queue = suite('a queue in a context of its own');

/** Runs a script in the context, which may call `log`. */
function started(script: string): { readonly turns: Turns; readonly log: readonly unknown[] } {
  const turns = new Turns();
  const log: unknown[] = [];
  const install: unknown = new Script('(log) => { globalThis.log = log; }').runInContext(turns.context);
  if (typeof install === 'function') install((text: unknown) => log.push(text));
  new Script(script).runInContext(turns.context);
  return { turns, log };
}

queue('microtasks run when a script ends, and all that follow from them', () => {
  const { log } = started("Promise.resolve().then(() => log(1)).then(() => log(2)); log(0);");
  assert.equal(log, [0, 1, 2]);
});

queue('timers run by their time, which passes only when nothing is ready', () => {
  const { turns, log } = started("setTimeout(() => log('late'), 5000); setTimeout(() => log('early'), 10); setTimeout(() => log('now'));");
  assert.equal(log, []);
  turns.turn();
  assert.equal([log, turns.time, turns.isReady], [['now'], 0, false]);
  assert.ok(turns.jump());
  turns.turn();
  assert.equal([log, turns.time], [['now', 'early'], 0.01]);
  assert.ok(turns.jump());
  turns.turn();
  assert.equal([log, turns.time, turns.jump()], [['now', 'early', 'late'], 5, false]);
});

queue('between two timers of one turn the microtasks of the first run, and it may clear the second', () => {
  const { turns, log } = started(`
    setTimeout(() => { log('first'); Promise.resolve().then(() => log('then')); clearTimeout(third); });
    setTimeout(() => log('second'));
    const third = setTimeout(() => log('third'));`);
  turns.turn();
  assert.equal(log, ['first', 'then', 'second']);
});

queue('what becomes due in a turn has the next one', () => {
  const { turns, log } = started("setTimeout(() => { log('a'); setTimeout(() => log('b')); });");
  turns.turn();
  assert.equal([log, turns.isReady], [['a'], true]);
  turns.turn();
  assert.equal(log, ['a', 'b']);
});

queue('a reset forgets all timers and begins at 0', () => {
  const { turns, log } = started("setTimeout(() => log('old'), 7);");
  turns.jump();
  turns.reset();
  assert.equal([turns.time, turns.jump(), log], [0, false, []]);
});

queue.run();
