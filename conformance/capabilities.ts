// The only place for the closed list of capabilities: what an implementation may lack, and what then is unsupported.

/** Members of Task, asked for by name; not set_result and set_exception, which a Task need not have and must not obey. */
const memberCapabilities = [
  'cancel', 'cancelled', 'done', 'result', 'exception', 'add_done_callback', 'remove_done_callback', 'get_stack',
  'print_stack', 'get_loop',
] as const;

/** Functions beside Task. */
const functionCapabilities = [
  'create_task', 'ensure_future', 'gather', 'shield', 'wait', 'wait_for', 'run', 'all_tasks', 'current_task', 'isfuture',
] as const;

export const capabilities = [
  ...memberCapabilities,
  ...functionCapabilities,
  /** The class methods Task.all_tasks and Task.current_task. */
  'Task.all_tasks',
  'Task.current_task',
  /** Task can be instantiated by hand. */
  'Task',
  /** Futures of its own: Future(), loop.create_future(), declared futures. */
  'Future',
  /** contextvars: variables, copy_context, `context=`. */
  'context',
  /** Frames with the names of bodies. */
  'frames',
  /** Frames that know the step where they stand. */
  'frame-positions',
  /** Async generators, `async for`, `async with`, and signatures that refuse wrong arguments. */
  'python-syntax',
  /** `__context__` set by the language when an exception is raised while another is handled. */
  'implicit-context',
  /** The loop is worked from outside: cycle in drive, run_forever, stop. */
  'loop-control',
  /** More than one loop; set_event_loop. */
  'several-loops',
  'call_soon',
  'call_later',
  /** Virtual time: loop.time() starts at 0 and jumps to the next timer when nothing is ready. */
  'virtual-clock',
  /** What the loop's exception handler hears. */
  'exception-handler',
  /** Categories of warnings. */
  'warnings',
  /** Standard output and error of the implementation can be read back: stdout, stderr. */
  'standard-streams',
] as const;

export type Capability = (typeof capabilities)[number];
