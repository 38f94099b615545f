// The only place that keeps an implementation busy: several programs are under way, answers are taken in order.

import type { Budget, Run, Session } from './adapter.ts';
import type { Program } from './program.ts';

/** Programs that are under way at once: enough to hide a pipe's round trip, few enough to throw away. */
const ahead = 32;

/** After so many answers the event loop gets a turn, so that Ctrl-C and progress come through on an implementation in process. */
const breath = 32;

export interface Order {
  readonly budget: Budget;
  readonly notes: boolean;
  readonly signal: AbortSignal | undefined;
}

/** The run of each program in the order given. Once the signal is given, programs not answered yet are not-run. */
export async function* inOrder(session: Session, programs: readonly Program[], order: Order): AsyncGenerator<Run> {
  const interruption = interruptedBy(order.signal);
  const underWay: Promise<Run>[] = [];
  let next = 0;
  try {
    for (let answered = 0; answered < programs.length; answered += 1) {
      for (; next < programs.length && underWay.length < ahead && order.signal?.aborted !== true; next += 1) {
        const program = programs[next];
        if (program !== undefined) underWay.push(issue(session, program, order));
      }
      const first = underWay.shift();
      yield first === undefined || order.signal?.aborted === true ? cut : await Promise.race([first, interruption.run]);
      if (answered % breath === breath - 1) await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    interruption.forget();
  }
}

const cut: Run = { kind: 'not-run', reason: 'the run was cut short' };

function interruptedBy(signal: AbortSignal | undefined): { run: Promise<Run>; forget: () => void } {
  let abort = (): void => {};
  const run = new Promise<Run>((resolve) => {
    abort = () => resolve(cut);
  });
  signal?.addEventListener('abort', abort);
  return { run, forget: () => signal?.removeEventListener('abort', abort) };
}

/** A session that breaks its promise never to reject has a broken adapter; that costs this program and no other. */
async function issue(session: Session, program: Program, { budget, notes }: Order): Promise<Run> {
  try {
    return await session.run(program, budget, { notes });
  } catch (error) {
    return { kind: 'adapter-error', message: `the adapter threw: ${error instanceof Error ? error.message : String(error)}` };
  }
}
