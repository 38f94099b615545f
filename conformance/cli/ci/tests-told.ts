// The only place that sums up what uvu told of its tests, for the last line of a pipeline. `npx tsx tests-told.ts <log>` prints it.

import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

export interface TestsTold {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Sums over all summaries in the log. What is skipped is in no `Total`: uvu counts there what it ran. */
export function testsTold(log: string): TestsTold {
  const text = stripVTControlCharacters(log);
  const sum = (name: string): number => [...text.matchAll(new RegExp(`^\\s*${name}:\\s+(\\d+)`, 'gmu'))].reduce((all, [, count]) => all + Number(count), 0);
  const passed = sum('Passed');
  return { passed, failed: sum('Total') - passed, skipped: sum('Skipped') };
}

const [, script, log] = process.argv;
if (script !== undefined && import.meta.filename === script && log !== undefined) {
  const { passed, failed, skipped } = testsTold(readFileSync(log, 'utf8'));
  if (passed + failed === 0) process.stdout.write('no test ran\n');
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
