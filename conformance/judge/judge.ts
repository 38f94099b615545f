// The only place that judges: a pure function of what was expected and what was seen.

import type { Expectation, Outcome, StepExpectation } from '../expectation.ts';
import type { Observation, Trace } from '../trace.ts';
import type { Divergence } from '../verdict.ts';
import { describeOutcome, describeSeen, describeValue, ordinal } from './describe.ts';
import { holds, type Seen } from './match.ts';

export type Judgement =
  /** `variant` is the name of the one outcome that fits, or ''. */
  | { readonly kind: 'pass'; readonly variant: string }
  /** `variant` is the nearest outcome, which the divergence is told against. */
  | { readonly kind: 'fail'; readonly variant: string; readonly divergence: Divergence }
  /** Several outcomes fit: they do not exclude each other, a mistake in the scenario. */
  | { readonly kind: 'ambiguous'; readonly variants: readonly string[] };

/**
 * Judges a whole trace. A variant fits if every step was reached exactly as often as said, showed what was said, and
 * every chain of order holds; exactly one must fit. Of several that do not, the one that diverges last is the nearest.
 */
export function judge(expectation: Expectation, trace: Trace): Judgement {
  const fitting: string[] = [];
  let nearest: { readonly variant: string; readonly divergence: Divergence } | null = null;
  expectation.variants.forEach((variant, index) => {
    const divergence = firstDivergence(expectation, index, trace);
    if (divergence === null) fitting.push(variant);
    else if (nearest === null || divergence.after > nearest.divergence.after) nearest = { variant, divergence };
  });
  const [only] = fitting;
  if (fitting.length > 1) return { kind: 'ambiguous', variants: fitting };
  if (only !== undefined || nearest === null) return { kind: 'pass', variant: only ?? '' };
  const { variant, divergence } = nearest;
  return { kind: 'fail', variant, divergence };
}

/** The first thing in a trace that a variant does not allow, or null. */
export function firstDivergence(expectation: Expectation, variant: number, trace: Trace): Divergence | null {
  const found = [
    stepDivergence(expectation, variant, trace),
    orderDivergence(expectation, variant, trace),
    endDivergence(expectation, variant, trace),
  ].filter((divergence) => divergence !== null);
  return found.sort((one, other) => one.after - other.after)[0] ?? null;
}

function stepDivergence(expectation: Expectation, variant: number, trace: Trace): Divergence | null {
  const steps = new Map(expectation.steps.map((step) => [step.step, step]));
  const reached = new Map<number, number>();
  for (const [index, observation] of trace.observations.entries()) {
    const { step } = observation;
    const nth = (reached.get(step) ?? 0) + 1;
    reached.set(step, nth);
    const expected = steps.get(step);
    const outcome = expected?.outcomes[variant];
    const common = { step, nth, clause: expected?.clause ?? expectation.clause, after: index };
    if (outcome === undefined || nth > outcome.times) {
      return { ...common, kind: 'extra', expected: timesExpected(outcome), seen: `reached a ${ordinal(nth)} time${showing(observation)}`, value: null };
    }
    const seen = seenBy(observation);
    const forms = [...outcome.forms, ...(outcome.each?.[nth - 1] ?? [])];
    if (seen === null) {
      if (forms.length === 0) continue;
      return { ...common, kind: 'value', expected: describeOutcome(outcome, nth), seen: 'reached, but showed nothing', value: null };
    }
    if (!forms.every((form) => holds(form, seen))) {
      const value = seen.kind === 'value' ? seen.value : seen.error;
      return { ...common, kind: 'value', expected: describeOutcome(outcome, nth), seen: describeSeen(seen), value };
    }
  }
  return null;
}

const timesExpected = (outcome: Outcome | undefined): string =>
  outcome === undefined || outcome.times === 0 ? 'never reached' : `reached ${outcome.times === 1 ? 'once' : `${outcome.times} times`}`;

function seenBy(observation: Observation): Seen | null {
  switch (observation.kind) {
    case 'reached':
      return null;
    case 'value':
      return { kind: 'value', value: observation.value };
    case 'raised':
      return { kind: 'raised', error: observation.error };
  }
}

const showing = (observation: Observation): string => {
  const seen = seenBy(observation);
  return seen === null ? '' : `, with ${describeSeen(seen)}`;
};

function orderDivergence(expectation: Expectation, variant: number, trace: Trace): Divergence | null {
  const chains = expectation.order[variant] ?? [];
  if (chains.length === 0) return null;
  const positions = new Map<string, number>();
  const reached = new Map<number, number>();
  for (const [index, { step }] of trace.observations.entries()) {
    const nth = (reached.get(step) ?? 0) + 1;
    reached.set(step, nth);
    positions.set(`${step}:${nth}`, index);
  }
  let first: Divergence | null = null;
  for (const chain of chains) {
    // What was not reached is told as missing, or has no place in this variant; around it the chain still holds.
    const reachedMoments = chain.flatMap((moment) => {
      const at = positions.get(`${moment.step}:${moment.nth}`);
      return at === undefined ? [] : [{ ...moment, at }];
    });
    for (const [index, later] of reachedMoments.entries()) {
      const earlier = reachedMoments[index - 1];
      if (earlier === undefined || earlier.at < later.at) continue;
      if (first !== null && first.after <= later.at) continue;
      const before = `step ${earlier.step}${earlier.nth === 1 ? '' : ` for the ${ordinal(earlier.nth)} time`}`;
      first = {
        kind: 'order', step: later.step, nth: later.nth, after: later.at, value: null,
        clause: expectation.steps.find(({ step }) => step === later.step)?.clause ?? expectation.clause,
        expected: `after ${before}`, seen: `before ${before}`,
      };
    }
  }
  return first;
}

/** What is amiss once everything was seen: an end that is none, or a step reached less often than said. */
function endDivergence(expectation: Expectation, variant: number, trace: Trace): Divergence | null {
  const missing = firstMissing(expectation, variant, trace);
  const after = trace.observations.length;
  const { end } = trace;
  const clause = missing?.step.clause ?? expectation.clause;
  switch (end.kind) {
    case 'raised':
      return {
        kind: 'end', step: end.step ?? missing?.step.step ?? null, nth: 1, clause, after, value: end.error,
        expected: 'the program to come to its end', seen: `${describeValue(end.error)} left it`,
      };
    case 'stuck':
      return {
        kind: 'end', step: missing?.step.step ?? null, nth: 1, clause, after, value: null,
        expected: missing === null ? 'the program to come to its end' : `${missing.expected}, and the program to come to its end`,
        seen: 'stuck: nothing was ready to run, and no timer was left',
      };
    case 'ended':
      if (missing === null) return null;
      return {
        kind: 'missing', step: missing.step.step, nth: missing.nth, clause, after, value: null,
        expected: missing.expected, seen: missing.nth === 1 ? 'not reached' : `reached only ${missing.nth - 1} times`,
      };
  }
}

interface Missing {
  readonly step: StepExpectation;
  readonly nth: number;
  readonly expected: string;
}

/** The first step, in program order after the last observation, that was reached less often than said. */
function firstMissing(expectation: Expectation, variant: number, trace: Trace): Missing | null {
  const reached = new Map<number, number>();
  for (const { step } of trace.observations) reached.set(step, (reached.get(step) ?? 0) + 1);
  const short = expectation.steps.filter((step) => (reached.get(step.step) ?? 0) < (step.outcomes[variant]?.times ?? 0));
  const last = trace.observations.at(-1)?.step ?? 0;
  const step = short.find((candidate) => candidate.step > last) ?? short[0];
  const outcome = step?.outcomes[variant];
  if (step === undefined || outcome === undefined) return null;
  const nth = (reached.get(step.step) ?? 0) + 1;
  const forms = describeOutcome(outcome, nth);
  return { step, nth, expected: forms === 'to be reached' ? timesExpected(outcome) : forms };
}
