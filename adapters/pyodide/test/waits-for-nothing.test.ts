import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { programFrom } from '../../python/test/scenario-from-text.ts';
import { lackingOnWebLoop } from '../waits-for-nothing.ts';

const waiting = suite('programs that wait for a loop');
const main = 'coroutines:\n  main:\n    - log: here\n';
const lacking = (drive: string): string | null => lackingOnWebLoop(programFrom(`${main}${drive}`));

waiting('one that runs its loop last of all needs none', () => {
  assert.is(lacking(''), null);
  assert.is(lacking('drive:\n  - call: loop.create_task(main())\n    as: t\n  - call: loop.run_until_complete(t)\n'), null);
});

waiting('nor does one that never runs it', () => {
  assert.is(lacking('drive:\n  - check: create_task(main())\n    raises: RuntimeError\n'), null);
});

waiting('what looks at the outcome, runs it twice, or goes on afterwards does', () => {
  for (const steps of [
    'check: loop.run_until_complete(main())\n    is: null',
    'call: loop.run_until_complete(main())\n    as: x',
    'call: loop.run_until_complete(main())\n  - log: after',
    'call: loop.run_until_complete(main())\n  - call: loop.run_until_complete(main())',
    'call: run(main())',
    'call: loop.create_task(main())\n  - call: loop.run_forever()',
    'call: loop.create_task(main())\n  - cycle: 1',
    'repeat: 2\n    do:\n      - call: loop.run_until_complete(main())',
    'try:\n      - call: loop.run_until_complete(main())\n    except ValueError:\n      - log: caught',
    'call: partial(loop.run_until_complete, main())',
  ]) {
    assert.is(lacking(`drive:\n  - ${steps}\n`), 'loop-control', steps);
  }
});

waiting.run();
