/** The only place for the functions that took the place of Task's class methods. */
import { type EventLoop, getRunningLoop } from './loop.ts';
import { Task, registryOf } from './task.ts';

/** The Tasks of `loop`, default the running one, that are not done. Raises RuntimeError when none runs. Source: `asyncio.all_tasks`. */
export function allTasks(loop?: EventLoop | null): Set<Task<unknown>> {
  return new Set(registryOf(loop ?? getRunningLoop()).pending());
}

/** The Task that runs now in `loop`, default the running one, or null. Raises RuntimeError when none runs. Source: `asyncio.current_task`. */
export function currentTask(loop?: EventLoop | null): Task<unknown> | null {
  return Task.currentTask(loop ?? getRunningLoop());
}
