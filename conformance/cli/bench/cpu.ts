// The only place that measures the CPU time of whole commands, their children included.

import { execFileSync } from 'node:child_process';

/** So many runs are one measurement: the shell counts in hundredths of a second. */
export const RUNS = 5;

/** User and system milliseconds of one run of a command and of all that it waits for, mean of a few. */
export function cpuMilliseconds(command: readonly string[], cwd: string, env: NodeJS.ProcessEnv = process.env, runs = RUNS): number {
  const loop = `i=0; while [ $i -lt ${runs} ]; do "$@" >/dev/null 2>&1; i=$((i+1)); done; times`;
  const text = execFileSync('sh', ['-c', loop, 'sh', ...command], { cwd, env, encoding: 'utf8' });
  const ofChildren = text.trim().split('\n').at(-1) ?? '';
  return [...ofChildren.matchAll(/(\d+)m([\d.]+)s/gu)].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000, 0) / runs;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] ?? NaN : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
