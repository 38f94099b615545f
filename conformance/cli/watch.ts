// The only place for `--watch`: runs a command again as files change, each time in a process of its own, so that nothing is stale.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join, relative, resolve, sep } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
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

/** Batches of changed files below the folders, until the signal is given. Resolves once nothing that changes can be missed. */
export async function changes(folders: readonly string[], signal: AbortSignal): Promise<AsyncGenerator<readonly string[]>> {
  // What an editor keeps beside a file is none of ours.
  const watcher = watch([...folders], { ignoreInitial: true, ignored: (path) => /[\\/]\.[^\\/]*$|~$|\.sw.$/u.test(path) });
  const changed = new Changed();
  watcher.on('all', (_, path) => changed.add(resolve(path)));
  signal.addEventListener('abort', () => changed.wake());
  if (!signal.aborted) await Promise.race([once(watcher, 'ready'), once(signal, 'abort')]);
  return batches(watcher, changed, signal);
}

/** Files that changed and that nobody has asked for yet. */
class Changed {
  #files = new Set<string>();
  wake = (): void => undefined;

  add(file: string): void {
    this.#files.add(file);
    this.wake();
  }

  async any(): Promise<void> {
    if (this.#files.size > 0) return;
    await new Promise<void>((awake) => {
      this.wake = awake;
    });
  }

  take(): readonly string[] {
    const files = [...this.#files];
    this.#files = new Set();
    return files;
  }
}

async function* batches(watcher: FSWatcher, changed: Changed, signal: AbortSignal): AsyncGenerator<readonly string[]> {
  try {
    while (!signal.aborted) {
      await changed.any();
      if (signal.aborted) return;
      await new Promise((quiet) => setTimeout(quiet, settles));
      yield changed.take();
    }
  } finally {
    await watcher.close();
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
