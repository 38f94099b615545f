// The only place for a run in program mode: the adapter does it all, and shows what it sees.

import type { Partial, Run } from '../../conformance/adapter.ts';
import type { Observation } from '../../conformance/trace.ts';
import { ProtocolError } from './check.ts';
import type { Done, RunContent } from './message.ts';
import type { Play } from './play.ts';

export class ProgramPlay implements Play {
  readonly content: RunContent;
  readonly fault = null;
  readonly #observations: Observation[] = [];

  constructor(content: RunContent) {
    this.content = content;
  }

  ask(): never {
    throw new ProtocolError('message.type: expected "observation" or "done" in program mode, got "ask"');
  }

  observation(observation: Observation): void {
    this.#observations.push(observation);
  }

  done(done: Extract<Done, { readonly result: 'ok' | 'stopped' }>): Run {
    if (done.result === 'stopped') throw new ProtocolError('done.result: expected a result of program mode, got "stopped"');
    const { end, notes } = done;
    return { kind: 'trace', trace: { observations: this.#observations, end, notes } };
  }

  partial(output: string): Partial {
    return { observations: this.#observations, notes: [], output };
  }
}
