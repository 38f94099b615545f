// The only place for `taskspec check`: talk to an adapter, probe it, and say who is to blame for what is wrong.

import { checkReport } from '../../../reports/check.ts';
import { jsonText } from '../../../reports/json-text.ts';
import type { Arguments } from '../arguments.ts';
import { attachOption, implementationNames } from '../attach-option.ts';
import { adapterToCheck } from '../adapter-to-check.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import type { Conclusion } from '../../check/checkup.ts';
import { specOption } from '../selection-options.ts';
import { openSpec } from '../spec-source.ts';
import type { Terminal } from '../terminal.ts';
import { budgetOption, timeoutOption } from '../timeout-option.ts';
import { UserError } from '../user-error.ts';

export const checkCommand: Command = {
  name: 'check',
  operands: '[implementation]',
  about: `Tries an adapter before it is trusted: a scripted conversation (versions, requests that it does not know, reset, a hang, a
large program, texts of many scripts, what it claims), then small probes whose pattern tells a mistake of the adapter from one
of the implementation. It says by name which, and what to do. Whatever taskspec run takes can be checked.

Exit codes: 0 nothing wrong was seen, 1 the implementation violates a clause, 3 the adapter is wrong, or nobody can tell.`,
  options: [attachOption, timeoutOption, { name: 'json', value: null, help: 'print JSON' }, specOption],
  examples: ['taskspec check "stdio:python3 adapters/examples/puppet.py"', 'taskspec check ./my-adapter.js', 'taskspec check --attach'],
  run: check,
};

async function check(call: Arguments, terminal: Terminal): Promise<number> {
  const [name, ...more] = implementationNames(call);
  if (name === undefined) throw new UserError('there is nothing to check', 'Name an implementation: taskspec check "stdio:python3 my_adapter.py".');
  if (more.length > 0) throw new UserError(`one adapter is checked at a time, and ${[name, ...more].join(' and ')} were named`, 'Call it once for each.');
  const budget = budgetOption(call);
  const checked = await adapterToCheck(name, budget, terminal);
  const spec = await openSpec(call.value('spec'));
  const { checkAdapter } = await import('../../check/check-adapter.ts');
  const checking = checkAdapter({ ...checked, spec, budget, begin: (what) => terminal.progress(`${name}  ${what}`) });
  const checkup = await Promise.race([checking, interrupted(terminal.signal)]);
  if (checkup === null) return exitCodes.interrupted;
  if (call.flag('json')) terminal.print(`${jsonText({ format: 1, ...checkup }, 2)}\n`);
  else terminal.print(checkReport(checkup, terminal));
  return checkExitCode(checkup.conclusions);
}

/** A wrong adapter wins: nothing that it tells of the implementation can be trusted. */
export function checkExitCode(conclusions: readonly Conclusion[]): number {
  if (conclusions.some(({ blames }) => blames === 'adapter' || blames === 'either')) return exitCodes.broken;
  return conclusions.some(({ blames }) => blames === 'implementation') ? exitCodes.differs : exitCodes.conforms;
}

function interrupted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
