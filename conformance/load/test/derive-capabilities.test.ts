import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { capabilities } from '../../capabilities.ts';
import { accepted, mainOf, scenarioFile } from './bad-file.ts';

const derive = suite('derive-capabilities');

/** Beside loop and main, which need none. */
const of = (steps: string): readonly string[] => accepted(mainOf(steps)).capabilities;

derive('a scenario that uses nothing needs nothing', () => {
  assert.equal(of('- log: reached\n- cycle: 1\n- never: x\n- await: sleep(1)\n- repeat: 2\n  do:\n    - call: list([])'), []);
});

derive('words, attributes and arguments ask for what they name', () => {
  const asked: Readonly<Record<string, readonly string[]>> = {
    'Future()': ['Future'], 'create_task(sleep(0))': ['create_task'], 'ensure_future(sleep(0))': ['ensure_future'], 'gather()': ['gather'],
    'shield(sleep(0))': ['shield'], 'wait([])': ['wait'], 'wait_for(sleep(0), 1)': ['wait_for'], 'run(sleep(0))': ['run'],
    'all_tasks()': ['all_tasks'], 'current_task()': ['current_task'], 'isfuture(1)': ['isfuture'], 'Task(sleep(0))': ['Task'],
    'Task.all_tasks()': ['Task.all_tasks'], 'Task.current_task()': ['Task.current_task'],
    'new_event_loop()': ['several-loops'], 'set_event_loop(None)': ['several-loops'], 'copy_context()': ['context'],
    'printed(stdout)': ['standard-streams'], 'printed(stderr)': ['standard-streams'], 'warned()': ['warnings'],
    'loop.cancel()': ['cancel'], 'loop.cancelled()': ['cancelled'], 'loop.done()': ['done'], 'loop.result()': ['result'],
    'loop.exception()': ['exception'], 'loop.get_loop()': ['get_loop'], 'loop.add_done_callback': ['add_done_callback'],
    'loop.remove_done_callback': ['remove_done_callback'], 'loop.get_stack(limit=warned())': ['get_stack', 'frames', 'warnings'],
    'loop.print_stack()': ['print_stack', 'frames'], 'loop.create_task': ['create_task'], 'loop.create_future()': ['Future'],
    'loop.call_soon': ['call_soon'], 'loop.call_later': ['call_later'], 'loop.run_forever()': ['loop-control'], 'loop.stop()': ['loop-control'],
    'loop.is_running()': ['loop-control'], 'loop.close()': ['loop-control'], 'loop.time()': ['virtual-clock'],
    'loop.set_exception_handler(None)': ['exception-handler'], 'loop.__context__': ['implicit-context'], 'loop.__cause__': [],
    'loop.call_soon(list, context=None)': ['context', 'call_soon'], 'list([gather(), [wait([])]])': ['gather', 'wait'],
    // Whose they are, a Task's or a Future's, only running tells.
    'loop.set_result(1)': [], 'loop.set_exception(1)': [],
  };
  for (const [expression, expected] of Object.entries(asked)) assert.equal(of(`- call: ${expression}`), expected, expression);
});

derive('every step is looked at, at any depth, for its expressions', () => {
  assert.equal(of(`
    - try:
        - await: gather()
      except ValueError:
        - check: wait([])
          is: 1
      else:
        - return: shield(1)
      finally:
        - repeat: 2
          do:
            - raise: ValueError(isfuture(1))
              from: wait_for(1, 2)
  `), ['gather', 'shield', 'wait', 'wait_for', 'isfuture']);
});

derive('futures, variables and the syntax of Python ask by themselves', () => {
  assert.equal(accepted(scenarioFile(`
    variables: [color]
    futures: [f]
    coroutines:
      guard:
        - yield: gather()
      main:
        - async with: guard()
          do:
            - async for: wait([])
              do:
                - call: shield(1)
  `)).capabilities, ['gather', 'shield', 'wait', 'Future', 'context', 'python-syntax']);
});

derive('a loop that is worked from outside asks for its control, and to idle for the clock', () => {
  const drive = (steps: string): readonly string[] => accepted(scenarioFile(`drive:\n  - repeat: 1\n    do:\n      - ${steps}`)).capabilities;
  assert.equal(drive('cycle: 1'), ['loop-control']);
  assert.equal(drive('cycle: idle'), ['loop-control', 'virtual-clock']);
});

derive('frames that say where they stand are asked for by the expectation', () => {
  const expecting = (form: string): boolean => accepted(scenarioFile(`
    futures: [f]
    coroutines:
      main:
        - await: f
        - check: list([])
          ${form}
  `)).capabilities.includes('frame-positions');
  for (const form of ['is: [main at await f]', 'unordered: [main at start]', 'contains: [[main at start]]', 'lacks: [main at start]',
    'ends_with: [main at start]', 'each: [[main at start]]', 'one_of: [1, {is: [main at start]}]', 'one_of: [1, {one_of: [2, [main at start]]}]']) {
    assert.ok(expecting(form), form);
  }
  for (const form of ['is: [main]', 'is_not: f', 'raises: ValueError', 'each: [1]', 'contains: [main]']) assert.not.ok(expecting(form), form);
});

derive('they come in the order of the closed list', () => {
  const found = of('- call: list([wait([]), Task(1), loop.time(), loop.done(), gather()])');
  assert.equal(found, capabilities.filter((capability) => found.includes(capability)));
});

derive.run();
