// The only place that says why results are not fit to be published.

import { conclude } from '../../conclusion.ts';
import type { Judged } from '../../result.ts';
import { swayed } from './machine.ts';

/** One line each; none where all is well. An implementation that does not conform is as fit as any. */
export function unpublishable(judged: readonly Judged[]): readonly string[] {
  return judged.flatMap((one) => {
    const conclusion = conclude(one);
    const flaky = one.results.filter((result) => result.flaky).map(({ scenario }) => scenario);
    const variables = one.description === null ? [] : swayed(one.description);
    return [
      ...(conclusion === 'conforms' || conclusion === 'does not conform' ? [] : [`${one.name}: ${conclusion}; taskspec run "${one.name}" says why`]),
      ...(flaky.length === 0 ? [] : [`${one.name} is flaky in ${flaky.join(', ')}: run again when the machine is less busy`]),
      ...(variables.length === 0 ? [] : [`${one.name} was run with ${variables.join(', ')} set: unset ${variables.join(' ')}`]),
    ];
  });
}
