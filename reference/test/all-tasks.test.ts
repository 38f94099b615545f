/** Holds what the functions say that took the place of Task's class methods. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { allTasks, currentTask } from '../all-tasks.ts';
import { coroutine } from '../coroutine.ts';
import { createTask } from '../ensure-future.ts';
import { RuntimeError } from '../errors.ts';
import { getRunningLoop, newEventLoop } from '../loop.ts';
import { run } from '../run.ts';
import { sleep } from '../sleep.ts';
import { Task } from '../task.ts';

const nothing = coroutine(function* nothing() {});
const all = suite('all tasks');

all('allTasks gives the Tasks of the running loop that are not done, the caller included', () => {
  const main = coroutine(function* main() {
    const done = createTask(nothing());
    yield* done;
    const pending = createTask(nothing());
    assert.equal([...allTasks()], [currentTask(), pending]);
    assert.ok(Task.allTasks().has(done), 'the class method tells of done ones too');
  });
  run(main());
});

all('allTasks gives a new set each time', () => {
  const loop = newEventLoop();
  const task = loop.createTask(nothing());
  allTasks(loop).clear();
  assert.equal([...allTasks(loop)], [task]);
});

all('allTasks and currentTask of a given loop tell nothing of another one', () => {
  const other = newEventLoop();
  other.createTask(nothing());
  const main = coroutine(function* main() {
    assert.is(allTasks(other).size, 1);
    assert.is(currentTask(other), null);
    assert.is(allTasks(null).size, 1);
    assert.is.not(currentTask(null), null);
  });
  run(main());
});

all('currentTask is null in a callback, and again itself after the Task was suspended', () => {
  const seen: unknown[] = [];
  const main = coroutine(function* main() {
    const itself = currentTask();
    yield* sleep(1);
    assert.is(currentTask(), itself);
    getRunningLoop().callSoon(() => seen.push(currentTask()));
    yield* sleep(0);
  });
  run(main());
  assert.equal(seen, [null]);
});

all('both raise RuntimeError while no loop runs', () => {
  assert.throws(() => allTasks(), (error: unknown) => error instanceof RuntimeError);
  assert.throws(() => currentTask(), (error: unknown) => error instanceof RuntimeError);
});

all.run();
