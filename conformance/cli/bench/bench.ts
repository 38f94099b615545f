// The only place that measures what the command costs, as ratios side by side in one run: `npm run bench`. It packs the
// tarball and installs it as a user would. Nothing here is asserted by a test; the limits are printed beside the figures.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { discover } from '../../../adapters/python/discover.ts';
import { emitPython } from '../../../adapters/python/emit.ts';
import { loadSpec } from '../../load/load-spec.ts';
import { cpuMilliseconds, median } from './cpu.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const PAIRS = 5;

/** Options that select these scenarios and no others. */
const only = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => ['--filter', id]);

const away = mkdtempSync(join(tmpdir(), 'taskspec-bench-'));
try {
  const command = install();
  const python = (await discover()).find(({ version }) => version === '3.13') ?? null;
  const { scenarios } = loadSpec(join(root, 'spec')).spec;
  const hundred = scenarios.slice(0, 100);
  const file = only(hundred.map(({ id }) => id));

  console.log(`node ${process.version}, ${scenarios.length} scenarios, medians of ${PAIRS} pairs, CPU time of all processes\n`);
  report('taskspec run reference, 100 scenarios / node -e 0', ratio([...command, 'run', 'reference', ...file], ['node', '-e', '0']), 4);
  report(`taskspec run reference, ${scenarios.length} scenarios / node -e 0`, ratio([...command, 'run', 'reference'], ['node', '-e', '0']), null);
  if (python === null) {
    console.log('CPython 3.13 is absent: nothing is measured beside it. `pyenv install 3.13` installs it.');
  } else {
    const name = `python:${python.path}`;
    report('taskspec run reference python:3.13, 100 scenarios / node -e 0', ratio([...command, 'run', 'reference', name, ...file], ['node', '-e', '0']), 6);
    furtherScenario(command, python.path, name);
  }
} finally {
  rmSync(away, { recursive: true, force: true });
}
execFileSync(process.execPath, ['--import', 'tsx', join(root, 'reports', 'bench', 'bench.ts')], { cwd: root, stdio: 'inherit' });
execFileSync(process.execPath, ['--import', 'tsx', join(root, 'reference', 'bench', 'bench.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });

/** The command as a user has it, from the tarball in an empty folder. */
function install(): readonly string[] {
  const tarball = execFileSync('npm', ['pack', '--silent', '--pack-destination', away], { cwd: root, encoding: 'utf8' }).trim().split('\n').at(-1) ?? '';
  execFileSync('npm', ['init', '-y'], { cwd: away, stdio: 'ignore' });
  execFileSync('npm', ['install', '--silent', '--omit=optional', `./${tarball}`], { cwd: away, stdio: 'ignore' });
  return ['node', join(away, 'node_modules', 'taskspec', 'dist', 'taskspec.js')];
}

function ratio(one: readonly string[], other: readonly string[]): number {
  return median(Array.from({ length: PAIRS }, () => cpuMilliseconds(one, away) / cpuMilliseconds(other, away)));
}

/** What one more scenario costs on CPython, the runner's side included, against the bare cost of its source. */
function furtherScenario(command: readonly string[], path: string, name: string): void {
  const { scenarios } = loadSpec(join(root, 'spec')).spec;
  // Owed by 3.13, so that each is really run.
  const owed = scenarios.filter(({ capabilities }) => !capabilities.some((capability) => capability.startsWith('Task.')));
  const sources = owed.slice(100).map(({ program }) => emitPython(program).source);
  const few = only(owed.slice(0, 100).map(({ id }) => id));
  const all = only(owed.map(({ id }) => id));
  const ratios = Array.from({ length: PAIRS }, () => {
    const run = (filter: readonly string[]): number => cpuMilliseconds([...command, 'run', name, ...filter], away);
    const further = (run(all) - run(few)) / (owed.length - 100);
    const script = fileURLToPath(new URL('bare.py', import.meta.url));
    const bare = Number(spawnSync(path, [script], { input: JSON.stringify(sources), encoding: 'utf8' }).stdout.trim().split('\n').at(-1));
    return further / bare;
  });
  report('each further scenario on CPython 3.13 / its source in a bare loop', median(ratios), 1.5);
}

function report(what: string, value: number, limit: number | null): void {
  const judged = limit === null ? '' : value <= limit ? `at most ${limit}` : `OVER the limit of ${limit}`;
  console.log(`${value.toFixed(2).padStart(7)}  ${what.padEnd(72)} ${judged}`.trimEnd());
}
