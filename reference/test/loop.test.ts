/** Holds cycles, the virtual clock, what ends a run, and which loop is current. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Context, ContextVar } from '../context.ts';
import { KeyboardInterrupt, RuntimeError, StuckError, SystemExit } from '../errors.ts';
import { type ErrorReport, type EventLoop, getEventLoop, getRunningLoop, newEventLoop, setEventLoop } from '../loop.ts';

const isRuntimeError = (error: unknown): boolean => error instanceof RuntimeError;

/** What is written to the console while `action` runs. */
function written(action: () => void): unknown[][] {
  const lines: unknown[][] = [];
  const { error } = console;
  console.error = (...line: unknown[]) => void lines.push(line);
  try {
    action();
  } finally {
    console.error = error;
  }
  return lines;
}

/** Stops the loop in this cycle, so that `runForever` ends. */
const stopping = (loop: EventLoop): EventLoop => {
  loop.stop();
  return loop;
};

const loop = suite('loop');

loop('a cycle runs what was ready, first in first out; what is queued meanwhile waits for the next one', () => {
  const one = newEventLoop();
  const seen: string[] = [];
  one.callSoon(() => {
    seen.push('first');
    one.callSoon(() => seen.push('next cycle'));
  });
  one.callSoon(() => seen.push('second'));
  assert.is(one.ready, 2);
  one.runOnce();
  assert.equal(seen, ['first', 'second']);
  one.runOnce();
  assert.equal(seen, ['first', 'second', 'next cycle']);
});

loop('time stands still while anything is ready, and then jumps to the next timer', () => {
  const one = newEventLoop();
  const seen: [string, number][] = [];
  const note = (name: string) => () => void seen.push([name, one.time()]);
  one.callLater(3600, note('later'));
  one.callAt(60, note('earlier'));
  one.callSoon(note('soon'));
  assert.is(one.scheduled, 2);
  for (let cycle = 0; cycle < 3; cycle++) one.runOnce();
  assert.equal(seen, [['soon', 0], ['earlier', 60], ['later', 3600]]);
  assert.is(one.scheduled, 0);
});

loop('timers that are due come after what is ready, in the same cycle, and time never goes back', () => {
  const one = newEventLoop();
  const seen: string[] = [];
  one.callLater(5, () => {
    one.callAt(1, () => seen.push('due long ago'));
    one.callSoon(() => seen.push('ready'));
  });
  one.runOnce();
  one.runOnce();
  assert.equal(seen, ['ready', 'due long ago']);
  assert.is(one.time(), 5);
});

loop('no time passes for a timer that was cancelled', () => {
  const one = newEventLoop();
  one.callLater(1, () => undefined).cancel();
  one.callLater(2, () => undefined);
  one.callLater(9, () => undefined).cancel();
  one.runOnce();
  assert.is(one.time(), 2);
});

loop('a callback runs in the context given, else in a copy of the current one', () => {
  const one = newEventLoop();
  const variable = new ContextVar<string>('variable');
  const seen: string[] = [];
  const note = (): void => void seen.push(variable.get('none'));
  const [given, around] = [new Context(), new Context()];
  given.run(() => variable.set('given'));
  around.run(() => {
    variable.set('around');
    one.callSoon(note);
    one.callSoon(note, { context: given });
    one.callLater(1, note);
    one.callLater(1, note, { context: given });
    variable.set('later');
  });
  one.runOnce();
  one.runOnce();
  assert.equal(seen.sort(), ['around', 'around', 'given', 'given']);
});

loop('stop ends the run after the current cycle, or after the first one of the next run', () => {
  const one = newEventLoop();
  const seen: string[] = [];
  one.callSoon(() => {
    one.stop();
    one.callSoon(() => seen.push('next cycle'));
  });
  one.callSoon(() => seen.push('same cycle'));
  one.runForever();
  assert.equal(seen, ['same cycle']);
  stopping(one).runForever();
  assert.equal(seen, ['same cycle', 'next cycle']);
});

loop('a stopped loop does not wait for a timer', () => {
  const one = newEventLoop();
  one.callLater(1, () => undefined);
  stopping(one).runForever();
  assert.is(one.time(), 0);
});

loop('a loop with nothing ready and no timer raises StuckError instead of waiting for ever', () => {
  const one = newEventLoop();
  assert.throws(() => one.runForever(), (error: unknown) => error instanceof StuckError);
  assert.not.ok(one.isRunning());
});

loop('a loop that runs can be neither run nor closed, and no other loop can run', () => {
  const one = newEventLoop();
  const errors: string[] = [];
  const attempt = (action: () => void) => () => {
    try {
      action();
    } catch (error) {
      errors.push(String(error));
    }
  };
  one.callSoon(attempt(() => one.runOnce()));
  one.callSoon(attempt(() => newEventLoop().runOnce()));
  one.callSoon(attempt(() => one.close()));
  one.runOnce();
  assert.equal(errors, [
    'RuntimeError: This event loop is already running',
    'RuntimeError: Cannot run the event loop while another loop is running',
    'RuntimeError: Cannot close a running event loop',
  ]);
});

loop('close drops what is queued, for good, and a closed loop raises RuntimeError', () => {
  const one = newEventLoop();
  one.callSoon(() => assert.unreachable());
  one.callLater(1, () => assert.unreachable());
  one.callLater(2, () => assert.unreachable());
  assert.not.ok(one.isClosed());
  one.close();
  one.close();
  assert.ok(one.isClosed());
  assert.is(one.ready, 0);
  assert.is(one.scheduled, 0);
  assert.throws(() => one.callSoon(() => undefined), isRuntimeError);
  assert.throws(() => one.callLater(1, () => undefined), isRuntimeError);
  assert.throws(() => one.runOnce(), isRuntimeError);
});

loop('an error of a callback goes to the exception handler, and the cycle goes on', () => {
  const one = newEventLoop();
  const reports: ErrorReport[] = [];
  const error = new Error('of a callback');
  one.setExceptionHandler((from, report) => {
    assert.is(from, one);
    reports.push(report);
  });
  one.callSoon(() => {
    throw error;
  });
  let gone = 0;
  one.callSoon(() => (gone += 1));
  one.runOnce();
  assert.is(gone, 1);
  assert.is(reports.length, 1);
  assert.is(reports[0]?.exception, error);
  assert.match(reports[0]?.message ?? '', 'Exception in');
});

loop('without a handler reports go to the console, and so does an error of the handler', () => {
  const one = newEventLoop();
  const error = new Error('of the handler');
  const lines = written(() => {
    one.callExceptionHandler({ message: 'nobody hears', exception: 1 });
    one.setExceptionHandler(() => {
      throw error;
    });
    one.callExceptionHandler({ message: 'lost' });
    one.setExceptionHandler(null);
    one.callExceptionHandler({ message: 'again' });
  });
  assert.equal(lines, [['nobody hears', 1], ['Unhandled error in exception handler', error], ['again', undefined]]);
});

loop('SystemExit and KeyboardInterrupt leave the run, from a callback and from the handler', () => {
  const one = newEventLoop();
  const [exit, interrupt] = [new SystemExit(), new KeyboardInterrupt()];
  one.callSoon(() => {
    throw exit;
  });
  assert.throws(() => one.runForever(), (error: unknown) => error === exit);
  one.setExceptionHandler(() => {
    throw interrupt;
  });
  assert.throws(() => one.callExceptionHandler({ message: 'stop' }), (error: unknown) => error === interrupt);
});

loop('after an error that ended the run the rest of the cycle keeps its turn, before what was queued meanwhile', () => {
  const one = newEventLoop();
  const seen: string[] = [];
  one.callSoon(() => {
    one.callSoon(() => seen.push('queued meanwhile'));
    throw new SystemExit();
  });
  one.callSoon(() => seen.push('rest of the cycle'));
  assert.throws(() => one.runOnce(), (error: unknown) => error instanceof SystemExit);
  assert.equal(seen, []);
  one.runOnce();
  assert.equal(seen, ['rest of the cycle', 'queued meanwhile']);
});

loop('getRunningLoop gives the loop whose callback runs, and raises RuntimeError outside', () => {
  const one = newEventLoop();
  const seen: unknown[] = [];
  one.callSoon(() => seen.push(getRunningLoop() === one, getEventLoop() === one, one.isRunning()));
  one.runOnce();
  assert.equal(seen, [true, true, true]);
  assert.throws(getRunningLoop, isRuntimeError);
});

loop('getEventLoop gives what is set, and raises RuntimeError after null', () => {
  const one = newEventLoop();
  setEventLoop(one);
  assert.is(getEventLoop(), one);
  setEventLoop(null);
  assert.throws(getEventLoop, isRuntimeError);
});

loop.run();
