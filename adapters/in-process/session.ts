// The only place that runs whole Programs in process, and makes a Run of whatever comes of them.

import type { Adapter, Budget, Description, Partial, Run, Session } from '../../conformance/adapter.ts';
import type { Program } from '../../conformance/program.ts';
import type { End, Observation, Trace } from '../../conformance/trace.ts';
import type { Completion } from '../interpreter/body.ts';
import { newRun } from '../interpreter/scope.ts';
import { runToEnd, callBody } from './bodies.ts';
import type { Binding } from './binding.ts';
import { Errors } from './errors.ts';
import { Halt } from './halt.ts';
import { Notebook } from './notebook.ts';
import { Stage } from './stage.ts';
import { tell } from './tell.ts';
import { operandOf, valueOf } from './value.ts';

export interface InProcessOptions {
  /** Hears of each observation as it is made, for whoever may not live to see the trace. */
  readonly shows?: (observation: Observation) => void;
}

/** An adapter for an implementation in this very process. An endless loop in it cannot be ended, as wall clock is not watched. */
export function inProcessAdapter(name: string, binding: Binding, options: InProcessOptions = {}): Adapter {
  return { name, start: () => Promise.resolve(new InProcessSession(name, binding, options.shows ?? (() => undefined))) };
}

class InProcessSession implements Session {
  readonly description: Description;
  readonly #binding: Binding;
  readonly #errors: Errors;
  readonly #shows: (observation: Observation) => void;
  #isStopped = false;

  constructor(name: string, binding: Binding, shows: (observation: Observation) => void) {
    this.#shows = shows;
    this.description = { name, ...binding.description };
    this.#binding = binding;
    this.#errors = new Errors(binding);
  }

  run(program: Program, budget: Budget, { notes }: { readonly notes: boolean }): Promise<Run> {
    if (this.#isStopped) return Promise.resolve({ kind: 'not-run', reason: 'the session was stopped before' });
    return Promise.resolve(this.#run(program, budget, notes));
  }

  stop(): Promise<void> {
    this.#isStopped = true;
    return Promise.resolve();
  }

  #run(program: Program, budget: Budget, notes: boolean): Run {
    try {
      this.#errors.declare(program.exceptions);
      const notebook = notes ? new Notebook(this.#binding) : null;
      const stage = new Stage({ program, binding: this.#binding, errors: this.#errors, budget, notebook, callBody, shows: this.#shows });
      try {
        return play(stage, program);
      } finally {
        this.#binding.close?.();
      }
    } catch (mistake) {
      return adapterError(this.description.name, mistake);
    }
  }
}

function play(stage: Stage, program: Program): Run {
  const { binding, scenario } = stage;
  let completion: Completion | null = null;
  try {
    declare(stage, program);
    const script = (): void => {
      completion = runToEnd(stage, newRun(scenario, null));
    };
    if (binding.drive === undefined) script();
    else binding.drive(script);
  } catch (thrown) {
    stage.fault ??= { thrown };
  }
  stage.notebook?.look(stage.cycle, scenario.globals);
  if (stage.fault !== null) return ofFault(stage, stage.fault.thrown);
  return ofTrace(stage, endOf(stage, completion));
}

function declare(stage: Stage, { futures, variables }: Program): void {
  const { binding, scenario } = stage;
  for (const name of variables) {
    scenario.globals.set(name, operandOf(binding.variable?.(name) ?? stage.unsupported('context')));
  }
  for (const name of futures) {
    scenario.globals.set(name, operandOf(binding.future?.(stage.loop) ?? stage.unsupported('Future')));
  }
}

function endOf(stage: Stage, completion: Completion | null): End {
  if (completion?.kind !== 'raised') return { kind: 'ended' };
  const error = valueOf(stage, completion.error);
  return { kind: 'raised', step: stage.scenario.origins.get(error) ?? null, error: tell(stage, error) };
}

function ofTrace(stage: Stage, end: End): Run {
  const trace: Trace = { observations: stage.observations, end, notes: stage.notebook?.notes() ?? [] };
  return { kind: 'trace', trace };
}

function ofFault(stage: Stage, thrown: unknown): Run {
  if (!(thrown instanceof Halt)) throw thrown;
  const { reason } = thrown;
  switch (reason.kind) {
    case 'stuck':
      return ofTrace(stage, { kind: 'stuck' });
    case 'unsupported':
      return { kind: 'unsupported', capability: reason.capability };
    case 'budget': {
      const partial: Partial = { observations: stage.observations, notes: stage.notebook?.notes() ?? [], output: '' };
      return { kind: 'budget', partial, budget: reason.budget };
    }
  }
}

function adapterError(name: string, mistake: unknown): Run {
  const told = mistake instanceof Error ? mistake.stack ?? mistake.message : String(mistake);
  return { kind: 'adapter-error', message: `a mistake in the adapter ${name}, not in what it runs: ${told}` };
}
