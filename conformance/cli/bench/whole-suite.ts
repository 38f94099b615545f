// The only place that measures whole runs: against the tests that CPython has of its own, side by side, and through the gate.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { cpuMilliseconds, median } from './cpu.ts';

export interface WholeSuite {
  /** The command as a user has it, and the folder to run it in. */
  readonly command: readonly string[];
  readonly away: string;
  readonly python: string;
  readonly pairs: number;
  readonly report: (what: string, value: number, limit: number) => void;
  /** An environment in which Python keeps what it compiled, as it does by default. */
  readonly keeping: NodeJS.ProcessEnv;
}

/** Prints each figure as it comes. */
export function measureWholeSuite({ command, away, python, pairs, report, first, keeping }: WholeSuite & { readonly first: NodeJS.ProcessEnv }): void {
  const name = `python:${python}`;
  const suite = [...command, 'run', name];
  const own = [python, '-m', 'test.test_asyncio.test_tasks'];
  const pairwise = (measure: () => number): number => median(Array.from({ length: pairs }, measure));
  // Its own tests take half a minute: one run of them is held against the median of ours.
  const ownWall = wall(away, own, keeping);
  const ownCpu = cpuMilliseconds(own, away, keeping, 1);
  for (const [when, env] of [['first run', first], ['later runs', keeping]] as const) {
    // The first of the later runs is the one that keeps.
    cpuMilliseconds(suite, away, env, 1);
    report(`the whole suite on CPython 3.13 / its own test_tasks, wall time, ${when}`, pairwise(() => wall(away, suite, env)) / ownWall, 1 / 30);
    report(`the same, CPU time, ${when}`, cpuMilliseconds(suite, away, env) / ownCpu, 1 / 12);
  }

  const baseline = ['--baseline', join(away, 'baseline.yaml')];
  execFileSync(command[0] ?? '', [...command.slice(1), 'gate', 'reference', '--update', ...baseline], { cwd: away, stdio: 'ignore' });
  report('taskspec gate reference / taskspec run reference', pairwise(() =>
    cpuMilliseconds([...command, 'gate', 'reference', ...baseline], away) / cpuMilliseconds([...command, 'run', 'reference'], away)), 1.3);
}

/** Needs two free cores: where others work meanwhile, the figure says so and nothing of ours. */
export function measureJobs({ command, away, python, pairs, report, keeping }: WholeSuite): void {
  const several = [...command, 'run', `python:${python}`, `python+pure:${python}`, '--repeat', '4'];
  report('--jobs 2 / --jobs 1, C and pure-Python Task of CPython 3.13, each judged 4 times, wall time', median(Array.from({ length: pairs }, () =>
    wall(away, [...several, '--jobs', '2'], keeping) / wall(away, [...several, '--jobs', '1'], keeping))), 0.75);
}

function wall(away: string, words: readonly string[], env: NodeJS.ProcessEnv): number {
  const [file = '', ...args] = words;
  const before = performance.now();
  execFileSync(file, args, { cwd: away, env, stdio: 'ignore' });
  return performance.now() - before;
}
