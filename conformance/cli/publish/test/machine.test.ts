import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { aDescription } from '../../../test/made-up.ts';
import { pathsIn, swayed, withoutPaths } from '../machine.ts';

const machine = suite('what of a machine is published');
const judged = (environment: Readonly<Record<string, string>>): Parameters<typeof withoutPaths>[0] =>
  ({ name: 'one', description: { ...aDescription, environment }, target: '3.8', results: [], cutShort: false, ambiguous: [] });

machine('paths are found wherever they stand, and nothing else is taken for one', () => {
  const text = '{"executable":"/home/somebody/.pyenv/bin/python3"} File "/tmp/x.py", line 1; C:\\Users\\somebody\\python.exe';
  assert.equal(pathsIn(text), ['/home/somebody/.pyenv/bin/python3', '/tmp/x.py', 'C:\\Users\\somebody\\python.exe']);
  for (const harmless of ['https://docs.python.org/home/x', 'spec/scenarios/run/a.yaml', '~/opt/x', '/lib/python314.zip', 'cancel/run/x', '../home/x', '</var>', 'T:\nx']) {
    assert.equal(pathsIn(harmless), [], harmless);
  }
});

machine('a path in the surroundings keeps its last part', () => {
  const { description } = withoutPaths(judged({ executable: '/root/.pyenv/versions/3.13.0/bin/python3', loop: 'uvloop 0.17.0', where: 'D:\\python\\python.exe -I' }));
  assert.equal(description?.environment, { executable: 'python3', loop: 'uvloop 0.17.0', where: 'python.exe -I' });
  assert.is(withoutPaths({ ...judged({}), description: null }).description, null);
});

machine('a variable that was set is told apart from what an adapter says of itself', () => {
  assert.equal(swayed({ environment: { executable: 'python3', PYTHONPATH: 'x', PYTHON_GIL: '0', node: 'v20' } }), ['PYTHONPATH', 'PYTHON_GIL']);
});

machine.run();
