// The only place that asks whether a process still runs.

import { readFileSync } from 'node:fs';

/** Whether it runs: one that has ended, and that nobody has asked about yet, still has its number but runs no more. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/^\d+ \(.*\) [ZX] /su.test(stat);
  } catch {
    // No such folder on this system, or the process went as we looked.
    return process.platform !== 'linux';
  }
}
