// The only place for `taskspec implementations`: what can be judged on this machine, and what would install the rest.

import { implementationTable } from '../../../reports/listing.ts';
import type { Arguments } from '../arguments.ts';
import { implementationsAtHand } from '../at-hand.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';

export const implementationsCommand: Command = {
  name: 'implementations',
  operands: '',
  about: 'Lists the implementations that were found on this machine, version by version, and how to get those that are absent.',
  options: [{ name: 'json', value: null, help: 'print JSON' }],
  examples: ['taskspec implementations'],
  run: implementations,
};

async function implementations(call: Arguments, terminal: Terminal): Promise<number> {
  const rows = await implementationsAtHand();
  if (call.flag('json')) terminal.print(`${JSON.stringify(rows, null, 2)}\n`);
  else terminal.print(implementationTable(rows, terminal));
  return exitCodes.conforms;
}
