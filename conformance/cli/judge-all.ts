// The only place that judges several implementations in one call: each is started before it is needed, none outlives it.

import { AdapterError } from '../adapter.ts';
import type { Session } from '../adapter.ts';
import type { Judged } from '../result.ts';
import { runRepeatedly } from '../repeat.ts';
import { neverRan } from '../run.ts';
import type { RunOptions } from '../run.ts';
import type { Scenario, Spec } from '../spec.ts';
import type { Bystander, Implementation } from './implementations.ts';

type Started =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'failed'; readonly error: AdapterError };

/** Milliseconds that an implementation has to stop after Ctrl-C; its process group is killed when ours ends. */
const lastWords = 2_000;

/** So many are judged, one more starts meanwhile: more would only compete for the processors. */
const startedAhead = (jobs: number): number => jobs + 1;

/** Implementations that are being started, so that a child is under way while the specification is read. */
export class Starts {
  readonly #implementations: readonly Implementation[];
  readonly #starts: Promise<Started>[] = [];
  readonly #ahead: number;
  readonly #bystander: Bystander | undefined;

  /** `jobs`: how many will be judged side by side. */
  constructor(implementations: readonly Implementation[], jobs = 1, bystander?: Bystander) {
    this.#implementations = implementations;
    this.#bystander = bystander;
    this.#ahead = startedAhead(jobs);
    this.#begin(this.#ahead);
  }

  async take(index: number): Promise<Started> {
    this.#begin(index + this.#ahead);
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
      if (implementation !== undefined) this.#starts.push(start(implementation, this.#bystander));
    }
  }
}

async function start(implementation: Implementation, bystander: Bystander | undefined): Promise<Started> {
  try {
    const adapter = await implementation.load(bystander);
    return { kind: 'session', session: await adapter.start() };
  } catch (error) {
    return { kind: 'failed', error: AdapterError.of(error) };
  }
}

export interface JudgeOptions extends RunOptions {
  /** How many are judged side by side; 1 by default. */
  readonly jobs?: number;
  /** How often each scenario is judged; 1 by default. */
  readonly repeat?: number;
  /** Hears which implementation comes next. */
  readonly begin?: (name: string) => void;
  /** Hears why one could not be started; the others go on. */
  readonly failed?: (name: string, error: AdapterError) => void;
}

/** Judges the implementations, given back in the order asked for, however many at a time. Cut short, those that did not come have no verdicts. */
export async function judgeAll(
  implementations: readonly Implementation[],
  starts: Starts,
  spec: Spec,
  scenarios: readonly Scenario[],
  options: JudgeOptions,
): Promise<readonly Judged[]> {
  const judged = new Map<number, Judged>();
  const waiting = [...implementations.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, { name }] = next;
      options.begin?.(name);
      judged.set(index, await judgeOne(name, unlessAborted(starts.take(index), options.signal), spec, scenarios, options));
    }
  };
  await Promise.all(Array.from({ length: options.jobs ?? 1 }, work));
  return implementations.flatMap((_, index) => judged.get(index) ?? []);
}

async function judgeOne(
  name: string, starting: ReturnType<typeof unlessAborted>, spec: Spec, scenarios: readonly Scenario[], options: JudgeOptions,
): Promise<Judged> {
  const started = await starting;
  switch (started.kind) {
    case 'session': {
      const judged = await runRepeatedly(started.session, spec, scenarios, options.repeat ?? 1, options);
      await started.session.stop();
      return judged;
    }
    case 'failed':
      options.failed?.(name, started.error);
      return neverRan(name, spec, scenarios, { kind: 'adapter-error', message: started.error.message });
    case 'aborted':
      return neverRan(name, spec, scenarios, { kind: 'not-run', reason: 'the run was cut short' });
  }
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
