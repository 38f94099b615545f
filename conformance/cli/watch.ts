// The only place for `--watch`: runs a command again as files change, each time in a process of its own, so that nothing is stale.

import { spawn } from 'node:child_process';
import { existsSync, statSync, watch } from 'node:fs';
import { delimiter, dirname, join, relative, resolve, sep } from 'node:path';
import { specFolder } from './spec-source.ts';
import { packageRoot } from './package-root.ts';
import type { Terminal } from './terminal.ts';

/** Milliseconds in which changes count as one: editors write a file in several steps. */
const settles = 50;

/** Folders whose files decide what a run of these implementations comes to. */
export function watchedFolders(names: readonly string[], spec: string | undefined, pythonPath: string): readonly string[] {
  const files = names.flatMap((name) => [name, name.slice(name.indexOf(':') + 1)]).filter((path) => /[\\/]/u.test(path) && existsSync(path));
  const own = names.includes('reference') ? [join(packageRoot(), 'reference')] : [];
  const folders = [
    specFolder(spec), ...own, ...pythonPath.split(delimiter).filter((path) => path !== ''),
    ...files.map((path) => (statSync(path).isDirectory() ? path : dirname(path))),
  ];
  return [...new Set(folders.map((path) => resolve(path)))].filter((path) => existsSync(path));
}

/** The options that narrow a run to what the changed files touch; none where that may be anything. */
export function narrowing(changed: readonly string[], spec: string): readonly string[] {
  const touched = changed.map((path) => {
    const [folder, ...rest] = relative(resolve(spec), path).split(sep);
    const name = rest.join('/').replace(/\.ya?ml$/u, '');
    return folder === 'scenarios' && name !== rest.join('/') ? ['--filter', name] : null;
  });
  return touched.some((options) => options === null) ? [] : [...new Set(touched.flatMap((options) => options?.[1] ?? []))].flatMap((id) => ['--filter', id]);
}

/** Batches of changed files below the folders, until the signal is given. */
export async function* changes(folders: readonly string[], signal: AbortSignal): AsyncGenerator<readonly string[]> {
  let batch = new Set<string>();
  let wake = (): void => undefined;
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, (_, file) => {
    // What an editor keeps beside a file is none of ours.
    if (file === null || /(?:^|[\\/])\.|~$|\.sw.$/u.test(file)) return;
    batch.add(join(folder, file));
    wake();
  }));
  signal.addEventListener('abort', () => wake());
  try {
    while (!signal.aborted) {
      if (batch.size === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (signal.aborted) return;
      await new Promise((resolve) => setTimeout(resolve, settles));
      const changed = [...batch];
      batch = new Set();
      yield changed;
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}

/** Runs `taskspec <words…>` in a process of its own; its output is ours. Ends with it, or ends it when the signal is given. */
export function again(words: readonly string[], terminal: Terminal): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.setEncoding('utf8').on('data', (text: string) => terminal.print(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => terminal.complain(text));
    const stop = (): void => void child.kill('SIGINT');
    terminal.signal.addEventListener('abort', stop);
    child.on('close', (code) => {
      terminal.signal.removeEventListener('abort', stop);
      done(code ?? 130);
    });
  });
}
