// The only place for `taskspec show`: one scenario, as its file, as a program of its own, as the data that is sent, or as
// what happens when an implementation runs it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { scenarioOperand } from '../scenario-operand.ts';
import { specOption } from '../selection-options.ts';
import { showTimeline } from '../show-timeline.ts';
import { openSpec, specFolder } from '../spec-source.ts';
import type { Terminal } from '../terminal.ts';
import { timeoutOption } from '../timeout-option.ts';
import { UserError } from '../user-error.ts';

export const showCommand: Command = {
  name: 'show',
  operands: '<scenario>',
  about: `Prints one scenario: its file (yaml), a Python program that needs nothing but python3 from 3.7 on, prints each
observation beside what is expected and exits with 1 on a mismatch (python), the program as the data that an
implementation is sent (json), or what becomes of its tasks, cycle by cycle, when an implementation runs it (timeline).`,
  options: [
    { name: 'as', value: '<form>', help: 'yaml, python, json or timeline; yaml by default' },
    { name: 'on', value: '<implementation>', help: 'which one runs it for the timeline; the reference by default' },
    timeoutOption, specOption,
  ],
  examples: [
    'taskspec show cancel/documented-example', 'taskspec show cancel/documented-example --as python | python3 -',
    'taskspec show cancel/documented-example --as timeline --on python:3.13',
  ],
  run: show,
};

async function show(call: Arguments, terminal: Terminal): Promise<number> {
  const form = call.value('as') ?? 'yaml';
  if (call.value('on') !== undefined && form !== 'timeline') {
    throw new UserError(`--on runs a scenario, and --as ${form} does not`, 'Write --as timeline, or leave --on away.');
  }
  const spec = await openSpec(call.value('spec'));
  const scenario = scenarioOperand(spec, call.positionals[0]);
  switch (form) {
    case 'yaml':
      terminal.print(readFileSync(join(specFolder(call.value('spec')), 'scenarios', `${scenario.id}.yaml`), 'utf8'));
      return exitCodes.conforms;
    case 'python': {
      const { emitStandalone } = await import('../../../adapters/python/standalone.ts');
      terminal.print(emitStandalone(scenario));
      return exitCodes.conforms;
    }
    case 'json':
      terminal.print(`${JSON.stringify(scenario.program, null, 2)}\n`);
      return exitCodes.conforms;
    case 'timeline':
      return showTimeline(call, spec, scenario, terminal);
    default:
      throw new UserError(`a scenario cannot be shown as ${form}`, 'Write --as yaml, --as python, --as json or --as timeline.');
  }
}
