// The only place that reads names such as `stdio:python3 my_adapter.py`: what stands behind the colon is the adapter's command.

import { AdapterError, type Adapter } from '../../conformance/adapter.ts';
import type { Command } from '../line-child/line-child.ts';
import { linkToChild, type OpenLink } from '../line-child/link.ts';
import type { Setup } from './connection.ts';
import { protocolAdapter } from './protocol-adapter.ts';
import { splitCommand } from './split-command.ts';

export interface StdioOptions {
  /** Milliseconds that the adapter may take to start. */
  readonly startMilliseconds?: number;
  readonly overhear?: Setup['overhear'] | undefined;
}

const prefix = 'stdio:';
const hint = 'Behind `stdio:` stands the command of an adapter that speaks the protocol of adapters/PROTOCOL.md; adapters/examples has two to copy.';

/** Whatever stands behind `stdio:` is the command. Throws AdapterError where it is none. */
export function stdioAdapter(name: string, options: StdioOptions = {}): Adapter {
  const { file, args } = commandOf(name);
  return protocolAdapter({
    name, shown: [file, ...args].join(' '), open: linkToChild({ file, args }), hint, startMilliseconds: options.startMilliseconds ?? 30_000, overhear: options.overhear,
  });
}

/** Starts the same command for whoever talks to it without a session. Throws AdapterError where it is none. */
export const openStdio = (name: string): OpenLink => linkToChild(commandOf(name));

function commandOf(name: string): Command {
  const [file, ...args] = (name.startsWith(prefix) ? splitCommand(name.slice(prefix.length)) : null) ?? [];
  if (file === undefined || file === '') {
    throw new AdapterError(`${name} names no command`, 'Write stdio: and a command with its arguments: "stdio:python3 adapters/examples/puppet.py". Close each quote.');
  }
  return { file, args };
}
