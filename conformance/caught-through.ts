// The only place that says through which kind of expectation a wrong Task was caught, from what was expected and what was seen.

import type { Form, Outcome, Pattern, StepExpectation } from './expectation.ts';
import { holds, type Seen } from './judge/match.ts';
import type { Result } from './result.ts';
import type { Scenario } from './spec.ts';
import type { Observation } from './trace.ts';
import type { Divergence } from './verdict.ts';

/** Every kind of expectation that the judge knows. */
export const expectationKinds = [
  'is', 'is the very object', 'is_not', 'raises a type', 'raises with arguments', 'raises the very object', 'unordered', 'contains',
  'lacks', 'ends_with', 'one_of', 'each', 'frame', 'frame position', 'never', 'times', 'missing', 'order', 'variants', 'stuck', 'end',
] as const;
export type ExpectationKind = (typeof expectationKinds)[number];

/**
 * What did not hold where the result first went wrong; one thing may be of several kinds, as an `is` within `each`. Nothing where no
 * check failed: a budget that ran out, a crash.
 */
export function caughtThrough(scenario: Scenario, { verdict, evidence }: Result): ReadonlySet<ExpectationKind> {
  if (verdict.kind !== 'fail') return new Set();
  const { variants, steps } = scenario.expectation;
  const { divergence } = verdict;
  const step = steps.find((candidate) => candidate.step === divergence.step);
  const outcome = step?.outcomes[variants.indexOf(verdict.variant)];
  const kinds: ExpectationKind[] = outcome === undefined || !differs(step) ? [] : ['variants'];
  switch (divergence.kind) {
    case 'value':
      return new Set([...kinds, ...ofValue(outcome, divergence, evidence?.observations ?? [])]);
    case 'extra':
      return new Set([...kinds, outcome?.times === 0 ? 'never' : 'times']);
    case 'end':
      return new Set([evidence?.end?.kind === 'stuck' ? 'stuck' : 'end']);
    case 'missing':
    case 'order':
      return new Set([...kinds, divergence.kind]);
    case 'derived':
      return new Set();
  }
}

/** Whether the variants expect different things of a step. */
const differs = (step: StepExpectation | undefined): boolean =>
  new Set(step?.outcomes.map((outcome) => JSON.stringify(outcome))).size > 1;

function ofValue(outcome: Outcome | undefined, { nth, after }: Divergence, observations: readonly Observation[]): ExpectationKind[] {
  const observation = observations[after];
  if (outcome === undefined || observation === undefined || observation.kind === 'reached') return [];
  const seen: Seen = observation.kind === 'value'
    ? { kind: 'value', value: observation.value }
    : { kind: 'raised', error: observation.error };
  const fails = (form: Form): boolean => !holds(form, seen);
  const own = outcome.forms.filter(fails);
  const nths = (outcome.each?.[nth - 1] ?? []).filter(fails);
  const inner = [...own, ...nths].flatMap((form) => [kindOf(form), ...ofFrames(form, seen)]);
  return nths.length > 0 ? ['each', ...inner] : inner;
}

function kindOf(form: Form): ExpectationKind {
  switch (form.kind) {
    case 'is':
      return form.pattern.kind === 'name' ? 'is the very object' : 'is';
    case 'raises':
      return kindOfRaises(form.pattern);
    case 'is_not':
    case 'unordered':
    case 'contains':
    case 'lacks':
    case 'ends_with':
    case 'one_of':
      return form.kind;
  }
}

function kindOfRaises(pattern: Pattern): ExpectationKind {
  if (pattern.kind === 'name') return 'raises the very object';
  return pattern.kind === 'exception' && pattern.args !== null ? 'raises with arguments' : 'raises a type';
}

/** Of frames, it is the position alone that is wrong if the form holds once positions are let go. */
function ofFrames(form: Form, seen: Seen): ExpectationKind[] {
  if (form.kind !== 'is' || form.pattern.kind !== 'list') return [];
  const { items } = form.pattern;
  if (!items.some(({ kind }) => kind === 'frame')) return [];
  const anywhere = items.map((item) => (item.kind === 'frame' ? { ...item, at: null } : item));
  return [holds({ kind: 'is', pattern: { kind: 'list', items: anywhere } }, seen) ? 'frame position' : 'frame'];
}
