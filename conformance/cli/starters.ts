// The only place that knows what an adapter can be begun with, by language: which files, and how it is called.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

export interface Starter {
  readonly language: string;
  /** The file that is the adapter. */
  readonly adapter: string;
  /** What stands before the file in its name; null where a module is named by its path. */
  readonly command: string | null;
  /** Files below adapters by the names that they get; behind a #, the part of a page. */
  readonly files: Readonly<Record<string, string>>;
  /** The words of others for the same. */
  readonly alias: readonly string[];
}

export const starters: readonly Starter[] = [
  {
    language: 'ts', alias: ['typescript'], adapter: 'adapter.mts', command: null,
    files: { 'README.md': 'templates/typescript/README.md', 'adapter.mts': 'templates/typescript/adapter.mts', 'task.mts': 'templates/typescript/task.mts' },
  },
  {
    language: 'js', alias: ['javascript'], adapter: 'adapter.mjs', command: null,
    files: { 'README.md': 'templates/javascript/README.md', 'adapter.mjs': 'templates/javascript/adapter.mjs', 'task.mjs': 'templates/javascript/task.mjs' },
  },
  {
    language: 'python', alias: ['py'], adapter: 'adapter.py', command: 'python3',
    files: { 'README.md': 'templates/python/README.md', 'adapter.py': 'examples/puppet.py', 'PROTOCOL.md': 'PROTOCOL.md' },
  },
  {
    // A program that all who run taskspec can run, to be written anew: whatever the language, there is one to begin from that works.
    language: 'stdio', alias: ['any', 'other'], adapter: 'adapter.mjs', command: 'node',
    files: {
      'README.md': 'templates/stdio/README.md', 'adapter.mjs': 'templates/stdio/adapter.mjs', 'task.mjs': 'templates/javascript/task.mjs',
      'conversation.txt': 'PROTOCOL.md#conversation', 'PROTOCOL.md': 'PROTOCOL.md',
    },
  },
];

/** The files of a starter by name, for an adapter that is called by `command`. */
export function filesOf(starter: Starter, command: string): ReadonlyMap<string, string> {
  return new Map(Object.entries(starter.files).map(([name, source]) => {
    const [path = '', part] = source.split('#');
    const text = readFileSync(join(packageRoot(), 'adapters', path), 'utf8');
    return [name, part === undefined ? contentOf(path, text, command) : recordIn(text)];
  }));
}

function contentOf(path: string, text: string, command: string): string {
  if (path.endsWith('README.md')) return text.replaceAll('{{command}}', () => command);
  // What the page links to stays in the package.
  if (path === 'PROTOCOL.md') return text.replace(/\[([^\]]+)\]\((?!#)[^)]*\)/gu, '$1');
  return path === 'examples/puppet.py' ? text.replace(/stdio:python3 puppet\.py/u, 'stdio:python3 adapter.py') : text;
}

function recordIn(page: string): string {
  const record = /<!-- conversation: .*-->\n\n```\n([\s\S]*?)```\n/u.exec(page)?.[1];
  if (record === undefined) throw new Error('adapters/PROTOCOL.md has no conversation');
  return record;
}
