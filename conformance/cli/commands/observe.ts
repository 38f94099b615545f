// The only place for `taskspec observe`: a draft scenario on every real implementation at hand.

import { relative, resolve } from 'node:path';
import { observed } from '../../../reports/observed.ts';
import { visible } from '../../../reports/visible.ts';
import { AdapterError } from '../../adapter.ts';
import type { Budget, Run } from '../../adapter.ts';
import { loadScenario } from '../../load/load-scenario.ts';
import { sightings } from '../../sightings.ts';
import type { Seen } from '../../sightings.ts';
import type { Scenario } from '../../spec.ts';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { implementationsOf } from '../implementations.ts';
import type { Implementation } from '../implementations.ts';
import { pythonsAtHand } from '../pythons-at-hand.ts';
import { SpecMistakes } from '../spec-mistakes.ts';
import type { Terminal } from '../terminal.ts';
import { budgetOption, timeoutOption } from '../timeout-option.ts';
import { UserError } from '../user-error.ts';

export const observeCommand: Command = {
  name: 'observe',
  operands: '<file> [implementation…]',
  about: `Runs a draft scenario on every real implementation at hand and prints, beside each step, what each saw; equal
beside equal. By default these are all CPythons that are found, with the C and with the pure-Python Task.
The clauses that the draft names need not exist yet. Expectations are judged, but decide no exit code.`,
  options: [
    timeoutOption,
    { name: 'json', value: null, help: 'print what was seen as JSON' },
  ],
  examples: ['taskspec observe draft.yaml', 'taskspec observe draft.yaml python:3.7 python+pure:3.7 pyodide reference'],
  run: observe,
};

async function observe(call: Arguments, terminal: Terminal): Promise<number> {
  const [file, ...names] = call.positionals;
  if (file === undefined) throw new UserError('no file is named', 'Write taskspec observe <file>.');
  const { scenario, mistakes } = loadScenario({ path: resolve(file), file: relative('', file) || file, id: 'draft' }, null);
  if (scenario === null) throw new SpecMistakes(mistakes);
  const implementations = implementationsOf(names.length > 0 ? names : await pythonsAtHand());
  const seen = await look(scenario, implementations, budgetOption(call), terminal);
  const compared = sightings(scenario, seen);
  if (call.flag('json')) terminal.print(`${JSON.stringify({ file, title: scenario.title, ...compared, seen }, null, 2)}\n`);
  else terminal.print(observed(scenario, compared, terminal));
  return seen.every(({ run }) => run.kind === 'adapter-error') ? exitCodes.broken : exitCodes.conforms;
}

/** Two at a time: while one answers the next one starts. */
async function look(
  scenario: Scenario, implementations: readonly Implementation[], budget: Budget, terminal: Terminal,
): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < implementations.length && !terminal.signal.aborted) {
      const index = next;
      next += 1;
      const implementation = implementations[index];
      if (implementation === undefined) return;
      terminal.progress(`${visible(implementation.name)}  ${index + 1} of ${implementations.length}`);
      seen[index] = { implementation: implementation.name, run: await runOnce(implementation, scenario, budget) };
    }
  };
  await Promise.all([work(), work()]);
  return seen;
}

async function runOnce(implementation: Implementation, scenario: Scenario, budget: Budget): Promise<Run> {
  try {
    const session = await (await implementation.load()).start();
    try {
      return await session.run(scenario.program, budget, { notes: false });
    } finally {
      await session.stop();
    }
  } catch (error) {
    if (error instanceof AdapterError) return { kind: 'adapter-error', message: error.message };
    throw error;
  }
}
