// For tests only: a scenario written as YAML, judged on implementations.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Adapter, Session } from '../../../conformance/adapter.ts';
import { judge } from '../../../conformance/judge/judge.ts';
import { loadScenario } from '../../../conformance/load/load-scenario.ts';
import { renderMistake } from '../../../conformance/load/mistake.ts';
import { defaultBudget } from '../../../conformance/run.ts';
import type { Scenario } from '../../../conformance/spec.ts';
import { using } from '../../line-child/test/using.ts';

/** The scenario whose steps these are; throws with its mistakes. */
export function scenarioOf(text: string): Scenario {
  const folder = mkdtempSync(join(tmpdir(), 'taskspec-test-'));
  try {
    const path = join(folder, 'draft.yaml');
    writeFileSync(path, `title: A draft of a test\nclauses: [task.test.draft]\n${text}`);
    const { scenario, mistakes } = loadScenario({ path, file: 'draft.yaml', id: 'test/draft' }, null);
    if (scenario === null) throw new Error(mistakes.map(renderMistake).join('\n'));
    return scenario;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** 'pass', or why not, in one line. */
export async function verdictOn(session: Session, scenario: Scenario): Promise<string> {
  const run = await session.run(scenario.program, defaultBudget, { notes: false });
  if (run.kind !== 'trace') return `${run.kind} ${JSON.stringify(run)}`;
  const judgement = judge(scenario.expectation, run.trace);
  if (judgement.kind !== 'fail') return judgement.kind;
  const { step, expected, seen } = judgement.divergence;
  const place = scenario.places.find(({ id }) => id === step);
  return `step ${step ?? '-'} ${place?.text ?? ''}: expected ${expected}, seen ${seen}`;
}

/** Starts it, judges, stops it. */
export const judgedOn = (adapter: Adapter, texts: readonly string[]): Promise<readonly string[]> =>
  using(adapter, (session) => Promise.all(texts.map((text) => verdictOn(session, scenarioOf(text)))));
