// The only place that makes wrong Tasks in Python: a file that Python runs before anything of its own, and puts in the place of the real Task.

import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Adapter } from '../../conformance/adapter.ts';
import { compareTargets } from '../../conformance/target.ts';
import type { Interpreter } from '../python/discover.ts';
import { pythonAdapter } from '../python/python-adapter.ts';
import { type WrongTask, aboutItself, readTold } from './wrong-task.ts';

export interface WrongPython extends WrongTask {
  /** Minor versions of CPython that it is wrong on, `3.7`; null is open. */
  readonly oldest: string | null;
  readonly newest: string | null;
  /** What ends it, where no check can: it proves the watchdog, and is judged on two scenarios only. */
  readonly ending: { readonly verdict: string; readonly scenario: string } | null;
}

const folder = fileURLToPath(new URL('./python', import.meta.url));

/** Every wrong Task in Python, by name. Throws where the comment that heads a file lacks a key. */
export function wrongPythons(): readonly WrongPython[] {
  return readdirSync(folder).filter((file) => file.endsWith('.py')).sort().map((file) => {
    const [heading = ''] = /^(?:#.*\n)*/u.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
    const told = readTold(file, heading.replace(/^# ?/gmu, ''));
    const optional = (key: string): string | null => (told.has(key) ? told.text(key) : null);
    return {
      ...aboutItself(basename(file, '.py'), told),
      oldest: optional('oldest'),
      newest: optional('newest'),
      ending: told.has('ends-with') ? { verdict: told.text('ends-with'), scenario: told.text('at') } : null,
    };
  });
}

/** The newest of these interpreters on which it is wrong, or null. */
export function interpreterFor({ oldest, newest }: WrongPython, found: readonly Interpreter[]): Interpreter | null {
  const fits = ({ version }: Interpreter): boolean =>
    (oldest === null || compareTargets(version, oldest) >= 0) && (newest === null || compareTargets(version, newest) <= 0);
  return found.filter(fits).sort((one, other) => compareTargets(one.version, other.version)).at(-1) ?? null;
}

/** The wrong Task, to be judged on that interpreter. */
export function wrongPythonAdapter({ name }: WrongPython, { path }: Interpreter): Adapter {
  return {
    name: `wrong:${name}`,
    async start() {
      const place = mkdtempSync(join(tmpdir(), 'taskspec-wrong-'));
      copyFileSync(join(folder, `${name}.py`), join(place, 'sitecustomize.py'));
      const session = await pythonAdapter(`python:${path}`, { environment: { PYTHONPATH: place } }).start();
      return {
        description: session.description,
        run: (program, budget, options) => session.run(program, budget, options),
        async stop() {
          await session.stop();
          rmSync(place, { recursive: true });
        },
      };
    },
  };
}
