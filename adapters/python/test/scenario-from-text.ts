// The only place that turns a scenario's text into a scenario, for tests of this folder.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Budget } from '../../../conformance/adapter.ts';
import { loadScenario } from '../../../conformance/load/load-scenario.ts';
import { renderMistake } from '../../../conformance/load/mistake.ts';
import type { Program } from '../../../conformance/program.ts';
import type { Scenario } from '../../../conformance/spec.ts';

/** A budget that nothing honest uses up; each test of a hang waits for `wallMilliseconds`. */
export const budget: Budget = { loopSteps: 1000, virtualSeconds: 100_000, wallMilliseconds: 400 };

/** Without a title or clauses of its own, the text gets some. */
export function scenarioFrom(text: string): Scenario {
  const head = (key: string, value: string): string => (text.includes(`${key}:`) ? '' : `${key}: ${value}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
  try {
    const path = join(folder, 'scenario.yaml');
    writeFileSync(path, head('title', 'a scenario of a test') + head('clauses', '[task.cancel.thrown]') + text);
    const { scenario, mistakes } = loadScenario({ path, file: 'scenario.yaml', id: 'class/of-a-test' }, null);
    if (scenario === null) throw new Error(mistakes.map(renderMistake).join('\n'));
    return scenario;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const programFrom = (text: string): Program => scenarioFrom(text).program;
