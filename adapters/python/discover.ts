// The only place that finds Python interpreters: on PATH, under pyenv, by version or by path.

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { AdapterError } from '../../conformance/adapter.ts';
import { isExecutable } from './find-command.ts';

/** Where to look; by default the environment of this process. */
export interface Surroundings {
  readonly path: string;
  readonly pyenv: string;
  /** What pyenv has selected, PYENV_VERSION; the first word counts. */
  readonly selected: string | null;
  /** Milliseconds until an interpreter that does not tell its version is passed over; 20 000 if nothing is said. */
  readonly patience?: number;
}

export interface Interpreter {
  /** The minor version, `3.7`: `python:3.7` asks for it. */
  readonly version: string;
  /** The patch release, `3.7.16`. */
  readonly exact: string;
  readonly path: string;
}

/** Versions that can be judged, oldest first. */
export const minorVersions = ['3.7', '3.8', '3.9', '3.10', '3.11', '3.12', '3.13', '3.14'] as const;

export function surroundings(environment: NodeJS.ProcessEnv = process.env): Surroundings {
  return {
    path: environment['PATH'] ?? '',
    pyenv: environment['PYENV_ROOT'] ?? join(homedir(), '.pyenv'),
    selected: environment['PYENV_VERSION'] ?? null,
  };
}

/**
 * The interpreter that `where` means: null is the first `python3` on PATH (then `python`, then the newest of pyenv),
 * `3.7` the newest 3.7 found, `3.7.16` that one, anything with a slash the file itself. Throws AdapterError if absent.
 */
export async function findPython(where: string | null, around: Surroundings = surroundings()): Promise<string> {
  if (where === null) return findAny(around);
  if (/^\d+(\.\d+){1,2}$/.test(where)) return findVersion(where, around);
  if (/[/\\]/.test(where)) {
    const path = resolve(where);
    if (isExecutable(path)) return path;
    throw new AdapterError(`${path} is no file that can be run`, 'Give the path of a Python interpreter, python:/usr/bin/python3.');
  }
  throw new AdapterError(
    `python:${where} says neither a version nor a path`,
    'Ask for python, python:3.7, python:3.7.16 or python:/path/to/python3.',
  );
}

/** The newest interpreter of each minor version that can be judged; those not in the list are absent. */
export async function discover(around: Surroundings = surroundings()): Promise<readonly Interpreter[]> {
  const found = await candidates(around, null);
  return minorVersions.flatMap((minor) => {
    const best = newest(found.filter(({ version }) => matches(version, minor)));
    return best === null ? [] : [{ version: minor, exact: best.version, path: best.path }];
  });
}

async function findAny(around: Surroundings): Promise<string> {
  for (const name of ['python3', 'python']) {
    for (const path of onPath(name, around)) {
      const version = await versionOf(path, around);
      // One that does not tell its version is tried all the same: its start will say what it is.
      if (version === null || isJudged(version)) return path;
    }
  }
  const best = newest((await candidates(around, null)).filter(({ version }) => isJudged(version)));
  if (best !== null) return best.path;
  throw new AdapterError(
    'no Python 3.7 or newer was found on PATH or under pyenv',
    'Install one, `apt-get install python3` or `pyenv install 3.7`, or use pyodide, which needs only npm.',
  );
}

async function findVersion(wanted: string, around: Surroundings): Promise<string> {
  if (compareVersions(wanted, '3.7') < 0) {
    throw new AdapterError(`Python ${wanted} is too old`, 'The oldest Python that can be judged is 3.7: `pyenv install 3.7`.');
  }
  const best = newest((await candidates(around, wanted)).filter(({ version }) => matches(version, wanted)));
  if (best !== null) return best.path;
  const others = (await discover(around)).map(({ exact }) => exact);
  throw new AdapterError(
    `Python ${wanted} was not found on PATH or under ${around.pyenv}; found: ${others.join(', ') || 'none'}`,
    `Install it, \`pyenv install ${wanted}\`, or give its path, python:/path/to/python${wanted}.`,
  );
}

interface Candidate {
  readonly path: string;
  readonly version: string;
}

/** Interpreters with their versions; `wanted` spares asking those that cannot be it. */
async function candidates(around: Surroundings, wanted: string | null): Promise<readonly Candidate[]> {
  const found = pyenvVersions(around);
  const names = ['python3', ...minorVersions.map((minor) => `python${minor}`)];
  const paths = new Set(names.flatMap((name) => onPath(name, around)));
  const asked = await Promise.all(
    [...paths].map(async (path): Promise<readonly Candidate[]> => {
      const minor = /^python(\d+\.\d+)$/.exec(basename(realPath(path)))?.[1];
      if (wanted !== null && minor !== undefined && !matches(wanted, minor)) return [];
      const version = await versionOf(path, around);
      return version === null ? [] : [{ path, version }];
    }),
  );
  return [...asked.flat(), ...found];
}

/** The folders of pyenv tell their versions by name, so nothing is started. */
function pyenvVersions({ pyenv }: Surroundings): readonly Candidate[] {
  const folder = join(pyenv, 'versions');
  return list(folder)
    .filter((name) => /^\d+\.\d+\.\d+$/.test(name))
    .map((version) => ({ version, path: join(folder, version, 'bin', 'python3') }))
    .filter(({ path }) => isExecutable(path));
}

/**
 * The files of that name on PATH, in its order. pyenv's shims are scripts that fail unless a version is selected, and
 * cost as much as Python itself: what they would start is found without them.
 */
function onPath(name: string, around: Surroundings): readonly string[] {
  return around.path.split(delimiter).flatMap((folder) => {
    if (folder === '') return [];
    const path = join(folder, name);
    if (!isExecutable(path)) return [];
    return folder === join(around.pyenv, 'shims') ? behindShim(name, around) : [path];
  });
}

function behindShim(name: string, around: Surroundings): readonly string[] {
  const selected = (around.selected ?? firstLine(join(around.pyenv, 'version')) ?? 'system').split(/[\s:]+/);
  return selected.flatMap((word) => {
    const version = newest(pyenvVersions(around).filter((candidate) => matches(candidate.version, word)));
    if (version === null) return [];
    const path = join(dirname(version.path), name);
    return isExecutable(path) ? [path] : [];
  });
}

/** What the interpreter says of itself, null where it says nothing of the kind. */
function versionOf(path: string, { patience = 20_000 }: Surroundings): Promise<string | null> {
  return new Promise((answer) => {
    // `-V` is answered before Python reads any module, so it costs next to nothing.
    execFile(path, ['-V'], { timeout: patience, killSignal: 'SIGKILL' }, (_error, stdout, stderr) => {
      answer(/^Python (\d+\.\d+\.\d+)/.exec(stdout || stderr)?.[1] ?? null);
    });
  });
}

function isJudged(version: string): boolean {
  return compareVersions(version, '3.7') >= 0;
}

/** Whether the version is the wanted one or one of its patch releases. */
function matches(version: string, wanted: string): boolean {
  return version === wanted || version.startsWith(`${wanted}.`);
}

function newest(found: readonly Candidate[]): Candidate | null {
  return found.reduce<Candidate | null>(
    (best, one) => (best === null || compareVersions(one.version, best.version) > 0 ? one : best),
    null,
  );
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let n = 0; n < 3; n += 1) {
    const difference = (left[n] ?? 0) - (right[n] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function firstLine(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').split('\n')[0]?.trim() || null;
  } catch {
    return null;
  }
}
