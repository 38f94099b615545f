// The only place that puts a check of an adapter together: the conversation, the steps, the probes, and who is to blame.

import { AdapterError, type Adapter, type Session } from '../adapter.ts';
import { ClauseIndex } from '../clause-index.ts';
import type { Spec } from '../spec.ts';
import type { Checkup, Conclusion, Step } from './checkup.ts';
import { decide } from './decide.ts';
import { probe } from './probing.ts';
import { reachOf } from './reach.ts';
import { sessionSteps, stepsNotRun, type StepsSetup } from './session-steps.ts';

export interface CheckSetup extends Omit<StepsSetup, 'scenarios'> {
  readonly spec: Spec;
  /** Steps below the contract, in the words of a protocol; each is there, also where it is not applicable. */
  readonly conversation: () => Promise<readonly Step[]>;
  /** Hears of what comes next. */
  readonly begin?: (what: string) => void;
}

/** Never rejects for what the adapter does. */
export async function checkAdapter(setup: CheckSetup): Promise<Checkup> {
  const { adapter, spec, budget, begin = () => undefined } = setup;
  const { name } = adapter;
  begin('conversation');
  const conversation = await setup.conversation();
  begin('starting');
  const session = await started(adapter);
  if (session instanceof AdapterError) {
    const steps = [...conversation, startStep(setup, session), ...stepsNotRun('it did not start')];
    return { name, description: null, steps, probes: [], conclusions: decide(steps, []), reach: null };
  }
  try {
    begin('steps');
    const steps = [...conversation, startStep(setup, null), ...await sessionSteps(session, { ...setup, scenarios: spec.scenarios })];
    begin('probes');
    const scenarios = new Map(spec.scenarios.map((scenario) => [scenario.id, scenario]));
    const probes = await probe(session, budget, scenarios, new ClauseIndex(spec.clauses));
    const conclusions: readonly Conclusion[] = decide(steps, probes);
    return { name, description: session.description, steps, probes, conclusions, reach: reachOf(spec, session.description) };
  } finally {
    await session.stop();
  }
}

async function started(adapter: Adapter): Promise<Session | AdapterError> {
  try {
    return await adapter.start();
  } catch (error) {
    return AdapterError.of(error);
  }
}

function startStep({ heard }: CheckSetup, error: AdapterError | null): Step {
  const about = { name: 'start', title: 'it starts and says what it is', why: null } as const;
  if (error === null) return { ...about, standing: 'ok', problem: null };
  return {
    ...about, standing: 'not ok',
    problem: { sent: heard?.sent ?? [], came: [error.message], expected: 'an implementation that is ready to run programs', section: 'The start', todo: error.hint },
  };
}
