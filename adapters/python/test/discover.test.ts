import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { AdapterError } from '../../../conformance/adapter.ts';
import { discover, findPython, surroundings, type Surroundings } from '../discover.ts';

/** A machine of our own making: folders on PATH, a pyenv, and interpreters that know nothing but their version. */
class Machine {
  readonly root = mkdtempSync(join(tmpdir(), 'taskspec-'));
  readonly around: Surroundings = {
    path: [join(this.root, 'pyenv', 'shims'), join(this.root, 'a'), join(this.root, 'b')].join(delimiter),
    pyenv: join(this.root, 'pyenv'),
    selected: null,
  };

  interpreter(path: string, says: string): string {
    return this.script(path, `#!/bin/sh\necho '${says}'\n`);
  }

  script(path: string, text: string): string {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    chmodSync(file, 0o755);
    return file;
  }

  pyenv(version: string): string {
    return this.interpreter(`pyenv/versions/${version}/bin/python3`, 'nobody may ask me');
  }
}

const discovery = suite<{ machine: Machine }>('discovery of Pythons');
discovery.before.each((context) => {
  context.machine = new Machine();
});
discovery.after.each(({ machine }) => rmSync(machine.root, { recursive: true }));

async function refusal(found: Promise<unknown>): Promise<AdapterError> {
  try {
    await found;
  } catch (error) {
    if (error instanceof AdapterError) return error;
    throw error;
  }
  throw new Error('it was found');
}

discovery('python is the first python3 on PATH', async ({ machine }) => {
  const first = machine.interpreter('a/python3', 'Python 3.11.2');
  machine.interpreter('b/python3', 'Python 3.13.0');
  machine.pyenv('3.12.1');
  assert.is(await findPython(null, machine.around), first);
});

discovery('python is the next one where the first is too old, and python where there is no python3', async ({ machine }) => {
  machine.interpreter('a/python3', 'Python 3.6.15');
  const next = machine.interpreter('b/python', 'Python 3.8.1');
  assert.is(await findPython(null, machine.around), next);
});

discovery('python is the newest of pyenv where PATH has none', async ({ machine }) => {
  machine.pyenv('3.9.18');
  const newest = machine.pyenv('3.10.2');
  machine.pyenv('2.7.18');
  assert.is(await findPython(null, machine.around), newest);
});

discovery('a shim of pyenv is never run: what it would start is found without it', async ({ machine }) => {
  machine.script('pyenv/shims/python3', '#!/bin/sh\nexit 127\n');
  const selected = machine.interpreter('pyenv/versions/3.9.18/bin/python3', 'Python 3.9.18');
  machine.pyenv('3.12.1');
  machine.script('pyenv/version', '3.9.18\n');
  assert.is(await findPython(null, machine.around), selected);
});

discovery('a shim of pyenv with nothing selected is passed over', async ({ machine }) => {
  machine.script('pyenv/shims/python3', '#!/bin/sh\nexit 127\n');
  const other = machine.interpreter('a/python3', 'Python 3.11.2');
  machine.pyenv('3.12.1');
  assert.is(await findPython(null, machine.around), other);
  const shim = await findPython(null, { ...machine.around, selected: '3.12' }).catch(String);
  assert.is(shim, join(machine.root, 'pyenv/versions/3.12.1/bin/python3'));
});

discovery('a minor version is its newest patch release, wherever it is', async ({ machine }) => {
  machine.pyenv('3.7.9');
  const newest = machine.pyenv('3.7.16');
  machine.interpreter('a/python3', 'Python 3.7.10');
  assert.is(await findPython('3.7', machine.around), newest);
});

discovery('a minor version is found as python3.7 on PATH, behind a link too', async ({ machine }) => {
  const real = machine.interpreter('elsewhere/python3.7', 'Python 3.7.3');
  mkdirSync(join(machine.root, 'a'), { recursive: true });
  symlinkSync(real, join(machine.root, 'a/python3'));
  assert.is(await findPython('3.7', machine.around), join(machine.root, 'a/python3'));
});

discovery('an exact version is that and no other', async ({ machine }) => {
  machine.pyenv('3.7.16');
  const exact = machine.pyenv('3.7.9');
  assert.is(await findPython('3.7.9', machine.around), exact);
  const error = await refusal(findPython('3.7.1', machine.around));
  assert.match(error.message, /Python 3\.7\.1 was not found .* found: 3\.7\.16/);
  assert.match(error.hint, /pyenv install 3\.7\.1/);
});

discovery('a path is taken as it is, and refused where it is no program', async ({ machine }) => {
  const path = machine.interpreter('x/my python', 'anything');
  assert.is(await findPython(path, machine.around), path);
  assert.match((await refusal(findPython(join(machine.root, 'x'), machine.around))).message, /no file that can be run/);
  assert.match((await refusal(findPython('/no/such/python', machine.around))).message, /no file that can be run/);
});

discovery('a machine without Python says how to get one', async ({ machine }) => {
  const error = await refusal(findPython(null, machine.around));
  assert.match(error.message, /no Python 3\.7 or newer/);
  assert.match(error.hint, /apt-get install python3.*pyenv install 3\.7.*pyodide/);
});

discovery('what is too old, and what is no version, is said so', async ({ machine }) => {
  assert.match((await refusal(findPython('3.6', machine.around))).message, /3\.6 is too old/);
  assert.match((await refusal(findPython('2.7.18', machine.around))).hint, /3\.7/);
  assert.match((await refusal(findPython('newest', machine.around))).message, /neither a version nor a path/);
});

discovery('the overview has the newest of each minor version, and leaves out what is absent', async ({ machine }) => {
  machine.interpreter('a/python3', 'Python 3.11.2');
  machine.interpreter('b/python3', 'no version at all');
  machine.pyenv('3.7.9');
  machine.pyenv('3.7.16');
  machine.pyenv('3.6.15');
  const found = await discover(machine.around);
  assert.equal(found.map(({ version, exact }) => [version, exact]), [['3.7', '3.7.16'], ['3.11', '3.11.2']]);
});

discovery('an interpreter that never answers does not hold up the others', async ({ machine }) => {
  machine.script('a/python3', '#!/bin/sh\nexec sleep 60\n');
  machine.interpreter('b/python3', 'Python 3.11.2');
  const found = await discover({ ...machine.around, patience: 200 });
  assert.equal(found.map(({ version }) => version), ['3.11']);
});

discovery('the surroundings are those of the environment', () => {
  assert.equal(surroundings({ PATH: '/bin', PYENV_ROOT: '/p', PYENV_VERSION: '3.7.16' }), { path: '/bin', pyenv: '/p', selected: '3.7.16' });
  assert.match(surroundings({}).pyenv, /\.pyenv$/);
});

discovery.run();
