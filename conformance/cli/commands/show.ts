// The only place for `taskspec show`: one scenario, as its file, as a program of its own, or as the data that is sent.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { scenarioOperand } from '../scenario-operand.ts';
import { specOption } from '../selection-options.ts';
import { openSpec, specFolder } from '../spec-source.ts';
import type { Terminal } from '../terminal.ts';
import { UserError } from '../user-error.ts';

export const showCommand: Command = {
  name: 'show',
  operands: '<scenario>',
  about: `Prints one scenario: its file (yaml), a Python program that needs nothing but python3 from 3.7 on, prints each
observation beside what is expected and exits with 1 on a mismatch (python), or the program as the data that an
implementation is sent (json).`,
  options: [{ name: 'as', value: '<form>', help: 'yaml, python or json; yaml by default' }, specOption],
  examples: ['taskspec show cancel/documented-example', 'taskspec show cancel/documented-example --as python | python3 -'],
  run: show,
};

async function show(call: Arguments, terminal: Terminal): Promise<number> {
  const form = call.value('as') ?? 'yaml';
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
    default:
      throw new UserError(`a scenario cannot be shown as ${form}`, 'Write --as yaml, --as python or --as json.');
  }
}
