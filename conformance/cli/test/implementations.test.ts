import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { implementationOf, implementationsOf, kinds } from '../implementations.ts';
import { UserError } from '../user-error.ts';

const naming = suite('names of implementations');
const refused = (name: string): string => {
  try {
    implementationOf(name);
    return 'accepted';
  } catch (error) {
    return error instanceof UserError ? `${error.message} | ${error.hint}` : String(error);
  }
};

naming('a kind, a variant, a version, a path', () => {
  const names = [
    'reference', 'python', 'python:3.13', 'python:/opt/a:b/python3', 'python+pure', 'python+pure:3.7.16', 'python+eager:3.13', 'pypy', 'pypy:/opt/pypy3',
    'uvloop', 'uvloop+pure:3.12', 'pyodide', 'pyodide+pure', 'pyodide+task', 'pyodide+webloop:0.27.7', 'pyodide:./node_modules/pyodide', 'micropython', 'c-promise2',
    'stdio:python3 adapters/examples/puppet.py', "stdio:'/opt/my tools/a+b' --to=C:/x:y+z", 'attach', 'attach:4711',
  ];
  assert.equal(names.map((name) => implementationOf(name).name), names);
});

naming('each comes once, in the order given', () => {
  assert.equal(implementationsOf(['python:3.8', 'reference', 'python:3.8']).map(({ name }) => name), ['python:3.8', 'reference']);
});

naming('every kind has an adapter of that name', async () => {
  for (const kind of kinds) {
    const name = kind.example === undefined ? kind.name : `${kind.name}:${kind.example}`;
    const adapter = await implementationOf(name).load();
    assert.is(adapter.name, name);
  }
});

naming('a kind that does not exist is refused with what there is', () => {
  assert.match(refused('pyton:3.8'), /^there is no implementation pyton:3\.8 \| Did you mean python\?/u);
  assert.match(refused(''), /There are: reference, python, pypy, uvloop, pyodide, micropython, c-promise2, stdio, attach\./u);
  assert.match(refused('constructor'), /there is no implementation/u);
});

naming('so is a variant, and a version where there is none', () => {
  assert.is(refused('python+fast'), 'python has no variant fast | There are: python, python+pure, python+eager.');
  assert.is(refused('reference:3.8'), 'reference:3.8 does not name an implementation | Write reference.');
  assert.is(refused('python:'), 'python: does not name an implementation | Behind the colon stands a version or a path: python:3.13.');
});

naming('a module is named by its path, which is said where it is left away', async () => {
  const adapter = await implementationOf('./my-adapter.ts').load();
  assert.is(adapter.name, './my-adapter.ts');
  assert.is(refused('my-adapter.ts'), 'there is no implementation my-adapter.ts | A module of yours is named by its path: ./my-adapter.ts.');
  assert.is(refused('./my-harness'), './my-harness is no module that Node can load | What speaks the protocol is named with its command: "stdio:./my-harness".');
});

naming('an adapter of one\'s own needs its command', () => {
  for (const name of ['stdio', 'stdio:', 'stdio: ']) {
    assert.match(refused(name), /does not name an implementation \| Behind (a|the) colon stands the command of an adapter: "stdio:python3 adapters\/examples\/puppet\.py"\./u);
  }
});

naming.run();
