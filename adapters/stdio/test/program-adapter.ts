// An adapter in program mode for tests: the Program as data, run on the reference in process.

import { createInterface } from 'node:readline';
import { isFields } from '../check.ts';
import { referenceAdapter } from '../../reference/reference-adapter.ts';
import { isRunOfData } from './run-of-data.ts';

async function main(): Promise<void> {
  const session = await referenceAdapter().start();
  const { implementation, version, target, task, capabilities } = session.description;
  let nonce: unknown = null;
  const say = (message: object): void => void process.stdout.write(`${JSON.stringify({ nonce, ...message })}\n`);
  for await (const line of createInterface({ input: process.stdin })) {
    const message: unknown = JSON.parse(line);
    if (isFields(message) && message['type'] === 'hello') {
      nonce = message['nonce'];
      say({ type: 'ready', protocol: 1, implementation, version, language: 'TypeScript', target, task, capabilities, modes: ['program'] });
    } else if (isRunOfData(message)) {
      const { id, program, budget, notes } = message;
      const run = await session.run(program, budget, { notes });
      if (run.kind === 'trace') {
        for (const observation of run.trace.observations) say({ type: 'observation', id, observation });
        say({ type: 'done', id, result: 'ok', end: run.trace.end, notes: run.trace.notes });
      } else if (run.kind === 'budget') say({ type: 'done', id, result: 'budget', budget: run.budget });
      else say({ type: 'done', id, result: 'adapter-error', message: JSON.stringify(run) });
    }
  }
}

void main();
