// The only place that runs one scenario with notes and shows what became of its tasks.

import { timelineText } from '../../reports/timeline.ts';
import type { Scenario, Spec } from '../spec.ts';
import { timeline } from '../timeline.ts';
import type { Arguments } from './arguments.ts';
import { exitCodes } from './exit-code.ts';
import { happening } from './happening.ts';
import { implementationOf } from './implementations.ts';
import type { Terminal } from './terminal.ts';
import { budgetOption } from './timeout-option.ts';

/** Throws AdapterError where the implementation cannot be started. What it did decides no exit code: it is only shown. */
export async function showTimeline(call: Arguments, spec: Spec, scenario: Scenario, terminal: Terminal): Promise<number> {
  const name = call.value('on') ?? 'reference';
  const budget = budgetOption(call);
  const session = await (await implementationOf(name).load()).start();
  try {
    const happened = await happening(session, spec, scenario, budget);
    terminal.print(timelineText(timeline(scenario, happened), name, terminal));
    const { kind } = happened.verdict;
    return kind === 'adapter-error' || kind === 'protocol-error' ? exitCodes.broken : exitCodes.conforms;
  } finally {
    await session.stop();
  }
}
