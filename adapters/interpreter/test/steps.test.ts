// Python's control flow as the interpreter runs it. Each program is judged on the reference and, where a CPython is at
// hand, on that: what Python does is the measure.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { installed, whereFound } from '../../../conformance/test/where-found.ts';
import { discover } from '../../python/discover.ts';
import { pythonAdapter } from '../../python/python-adapter.ts';
import { referenceAdapter } from '../../reference/reference-adapter.ts';
import { judgedOn } from './verdicts.ts';

const steps = suite('interpreted steps');

/** Steps of `main`; some with callbacks or coroutines beside it. */
const programs: Readonly<Record<string, string>> = {
  'an else is not covered by the handlers before it': `
coroutines:
  main:
    - try:
        - try:
            - log: tried
          except ValueError:
            - never: caught what the else raised
          else:
            - raise: ValueError('of the else')
      except ValueError as error:
        - check: error
          is: ValueError('of the else')`,
  'a return in finally wins over an error': `
coroutines:
  worker:
    - try:
        - raise: ValueError('lost')
      finally:
        - return: 42
  main:
    - await: worker()
      is: 42`,
  'a return in finally wins over a return': `
coroutines:
  worker:
    - try:
        - return: 1
      finally:
        - return: 2
  main:
    - await: worker()
      is: 2`,
  'an error in a handler still runs finally, and replaces the first': `
coroutines:
  worker:
    - try:
        - raise: ValueError('first')
      except ValueError:
        - raise: KeyError('second')
      finally:
        - log: last
  main:
    - await: worker()
      raises: KeyError('second')`,
  'a return in try waits for finally': `
coroutines:
  worker:
    - try:
        - return: 1
      finally:
        - await: sleep(0)
        - log: cleaned up
    - never: went on
  main:
    - await: worker()
      is: 1
    - log: came back
order: [cleaned up, came back]`,
  'a bare raise raises what is being handled, also after an inner handler': `
coroutines:
  worker:
    - try:
        - raise: ValueError('outer')
      except ValueError:
        - try:
            - raise: KeyError('inner')
          except KeyError:
            - log: handled the inner one
        - raise
  main:
    - await: worker()
      raises: ValueError('outer')`,
  'the first handler that fits is the one that runs': `
exceptions: {Special: ValueError}
coroutines:
  main:
    - try:
        - raise: Special('x')
      except (KeyError, TypeError):
        - never: a type that does not fit
      except ValueError as error:
        - check: error
          is: Special('x')
      except:
        - never: a second handler`,
  'what no handler fits flies on through finally': `
coroutines:
  worker:
    - try:
        - raise: KeyError('x')
      except ValueError:
        - never: the wrong type
      finally:
        - log: finally
  main:
    - await: worker()
      raises: KeyError('x')`,
  'a cause is kept, and None takes it away': `
coroutines:
  main:
    - try:
        - raise: ValueError('effect')
          from: KeyError('cause')
      except ValueError as error:
        - check: error.__cause__
          is: KeyError('cause')
    - try:
        - raise: ValueError('alone')
          from: None
      except ValueError as lonely:
        - check: lonely.__cause__
          is: null`,
  'a type that is raised becomes an instance': `
coroutines:
  worker:
    - raise: ValueError
  main:
    - await: worker()
      raises: ValueError()`,
  'raising what is no exception is a TypeError': `
coroutines:
  worker:
    - raise: '42'
  main:
    - await: worker()
      raises: TypeError`,
  'a repeat does its steps so often, and a return leaves it': `
coroutines:
  worker:
    - repeat: 3
      do:
        - log: round
          times: 3
    - repeat: 3
      do:
        - return: left
  main:
    - await: worker()
      is: left`,
  'names belong to each run of a body, unless somebody else mentions them': `
coroutines:
  worker(value):
    - call: list([value])
      as: own
    - await: sleep(0)
    - return: own
  main:
    - await: gather(worker(1), worker(2))
      is: [[1], [2]]`,
  'a name that another body binds is one for all': `
callbacks:
  setter:
    - call: list([1])
      as: shared
coroutines:
  main:
    - call: setter()
    - check: shared
      is: [1]`,
  'a name that is not bound yet is a NameError': `
callbacks:
  setter:
    - call: list([1])
      as: later
coroutines:
  reader:
    - return: later
  main:
    - await: reader()
      raises: NameError
    - call: setter()
    - await: reader()
      is: [1]`,
  'a coroutine that is awaited twice is refused': `
coroutines:
  worker:
    - return: 1
  main:
    - call: worker()
      as: once
    - await: once
      is: 1
    - await: once
      raises: RuntimeError`,
  'a bound method is equal to itself, so that it can be removed': `
coroutines:
  worker:
    - return: 1
  main:
    - call: list([])
      as: box
    - call: create_task(worker())
      as: t
    - call: t.add_done_callback(box.append)
    - check: t.remove_done_callback(box.append)
      is: 1
    - await: t
    - cycle: 1
    - check: box
      is: []`,
  'True is not 1, and both come back as they went in': `
coroutines:
  worker(value):
    - return: value
  main:
    - await: worker(True)
      is: true
    - await: worker(1)
      is: 1
    - await: worker(None)
      is: null`,
  'a cancelled timer does not make time pass': `
futures: [f]
coroutines:
  main:
    - call: create_task(sleep(100))
      as: t
    - cycle: 1
    - call: t.cancel()
    - call: loop.call_later(1, f.set_result, 1)
    - await: f
      is: 1
    - check: loop.time()
      is: 1`,
  'a callback runs in the context in which it was queued': `
variables: [color]
callbacks:
  look:
    - check: color.get()
      is: before
coroutines:
  main:
    - call: color.set('before')
    - call: loop.call_soon(look)
    - call: color.set('after')
    - cycle: 1
    - check: color.get()
      is: after`,
  'an error that leaves drive ends the program at its step': `
drive:
  - check: loop.time()
    is: 0
  - try:
      - raise: ValueError('caught in drive')
    except ValueError as error:
      - check: error
        is: ValueError('caught in drive')
  - cycle: 2
  - cycle: idle`,
  'idle runs until no timer is left': `
callbacks:
  late:
    - log: rang
drive:
  - call: loop.call_later(7, late)
  - cycle: idle
  - check: loop.time()
    is: 7`,
};

const texts = Object.values(programs);
const found = await discover();
const verdicts = new Map<string, readonly string[]>([['reference', await judgedOn(referenceAdapter(), texts)]]);
const [oldest] = found;
const newest = found.at(-1);
for (const python of [oldest, newest]) {
  if (python !== undefined) verdicts.set(`python:${python.version}`, await judgedOn(pythonAdapter(`python:${python.path}`), texts));
}
whereFound(steps, installed(newest !== undefined, 'a CPython to compare with', 'apt-get install python3'))('some CPython says the same', () => {
  assert.ok([...verdicts.keys()].some((name) => name.startsWith('python:')));
});

for (const [implementation, results] of verdicts) {
  for (const [index, title] of Object.keys(programs).entries()) {
    steps(`${title}, on ${implementation}`, () => {
      assert.is(results[index], 'pass');
    });
  }
}

steps.run();
