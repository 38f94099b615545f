// The only place that knows which kinds of implementation there are, by name, and which adapter reaches each.

import { isModuleName } from '../../adapters/module/module-name.ts';
import type { Adapter } from '../adapter.ts';
import { didYouMean } from './did-you-mean.ts';
import { emittedProgram } from './emitted-programs.ts';
import type { Overhear, Recording } from './recording.ts';
import type { Terminal } from './terminal.ts';
import { UserError } from './user-error.ts';

/** Where somebody who has to do something by hand is told so, and may give up. */
export type Bystander = Pick<Terminal, 'complain' | 'signal'>;

/** Who else hears what goes on with an implementation. */
export interface Listeners {
  readonly bystander: Bystander;
  readonly overhear: Overhear | undefined;
}

export interface Kind {
  readonly name: string;
  /** What may stand behind a plus. */
  readonly variants: readonly string[];
  /** What may stand behind a colon, or null. */
  readonly where: string | null;
  /** What to write there, for instance; 3.13 where nothing is said. What can be left away has none. */
  readonly example?: string;
  /** Loaded when asked for, so that a run of the reference does not pay for Pyodide. */
  readonly load: (name: string, listeners: Listeners) => Promise<Adapter>;
}

export const kinds: readonly Kind[] = [
  {
    name: 'reference', variants: [], where: null,
    load: async () => (await import('../../adapters/reference/reference-adapter.ts')).referenceAdapter(),
  },
  {
    name: 'python', variants: ['pure', 'eager'], where: 'a version or a path',
    load: async (name) => (await import('../../adapters/python/python-adapter.ts')).pythonAdapter(name, { emitted: emittedProgram }),
  },
  {
    name: 'pypy', variants: [], where: 'a path',
    load: async (name) => (await import('../../adapters/pypy/pypy-adapter.ts')).pypyAdapter(name, { emitted: emittedProgram }),
  },
  {
    name: 'uvloop', variants: ['pure'], where: 'a version or a path',
    load: async (name) => (await import('../../adapters/uvloop/uvloop-adapter.ts')).uvloopAdapter(name, { emitted: emittedProgram }),
  },
  {
    name: 'pyodide', variants: ['pure', 'task', 'webloop'], where: 'a version that npm has installed, or a folder',
    load: async (name) => (await import('../../adapters/pyodide/pyodide-adapter.ts')).pyodideAdapter(name, { emitted: emittedProgram }),
  },
  {
    name: 'micropython', variants: [], where: null,
    load: async (name) => (await import('../../adapters/micropython/micropython-adapter.ts')).micropythonAdapter(name),
  },
  {
    name: 'c-promise2', variants: [], where: null,
    load: async (name) => (await import('../../adapters/c-promise2/c-promise2-adapter.ts')).cPromiseAdapter(name),
  },
  {
    name: 'stdio', variants: [], where: 'the command of an adapter', example: 'python3 adapters/examples/puppet.py',
    load: async (name, { overhear }) => (await import('../../adapters/stdio/stdio-adapter.ts')).stdioAdapter(name, { overhear }),
  },
  {
    name: 'attach', variants: [], where: 'a port',
    load: async (name, { bystander: { complain, signal }, overhear }) =>
      (await import('../../adapters/attach/attach-adapter.ts')).attachAdapter(name, { say: (text) => complain(`taskspec: ${text}`), signal, overhear }),
  },
];

/** Who stands by where no terminal is handed on: standard error tells, and nobody gives up. */
const standardError: Bystander = { complain: (text) => void process.stderr.write(text), signal: new AbortController().signal };

/** An implementation that can be asked for; loading its adapter is put off until somebody runs it. */
export interface Implementation {
  readonly name: string;
  readonly load: (bystander?: Bystander) => Promise<Adapter>;
}

/** Reads `kind[+variant][:where]`, or the path of a module. Throws UserError where it names nothing that exists. */
export function implementationOf(name: string, overhear?: Overhear): Implementation {
  if (isModuleName(name)) return { name, load: async () => (await import('../../adapters/module/module-adapter.ts')).moduleAdapter(name, { overhear }) };
  const parts = /^(?<kind>[^+:]*)(?:\+(?<variant>[^:]*))?(?::(?<where>.*))?$/su.exec(name)?.groups ?? {};
  const kind = kinds.find((candidate) => candidate.name === parts['kind']);
  if (kind === undefined) {
    if (isModuleName(`./${name}`)) throw new UserError(`there is no implementation ${name}`, `A module of yours is named by its path: ./${name}.`);
    if (/^\.{0,2}[\\/]/u.test(name)) throw new UserError(`${name} is no module that Node can load`, `What speaks the protocol is named with its command: "stdio:${name}".`);
    const hint = didYouMean(parts['kind'] ?? name, kinds.map((known) => known.name), '');
    throw new UserError(`there is no implementation ${name}`, `${hint} taskspec implementations shows what is at hand.`);
  }
  const variant = parts['variant'];
  if (variant !== undefined && !kind.variants.includes(variant)) {
    const forms = [kind.name, ...kind.variants.map((known) => `${kind.name}+${known}`)];
    throw new UserError(`${kind.name} has no variant ${variant}`, `There are: ${forms.join(', ')}.`);
  }
  if (kind.example !== undefined && parts['where'] === undefined) {
    throw new UserError(`${name} does not name an implementation`, `Behind a colon stands ${kind.where}: "${kind.name}:${kind.example}".`);
  }
  if (parts['where'] !== undefined && (kind.where === null || parts['where'].trim() === '')) {
    const hint = kind.where === null ? `Write ${kind.name}.` : `Behind the colon stands ${kind.where}: ${kind.example === undefined ? `${kind.name}:3.13` : `"${kind.name}:${kind.example}"`}.`;
    throw new UserError(`${name} does not name an implementation`, hint);
  }
  return { name, load: (bystander = standardError) => kind.load(name, { bystander, overhear }) };
}

/** Each name once, in the order given. */
export function implementationsOf(names: readonly string[], recording: Recording | null = null): readonly Implementation[] {
  return [...new Set(names)].map((name) => implementationOf(name, recording?.of(name)));
}
