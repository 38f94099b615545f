// The only place that judges several implementations in one call: each is started before it is needed, none outlives it.

import { AdapterError } from '../adapter.ts';
import type { Session } from '../adapter.ts';
import type { Judged } from '../result.ts';
import { neverRan, run } from '../run.ts';
import type { RunOptions } from '../run.ts';
import type { Scenario, Spec } from '../spec.ts';
import type { Implementation } from './implementations.ts';

type Started =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'failed'; readonly error: AdapterError };

/** Milliseconds that an implementation has to stop after Ctrl-C; its process group is killed when ours ends. */
const lastWords = 2_000;

/** One is judged while the next one starts: more would only compete for the processors. */
const startedAhead = 2;

/** Implementations that are being started, so that a child is under way while the specification is read. */
export class Starts {
  readonly #implementations: readonly Implementation[];
  readonly #starts: Promise<Started>[] = [];

  constructor(implementations: readonly Implementation[]) {
    this.#implementations = implementations;
    this.#begin(startedAhead);
  }

  async take(index: number): Promise<Started> {
    this.#begin(index + startedAhead);
    const started = this.#starts[index];
    if (started === undefined) throw new Error(`there is no implementation number ${index}`);
    return started;
  }

  /** Stops whatever was started, also what is only about to be; once the signal is given it waits for nobody long. */
  async stop(signal: AbortSignal): Promise<void> {
    const stopped = Promise.all(this.#starts.map(async (start) => {
      const started = await start;
      if (started.kind === 'session') await started.session.stop();
    }));
    if (!signal.aborted) await stopped;
    else await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, lastWords).unref())]);
  }

  #begin(count: number): void {
    while (this.#starts.length < Math.min(count, this.#implementations.length)) {
      const implementation = this.#implementations[this.#starts.length];
      if (implementation !== undefined) this.#starts.push(start(implementation));
    }
  }
}

/** An error that is no AdapterError is a bug of ours or of the adapter, and is not told as anything else. */
async function start(implementation: Implementation): Promise<Started> {
  try {
    const adapter = await implementation.load();
    return { kind: 'session', session: await adapter.start() };
  } catch (error) {
    if (error instanceof AdapterError) return { kind: 'failed', error };
    const message = error instanceof Error ? error.message : String(error);
    const wrapped = new AdapterError(`its adapter failed: ${message}`, 'This is a bug in the adapter.', { cause: error });
    return { kind: 'failed', error: wrapped };
  }
}

export interface JudgeOptions extends RunOptions {
  /** Hears which implementation comes next. */
  readonly begin?: (name: string) => void;
  /** Hears why one could not be started; the others go on. */
  readonly failed?: (name: string, error: AdapterError) => void;
}

/** Judges one implementation after the other, in the order given. Cut short, those that did not come have no verdicts. */
export async function judgeAll(
  implementations: readonly Implementation[],
  starts: Starts,
  spec: Spec,
  scenarios: readonly Scenario[],
  options: JudgeOptions,
): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const [index, { name }] of implementations.entries()) {
    options.begin?.(name);
    const started = await unlessAborted(starts.take(index), options.signal);
    switch (started.kind) {
      case 'session':
        judged.push(await run(started.session, spec, scenarios, options));
        await started.session.stop();
        break;
      case 'failed':
        options.failed?.(name, started.error);
        judged.push(neverRan(name, spec, scenarios, { kind: 'adapter-error', message: started.error.message }));
        break;
      case 'aborted':
        judged.push(neverRan(name, spec, scenarios, { kind: 'not-run', reason: 'the run was cut short' }));
    }
  }
  return judged;
}

/** An implementation that never comes up must not keep Ctrl-C waiting. */
async function unlessAborted(started: Promise<Started>, signal: AbortSignal | undefined): Promise<Started | { readonly kind: 'aborted' }> {
  if (signal === undefined) return started;
  let abort = (): void => {};
  const aborted = new Promise<{ readonly kind: 'aborted' }>((resolve) => {
    abort = () => resolve({ kind: 'aborted' });
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
  });
  try {
    return await Promise.race([aborted, started]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
