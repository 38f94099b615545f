// The house is as its plan says: imports run one way, there is no cycle, and no test file that never runs.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const root = fileURLToPath(new URL('../..', import.meta.url));
const structure = suite('structure');

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.[cm]?tsx?$/u.test(file.name))
    .map((file) => relative(root, join(file.parentPath, file.name)).split(sep).join('/'));

const files = ['reference', 'conformance', 'adapters', 'reports', 'spec'].flatMap(filesBelow);
const isTest = (file: string): boolean => file.includes('/test/');
const sources = files.filter((file) => !isTest(file));

/** Imports of a file, types and dynamic ones included. */
const importsOf = (file: string): readonly string[] => {
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '');
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/gu)].map(([, path = '']) => path);
};

/** The bundler takes it along with the script. */
const isStyle = (path: string): boolean => path.endsWith('.css') && existsSync(join(root, path));

const projectImports = (file: string): readonly string[] =>
  importsOf(file).filter((path) => path.startsWith('.')).map((path) => normalize(join(dirname(file), path)).split(sep).join('/'));

type Room = 'reference' | 'conformance' | 'cli' | 'adapters' | 'reports';
const roomOf = (file: string): Room => {
  if (file.startsWith('conformance/cli/')) return 'cli';
  const [room] = file.split('/');
  if (room === 'reference' || room === 'conformance' || room === 'adapters' || room === 'reports') return room;
  throw new Error(`${file} lies in no room`);
};

const MAY_IMPORT: Readonly<Record<Room, readonly Room[]>> = {
  reference: ['reference'],
  conformance: ['conformance'],
  adapters: ['adapters', 'conformance', 'reference'],
  reports: ['reports', 'conformance'],
  cli: ['cli', 'conformance', 'adapters', 'reports', 'reference'],
};

structure('every import that a source names is a file of the project', () => {
  const missing = sources.flatMap((file) => projectImports(file).filter((path) => !files.includes(path) && !isStyle(path)).map((path) => `${file} → ${path}`));
  assert.equal(missing, []);
});

structure('imports run one way, types included', () => {
  const against = sources.flatMap((file) => projectImports(file)
    .filter((path) => !MAY_IMPORT[roomOf(file)].includes(roomOf(path)))
    .map((path) => `${file} → ${path}`));
  assert.equal(against, []);
});

structure('the reference imports nothing but itself', () => {
  const foreign = sources.filter((file) => roomOf(file) === 'reference' && !file.includes('/bench/'))
    .flatMap((file) => importsOf(file).filter((path) => !path.startsWith('./')).map((path) => `${file} → ${path}`));
  assert.equal(foreign, []);
});

structure('no source imports a test', () => {
  assert.equal(sources.flatMap((file) => projectImports(file).filter(isTest).map((path) => `${file} → ${path}`)), []);
});

structure('there is no cycle of imports', () => {
  const cycles: string[] = [];
  const state = new Map<string, 'open' | 'closed'>();
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'closed') return;
    if (state.get(file) === 'open') {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const next of projectImports(file)) if (files.includes(next)) visit(next, [...path, file]);
    state.set(file, 'closed');
  };
  for (const file of sources) visit(file, []);
  assert.equal(cycles, []);
});

structure('every suite of every test file is run, and none is narrowed to one test', () => {
  const tests = files.filter(isTest).filter((file) => file.endsWith('.test.ts'));
  assert.ok(tests.length > 0);
  const silent = tests.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const suites = [...text.matchAll(/^const (\w+) = suite(?:<[^(]*>)?\(/gmu)].map(([, name = '']) => name);
    const unnamed = /from 'uvu'/u.test(text) && /\bimport \{[^}]*\btest\b[^}]*\} from 'uvu'/u.test(text) ? ['test'] : [];
    const all = [...suites, ...unnamed];
    return all.length === 0 || all.some((name) => !text.includes(`${name}.run()`)) || /\.only\(/u.test(text);
  });
  assert.equal(silent, []);
});

structure('a test is left out in one way only, which says what would bring it', () => {
  const own = 'conformance/test/where-found.ts';
  const skipping = files.filter(isTest).filter((file) => file !== own && /\.skip\b/u.test(readFileSync(join(root, file), 'utf8')));
  assert.equal(skipping, ['conformance/test/structure.test.ts']);
});

structure('every file that looks like a test is named so that it is found', () => {
  const strays = files.filter((file) => /from 'uvu'/u.test(readFileSync(join(root, file), 'utf8'))).filter((file) => !file.endsWith('.test.ts'));
  assert.equal(strays, []);
});

structure('the first line of every source says what it is the only place for', () => {
  const without = sources.filter((file) => !/^(?:#!.*\n)?(?:\/\/ \S|\/\*\* \S|\/\*\*\n \* \S)/u.test(readFileSync(join(root, file), 'utf8')));
  assert.equal(without, []);
});

structure('the lock file names no host', () => {
  assert.not.match(readFileSync(join(root, 'package-lock.json'), 'utf8'), /https?:\/\/registry/u);
});

structure.run();
