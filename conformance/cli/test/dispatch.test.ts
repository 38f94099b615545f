import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { AdapterError } from '../../adapter.ts';
import { call } from './call.ts';

const dispatch = suite('dispatch');

/** A terminal whose first print fails with this. */
const failing = (error: unknown) => ({
  print: () => {
    throw error;
  },
});

dispatch('without a command it says what there is, and that this was no call', async () => {
  const { code, out } = await call([]);
  assert.is(code, 2);
  assert.match(out, /^ {2}run +judge implementations/mu);
});

dispatch('help and version conform', async () => {
  assert.is((await call(['help'])).code, 0);
  assert.match((await call(['--version'])).out, /^\d+\.\d+\.\d+\n$/u);
  assert.match((await call(['run', '--help'])).out, /--bail/u);
});

dispatch('what nobody foresaw is a bug of ours, said as such, with its stack, and exit code 3', async () => {
  const { code, err } = await call(['list'], failing(new TypeError('nobody foresaw it')));
  assert.is(code, 3);
  assert.match(err, /^taskspec: this is a bug in taskspec, please report it with what follows\.\nTypeError: nobody foresaw it\n +at /u);
  assert.match((await call(['list'], failing('no error at all'))).err, /what follows\.\nno error at all\n$/u);
});

dispatch('an adapter’s mistake has no stack', async () => {
  const { code, err } = await call(['list'], failing(new AdapterError('it is not there', 'Install it.')));
  assert.is(code, 3);
  assert.is(err, 'taskspec: it is not there\n  Install it.\n');
});

dispatch.run();
