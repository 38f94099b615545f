// The only place that finds the one scenario that an operand names.

import type { Scenario, Spec } from '../spec.ts';
import { didYouMean } from './did-you-mean.ts';
import { UserError } from './user-error.ts';

/** By its id or by its file. Throws UserError where there is none. */
export function scenarioOperand(spec: Spec, operand: string | undefined): Scenario {
  if (operand === undefined) throw new UserError('no scenario is named', 'taskspec list shows all of them.');
  const id = operand.replace(/^(?:.*\/)?scenarios\//u, '').replace(/\.ya?ml$/u, '');
  const scenario = spec.scenarios.find((candidate) => candidate.id === id);
  if (scenario !== undefined) return scenario;
  throw new UserError(`there is no scenario ${operand}`, didYouMean(id, spec.scenarios.map((known) => known.id), 'taskspec list shows all of them.'));
}
