// The only place that measures what everything costs, as ratios side by side in one run: `npm run bench -- [part…]`. Nothing here is
// asserted by a test; each limit is printed beside its figure, and the exit code is 1 when one is passed.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { discover } from '../../../adapters/python/discover.ts';
import { emitPython } from '../../../adapters/python/emit.ts';
import { loadSpec } from '../../load/load-spec.ts';
import type { Scenario } from '../../spec.ts';
import { cpuMilliseconds, median, RUNS } from './cpu.ts';
import { measureJobs, measureWholeSuite } from './whole-suite.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const PAIRS = 5;

/** Parts that are measured through the installed command, on one installation, and those that are programs of their own. */
const ofTheCommand = ['start', 'scenario', 'suite', 'jobs'] as const;
const programs = {
  reference: 'reference/bench/bench.ts', puppet: 'adapters/puppet/bench/bench.ts', reports: 'reports/bench/bench.ts', explorer: 'conformance/cli/bench/explorer.ts',
} as const;
const parts = [...ofTheCommand, ...Object.keys(programs)];

/** Python keeps what it compiled, of the harness and of scenarios alike, or it does not: then every run is as the first. */
const { PYTHONDONTWRITEBYTECODE: _, ...keeping } = process.env;
const first = { ...keeping, PYTHONDONTWRITEBYTECODE: '1' };

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !parts.includes(part));
if (unknown.length > 0) {
  console.error(`there is no part ${unknown.join(', ')}: the parts are ${parts.join(', ')}`);
  process.exit(2);
}
const isWanted = (part: string): boolean => asked.length === 0 || asked.includes(part);
let over = 0;
if (ofTheCommand.some(isWanted)) await measureCommand();
for (const [part, path] of Object.entries(programs)) {
  if (isWanted(part) && spawnSync(process.execPath, ['--import', 'tsx', join(root, path)], { cwd: root, stdio: 'inherit' }).status !== 0) over += 1;
}
console.log(over === 0 ? '\nnothing is over its limit' : `\nOVER a limit: ${over} figures of the command or other parts`);
process.exitCode = over === 0 ? 0 : 1;

async function measureCommand(): Promise<void> {
  const { scenarios } = loadSpec(join(root, 'spec')).spec;
  const away = mkdtempSync(join(tmpdir(), 'taskspec-bench-'));
  try {
    const command = install(away);
    console.log(`node ${process.version}, ${scenarios.length} scenarios, medians of ${PAIRS} pairs, CPU time of all processes\n`);
    if (isWanted('start')) {
      report('taskspec run reference / node -e 0', ratio(away, [...command, 'run', 'reference']), 4);
      // To read certificates at its start takes Node 20 longer than all else that it does: then everything else looks cheap beside it.
      const { NODE_EXTRA_CA_CERTS: certificates, ...without } = process.env;
      if (certificates !== undefined) report('the same without NODE_EXTRA_CA_CERTS, which is set here', ratio(away, [...command, 'run', 'reference'], without), 4);
    }
    const python = (await discover()).find(({ version }) => version === '3.13')?.path;
    if (python === undefined) return console.log('CPython 3.13 is absent: nothing is measured beside it. `pyenv install 3.13` installs it.');
    const name = `python:${python}`;
    if (isWanted('start')) {
      report('taskspec run reference python:3.13 / node -e 0, first run', ratio(away, [...command, 'run', 'reference', name], first), 6);
      cpuMilliseconds([...command, 'run', name], away, keeping);
      report('taskspec run reference python:3.13 / node -e 0, later runs', ratio(away, [...command, 'run', 'reference', name], keeping), 6);
      const some = ['--filter', 'cancel/*', '--filter', 'cancelled/*'];
      const count = scenarios.filter(({ id }) => /^cancel(?:led)?\//u.test(id)).length;
      report(`the same with ${count} scenarios, first run`, ratio(away, [...command, 'run', 'reference', name, ...some], first), 6);
      report(`the same with ${count} scenarios, later runs`, ratio(away, [...command, 'run', 'reference', name, ...some], keeping), 6);
    }
    if (isWanted('scenario')) {
      const what = 'each further scenario on CPython 3.13 / its source in a bare loop';
      report(`${what}, first run`, furtherScenario({ away, command, scenarios, path: python, env: first }), 1.5);
      cpuMilliseconds([...command, 'run', name], away, keeping);
      report(`${what}, later runs`, furtherScenario({ away, command, scenarios, path: python, env: keeping }), 1.5);
    }
    if (isWanted('suite')) measureWholeSuite({ command, away, python, pairs: PAIRS, report, first, keeping });
    if (isWanted('jobs')) measureJobs({ command, away, python, pairs: PAIRS, report, keeping });
  } finally {
    rmSync(away, { recursive: true, force: true });
  }
}

/** The command as a user has it, from the tarball in an empty folder. */
function install(away: string): readonly string[] {
  const tarball = execFileSync('npm', ['pack', '--silent', '--pack-destination', away], { cwd: root, encoding: 'utf8' }).trim().split('\n').at(-1) ?? '';
  execFileSync('npm', ['init', '-y'], { cwd: away, stdio: 'ignore' });
  execFileSync('npm', ['install', '--silent', '--omit=optional', `./${tarball}`], { cwd: away, stdio: 'ignore' });
  return ['node', join(away, 'node_modules', 'taskspec', 'dist', 'taskspec.js')];
}

function ratio(away: string, command: readonly string[], env: NodeJS.ProcessEnv = process.env): number {
  return median(Array.from({ length: PAIRS }, () => cpuMilliseconds(command, away, env) / cpuMilliseconds(['node', '-e', '0'], away, env)));
}

interface Further {
  readonly away: string;
  readonly command: readonly string[];
  readonly scenarios: readonly Scenario[];
  readonly path: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * What one more scenario costs on CPython, the runner's side included, against the bare cost of its source: a run of all
 * scenarios less a run of those about cancel(), by commands of one shape. Counted are those that are really run.
 */
function furtherScenario({ away, command, scenarios, path, env }: Further): number {
  const further = scenarios.filter(({ id, capabilities }) => !id.startsWith('cancel/') && !capabilities.some((capability) => capability.startsWith('Task.')));
  const input = JSON.stringify(further.map(({ program }) => emitPython(program).source));
  const script = fileURLToPath(new URL('bare.py', import.meta.url));
  const run = (pattern: string): number => cpuMilliseconds([...command, 'run', `python:${path}`, '--filter', pattern], away, env);
  return median(Array.from({ length: PAIRS }, () => {
    const bare = (): number => Number(spawnSync(path, [script], { input, encoding: 'utf8' }).stdout.trim().split('\n').at(-1));
    return (run('*/*') - run('cancel/*')) / further.length / median(Array.from({ length: RUNS }, bare));
  }));
}

function report(what: string, value: number, limit: number): void {
  const isOver = !(value <= limit);
  if (isOver) over += 1;
  const decimals = limit < 0.1 ? 3 : 2;
  console.log(`${value.toFixed(decimals).padStart(7)}  ${what.padEnd(92)} ${isOver ? 'OVER the limit of' : 'at most'} ${limit.toFixed(decimals)}`);
}
