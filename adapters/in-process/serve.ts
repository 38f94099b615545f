// The only place where a Binding runs in a child process: it speaks the lines that line-child speaks.

import { createInterface } from 'node:readline';
import type { Adapter, Run } from '../../conformance/adapter.ts';
import type { Program } from '../../conformance/program.ts';
import { writeLine } from '../line-child/write-line.ts';

interface Request {
  readonly id: number;
  readonly program: Program;
  readonly loopSteps: number;
  readonly virtualSeconds: number;
  readonly notes: boolean;
}

/** Answers requests from standard input until it ends. Wall clock is watched from outside, where this process can be ended. */
export async function serve(adapter: Adapter, nonce: string): Promise<void> {
  const session = await adapter.start();
  const { implementation, version, task, environment } = session.description;
  const reply = (message: Record<string, unknown>): void => writeLine(JSON.stringify({ nonce, ...message }));
  reply({ ready: { ...environment, implementation, version, task } });
  for await (const line of createInterface({ input: process.stdin })) {
    const request: unknown = JSON.parse(line);
    if (!isRequest(request)) throw new Error(`a request that makes no sense: ${line.slice(0, 200)}`);
    const { id, program, loopSteps, virtualSeconds, notes } = request;
    const run = await session.run(program, { loopSteps, virtualSeconds, wallMilliseconds: Infinity }, { notes });
    reply({ id, ...replyOf(run) });
  }
}

function replyOf(run: Run): Record<string, unknown> {
  switch (run.kind) {
    case 'trace':
      return { observations: run.trace.observations, notes: run.trace.notes, end: run.trace.end };
    case 'budget':
      return { ...run.partial, end: { kind: 'budget', budget: run.budget } };
    case 'unsupported':
      return { unsupported: run.capability };
    case 'adapter-error':
      return { bug: run.message };
    default:
      return { bug: `it cannot be that a session in process answers ${run.kind}` };
  }
}

/** Only our own process writes here, so that a Program which is there is one. */
function isRequest(data: unknown): data is Request {
  return typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'number' && 'program' in data
    && 'loopSteps' in data && 'virtualSeconds' in data && 'notes' in data;
}
