// The only place that reads `--attach`: it stands for the implementation `attach`, which somebody starts by hand.

import type { Arguments, Option } from './arguments.ts';
import { timeoutOption } from './timeout-option.ts';
import { UserError } from './user-error.ts';

export const attachOption: Option = {
  name: 'attach', value: null,
  help: 'wait for an adapter that you start in a debugger, without limits of time; a port may follow. The same as the name attach or attach:<port>',
};

/** The names of the implementations asked for. Behind --attach a number is a port. Throws UserError where time is limited all the same. */
export function implementationNames(call: Arguments): readonly string[] {
  const isPort = (word: string): boolean => call.flag(attachOption.name) && /^\d+$/u.test(word);
  const named = call.positionals.filter((word) => !isPort(word));
  const ports = call.positionals.filter(isPort);
  if (ports.length > 1) throw new UserError(`--attach waits for one adapter, and ${ports.join(' and ')} are two ports`, 'Write --attach and one port, or none for any that is free.');
  const [port] = ports;
  const names = call.flag(attachOption.name) ? [...named, port === undefined ? 'attach' : `attach:${port}`] : named;
  if (call.value(timeoutOption.name) !== undefined && names.some((name) => /^attach(?::|$)/u.test(name))) {
    throw new UserError('an adapter in a debugger has no limit of time, and --timeout sets one', 'Leave --timeout away.');
  }
  return names;
}
