/** Holds the list of public names: one more is a decision, one fewer breaks somebody. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as entry from '../index.ts';

const index = suite('index');

index('the entry has these names and no others', () => {
  assert.equal(Object.keys(entry).sort(), [
    'Awaitable', 'BaseException', 'CancelledError', 'Context', 'ContextVar', 'Coroutine', 'EventLoop', 'Future', 'Handle',
    'InvalidStateError', 'KeyboardInterrupt', 'LookupError', 'RuntimeError', 'StuckError', 'SystemExit', 'Task', 'TimeoutError',
    'TimerHandle', 'Token', 'ValueError', 'allTasks', 'awaitable', 'copyContext', 'coroutine', 'createTask', 'currentTask',
    'ensureFuture', 'gather', 'getEventLoop', 'getRunningLoop', 'isCoroutine', 'isFuture', 'newEventLoop', 'run', 'setEventLoop',
    'shield', 'sleep', 'wait', 'waitFor',
  ]);
});

index.run();
