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
import { cpuMilliseconds, median, RUNS } from './cpu.ts';
import { measureWholeSuite } from './whole-suite.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const PAIRS = 5;

const { scenarios } = loadSpec(join(root, 'spec')).spec;

/** Python keeps what it compiled, of the harness and of scenarios alike, or it does not: then every run is as the first. */
const { PYTHONDONTWRITEBYTECODE: _, ...keeping } = process.env;
const first = { ...keeping, PYTHONDONTWRITEBYTECODE: '1' };

/** Options that select these scenarios and no others. */
const only = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => ['--filter', id]);

const away = mkdtempSync(join(tmpdir(), 'taskspec-bench-'));
try {
  const command = install();
  const python = (await discover()).find(({ version }) => version === '3.13') ?? null;
  const hundred = scenarios.slice(0, 100);
  const file = only(hundred.map(({ id }) => id));

  console.log(`node ${process.version}, ${scenarios.length} scenarios, medians of ${PAIRS} pairs, CPU time of all processes\n`);
  report('taskspec run reference, 100 scenarios / node -e 0', ratio([...command, 'run', 'reference', ...file], ['node', '-e', '0']), 4);
  report(`taskspec run reference, ${scenarios.length} scenarios / node -e 0`, ratio([...command, 'run', 'reference'], ['node', '-e', '0']), null);
  if (python === null) {
    console.log('CPython 3.13 is absent: nothing is measured beside it. `pyenv install 3.13` installs it.');
  } else {
    const name = `python:${python.path}`;
    report('taskspec run reference python:3.13, 100 scenarios / node -e 0, first run', ratio([...command, 'run', 'reference', name, ...file], ['node', '-e', '0'], first), 6);
    const what = 'each further scenario on CPython 3.13 / its source in a bare loop';
    report(`${what}, first run`, furtherScenario(command, python.path, name, first), 1.5);
    cpuMilliseconds([...command, 'run', name], away, keeping);
    report(`${what}, later runs`, furtherScenario(command, python.path, name, keeping), 1.5);
    measureWholeSuite({ command, away, python: python.path, pairs: PAIRS, report });
  }
} finally {
  rmSync(away, { recursive: true, force: true });
}
execFileSync(process.execPath, ['--import', 'tsx', join(root, 'reports', 'bench', 'bench.ts')], { cwd: root, stdio: 'inherit' });
execFileSync(process.execPath, ['--import', 'tsx', join(root, 'conformance', 'cli', 'bench', 'explorer.ts')], { cwd: root, stdio: 'inherit' });
execFileSync(process.execPath, ['--import', 'tsx', join(root, 'reference', 'bench', 'bench.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
execFileSync(process.execPath, ['--import', 'tsx', join(root, 'adapters', 'puppet', 'bench', 'bench.ts')], { cwd: root, stdio: 'inherit' });

/** The command as a user has it, from the tarball in an empty folder. */
function install(): readonly string[] {
  const tarball = execFileSync('npm', ['pack', '--silent', '--pack-destination', away], { cwd: root, encoding: 'utf8' }).trim().split('\n').at(-1) ?? '';
  execFileSync('npm', ['init', '-y'], { cwd: away, stdio: 'ignore' });
  execFileSync('npm', ['install', '--silent', '--omit=optional', `./${tarball}`], { cwd: away, stdio: 'ignore' });
  return ['node', join(away, 'node_modules', 'taskspec', 'dist', 'taskspec.js')];
}

function ratio(one: readonly string[], other: readonly string[], env: NodeJS.ProcessEnv = process.env): number {
  return median(Array.from({ length: PAIRS }, () => cpuMilliseconds(one, away, env) / cpuMilliseconds(other, away, env)));
}

/**
 * What one more scenario costs on CPython, the runner's side included, against the bare cost of its source: a run of all
 * scenarios less a run of those about cancel(), by commands of one shape. Counted are those that are really run.
 */
function furtherScenario(command: readonly string[], path: string, name: string, env: NodeJS.ProcessEnv): number {
  const further = scenarios.filter(({ id, capabilities }) => !id.startsWith('cancel/') && !capabilities.some((capability) => capability.startsWith('Task.')));
  const input = JSON.stringify(further.map(({ program }) => emitPython(program).source));
  const script = fileURLToPath(new URL('bare.py', import.meta.url));
  const run = (pattern: string): number => cpuMilliseconds([...command, 'run', name, '--filter', pattern], away, env);
  return median(Array.from({ length: PAIRS }, () => {
    const bare = (): number => Number(spawnSync(path, [script], { input, encoding: 'utf8' }).stdout.trim().split('\n').at(-1));
    return (run('*/*') - run('cancel/*')) / further.length / median(Array.from({ length: RUNS }, bare));
  }));
}

function report(what: string, value: number, limit: number | null): void {
  const limitText = limit === null ? '' : String(Number(limit.toFixed(3)));
  const judged = limit === null ? '' : value <= limit ? `at most ${limitText}` : `OVER the limit of ${limitText}`;
  console.log(`${value.toFixed(value < 0.1 ? 3 : 2).padStart(7)}  ${what.padEnd(84)} ${judged}`.trimEnd());
}
