// The only place that runs a program once more for what a crash took of it: in a fresh child that shows each observation at once.

import type { Observation } from '../../conformance/trace.ts';
import type { connect } from './connection.ts';
import { Watchdog } from './watchdog.ts';

/** What the child showed until it ended, answered, or had no more time. It is killed afterwards. */
export async function replay(start: ReturnType<typeof connect>, request: () => string, milliseconds: number): Promise<readonly Observation[]> {
  const seen: Observation[] = [];
  try {
    const connection = await start.ready;
    await new Promise<void>((resolve) => {
      const watchdog = new Watchdog(resolve);
      watchdog.watch(undefined, milliseconds);
      const finish = (): void => {
        watchdog.rest();
        resolve();
      };
      connection.listen({
        reply: (reply) => void (reply.kind === 'seen' ? seen.push(reply.observation) : finish()),
        nonsense: finish,
        end: finish,
      });
      connection.send(request());
    });
  } catch {
    // Then nothing more is known of it; the restart that follows will tell why.
  }
  start.kill();
  return seen;
}
