// The only place that reads names such as `attach:4711`: an adapter that somebody starts by hand, in a debugger, and that connects to us.

import { AdapterError, type Adapter } from '../../conformance/adapter.ts';
import type { Setup } from '../stdio/connection.ts';
import { protocolAdapter } from '../stdio/protocol-adapter.ts';
import { Listening, host } from './listening.ts';

export interface AttachOptions {
  /** Hears what somebody has to do now, in whole lines. */
  readonly say: (text: string) => void;
  /** Ends the wait. */
  readonly signal?: AbortSignal | undefined;
  readonly overhear?: Setup['overhear'];
}

const hint = 'What connects must speak the protocol of adapters/PROTOCOL.md; adapters/README.md shows how an adapter connects.';

/** `attach`, or `attach:<port>`. Throws AdapterError where there is no such port. No time is watched, neither before it connects nor in a program. */
export function attachAdapter(name: string, options: AttachOptions): Adapter {
  const { say, signal, overhear } = options;
  const port = portOf(name);
  return {
    name,
    async start() {
      const listening = await Listening.on(port);
      const close = (): void => listening.close();
      if (signal?.aborted === true) close();
      signal?.addEventListener('abort', close, { once: true });
      const stop = (): void => {
        signal?.removeEventListener('abort', close);
        close();
      };
      let connections = 0;
      const adapter = protocolAdapter({
        name, shown: name, hint, startMilliseconds: null, overhear,
        open: (listener, longestLine) => {
          connections += 1;
          say(connections === 1 ? invitation(listening.port) : `It is gone. Waiting on ${host}:${listening.port} for it to be started again.\n`);
          return listening.link(listener, longestLine);
        },
      });
      try {
        const session = await adapter.start();
        return {
          description: session.description,
          run: (program, budget, notes) => session.run(program, budget, notes),
          async stop() {
            stop();
            await session.stop();
          },
        };
      } catch (error) {
        stop();
        throw error;
      }
    },
  };
}

function portOf(name: string): number {
  const [, given = '0'] = /^attach(?::(\d{1,5}))?$/u.exec(name) ?? [null, 'none'];
  const port = Number(given);
  if (port <= 65_535) return port;
  throw new AdapterError(`${name} names no port`, 'Write attach for any port that is free, or one from 1 to 65535: attach:4711.');
}

const invitation = (port: number): string => [
  `Waiting on ${host}:${port} for one adapter, without any limit of time; Ctrl-C ends the wait. Start it by hand, either`,
  `  with TASKSPEC_ATTACH=${port}, where it connects by itself (adapters/README.md has the lines), or unchanged, in bash:`,
  `  python3 my_adapter.py <>/dev/tcp/${host}/${port} >&0`,
  '',
].join('\n');
