// The only place that makes an adapter of a user's module, or says what is wrong with the module without a word of our stack.

import { fileURLToPath, pathToFileURL } from 'node:url';
import { AdapterError, type Adapter } from '../../conformance/adapter.ts';
import type { Observation } from '../../conformance/trace.ts';
import type { Binding } from '../in-process/binding.ts';
import { inProcessAdapter } from '../in-process/session.ts';

const what = 'A module to be judged exports one thing by default: a Binding or an Adapter, as the package taskspec types them. `taskspec init <folder> --language js` writes one that runs.';
const members = 'The type Binding of the package taskspec says what each is for; `taskspec init <folder> --language js` writes one that runs.';

/** `shows` hears of what a Binding's programs show as they show it. Throws AdapterError. */
export async function loadModule(path: string, shows: (observation: Observation) => void): Promise<Adapter> {
  const exported = await defaultOf(path);
  if (isAdapter(exported)) return exported;
  if (typeof exported !== 'object' || exported === null) {
    throw new AdapterError(`its default export is ${exported === null ? 'null' : `a ${typeof exported}`}, no Binding and no Adapter`, what);
  }
  const missing = functions.filter((name) => typeof Reflect.get(exported, name) !== 'function');
  if (missing.length === functions.length) throw new AdapterError('its default export is no Binding and no Adapter', what);
  if (missing.length > 0) throw new AdapterError(`its Binding has no function ${missing.join(', no ')}`, members);
  const wrong = optional.filter((name) => !['undefined', 'function'].includes(typeof Reflect.get(exported, name)));
  if (wrong.length > 0) throw new AdapterError(`its Binding has something else than a function for ${wrong.join(', ')}`, members);
  if (!isBinding(exported)) {
    throw new AdapterError('its Binding needs a description, a list of kinds, and Maps of errors, words and classes', members);
  }
  return inProcessAdapter(path, exported, { shows });
}

const functions = ['open', 'coroutine', 'awaitable', 'isStuck'] as const satisfies readonly (keyof Binding)[];

const optional = [
  'drive', 'close', 'future', 'variable', 'frame', 'cycle', 'idle', 'currentTask', 'isDone', 'isCancelled',
] as const satisfies readonly (keyof Binding)[];

function isAdapter(exported: unknown): exported is Adapter {
  return typeof exported === 'object' && exported !== null && 'start' in exported && typeof exported.start === 'function';
}

function isBinding(exported: object): exported is Binding {
  const { description, errors, words, kinds, classes } = { description: null, errors: null, words: null, kinds: null, classes: null, ...exported };
  return typeof description === 'object' && description !== null && Array.isArray(kinds) && [errors, words, classes].every((map: unknown) => map instanceof Map);
}

async function defaultOf(path: string): Promise<unknown> {
  let module: unknown;
  try {
    module = await import(pathToFileURL(path).href);
  } catch (error) {
    // Node tells the place of such a mistake only to whoever dies of it.
    const hint = error instanceof SyntaxError ? `node --check ${path} shows the place, unless it is in a module that it imports.` : 'What is wrong stands in the module, or in one that it imports.';
    throw new AdapterError(`it cannot be loaded: ${toldOf(error)}`, hint, { cause: error });
  }
  if (typeof module !== 'object' || module === null || !('default' in module)) {
    const names = typeof module === 'object' && module !== null ? Object.keys(module) : [];
    throw new AdapterError(`it has no default export${names.length === 0 ? '' : `, but ${names.slice(0, 8).join(', ')}`}`, what);
  }
  return module.default;
}

const ours = [new URL('.', import.meta.url).href, fileURLToPath(new URL('.', import.meta.url))];

/** An error with the places of its own code; ours, Node's and a loader's are of no use to anybody. */
export function toldOf(error: unknown): string {
  if (!(error instanceof Error)) return `${String(error)} was thrown, which is no error`;
  const lines = (error.stack ?? '').split('\n');
  const head = `${error.name}: ${error.message}`;
  const isOfUse = (line: string): boolean => /^\s+at .*(?:file:\/\/|[/\\])/u.test(line) && !/node:|node_modules[/\\]/u.test(line) && !ours.some((folder) => line.includes(folder));
  // A syntax error begins with its place and the line with a caret.
  const first = lines.findIndex((line) => line.startsWith(error.name));
  const place = first > 0 ? lines.slice(0, first).filter((line) => line.trim() !== '') : [];
  return [head, ...place, ...lines.filter(isOfUse)].join('\n');
}
