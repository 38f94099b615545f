// For tests only: a session that is stopped whatever was done with it, and programs that are asked for at once.

import type { Adapter, Budget, Run, Session } from '../../../conformance/adapter.ts';
import type { Program } from '../../../conformance/program.ts';

/** Starts it, and stops it when all is done or something failed. */
export async function using<T>(adapter: Adapter, use: (session: Session) => Promise<T>): Promise<T> {
  const session = await adapter.start();
  try {
    return await use(session);
  } finally {
    await session.stop();
  }
}

export const runAll = (adapter: Adapter, programs: readonly Program[], budget: Budget, notes = false): Promise<readonly Run[]> =>
  using(adapter, (session) => Promise.all(programs.map((program) => session.run(program, budget, { notes }))));
