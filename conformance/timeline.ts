// The only place that lays a run out in time: a lane for each task over the cycles of the loop, and the steps in the order
// in which they showed something, what was expected beside what was seen. For whoever draws it.

import { headline, stepsAsLines } from './diagnose.ts';
import { describeOutcome, describeSeen } from './judge/describe.ts';
import type { Scenario } from './spec.ts';
import type { Note, Observation } from './trace.ts';
import type { Divergence, Verdict } from './verdict.ts';

export interface Timeline {
  readonly scenario: string;
  readonly title: string;
  /** Those in which something happened to a task, in order; the loop's cycles count from 0. */
  readonly cycles: readonly number[];
  /** In the order in which the tasks first appear. */
  readonly lanes: readonly Lane[];
  readonly steps: readonly TimelineStep[];
  /** The verdict as one line. */
  readonly verdict: string;
}

export interface Lane {
  readonly task: string;
  /** What happened, in order; several moments may fall into one cycle. */
  readonly moments: readonly Note[];
  /** What the task was between the moments that changed it. */
  readonly stretches: readonly Stretch[];
}

/** From one cycle to another, both included; one that was not ended goes on to the last cycle. */
export interface Stretch {
  readonly kind: 'ready' | 'running' | 'suspended';
  readonly from: number;
  readonly to: number;
  /** What it waits for, where it is suspended. */
  readonly on: string | null;
}

export interface TimelineStep {
  readonly line: number | null;
  readonly body: string;
  readonly text: string;
  /** The how-manieth time that the step was reached. */
  readonly nth: number;
  /** Null where nothing is expected, or where it is open which outcome is meant. */
  readonly expected: string | null;
  /** Null where the step was never reached, or the program never came to its end. */
  readonly seen: string | null;
  /** The first divergence: before it all was as expected, behind it nothing is judged. */
  readonly diverges: boolean;
}

export interface Happened {
  readonly observations: readonly Observation[];
  readonly notes: readonly Note[];
  readonly verdict: Verdict;
}

export function timeline(scenario: Scenario, { observations, notes, verdict }: Happened): Timeline {
  const last = Math.max(0, ...notes.slice(-1).map(({ cycle }) => cycle));
  const lanes = new Map<string, Note[]>();
  for (const note of notes) {
    const own = lanes.get(note.task);
    if (own === undefined) lanes.set(note.task, [note]);
    else own.push(note);
  }
  return {
    scenario: scenario.id, title: scenario.title, cycles: [...new Set(notes.map(({ cycle }) => cycle))].sort((one, other) => one - other),
    lanes: [...lanes].map(([task, moments]) => ({ task, moments, stretches: stretchesOf(moments, last) })),
    steps: stepsOf(scenario, observations, verdict), verdict: headline(verdict),
  };
}

function stretchesOf(moments: readonly Note[], last: number): readonly Stretch[] {
  const changes = moments.filter(({ kind }) => kind !== 'requested' && kind !== 'delivered');
  return changes.flatMap((note, index): Stretch[] => {
    const common = { from: note.cycle, to: changes[index + 1]?.cycle ?? last };
    switch (note.kind) {
      case 'created':
        return [{ kind: 'ready', ...common, on: null }];
      case 'resumed':
        return [{ kind: 'running', ...common, on: null }];
      case 'suspended':
        return [{ kind: 'suspended', ...common, on: note.on }];
      default:
        return [];
    }
  });
}

function stepsOf(scenario: Scenario, observations: readonly Observation[], verdict: Verdict): readonly TimelineStep[] {
  const { expectation } = scenario;
  const divergence = verdict.kind === 'fail' ? verdict.divergence : null;
  const variant = variantOf(scenario, verdict);
  const places = new Map(scenario.places.map((place) => [place.id, place]));
  const words = (text: string): string => stepsAsLines(text, places);
  const expected = new Map(expectation.steps.map((step) => [step.step, variant === null ? undefined : step.outcomes[variant]]));
  const reached = new Map<number, number>();
  const told = (step: number | null): Pick<TimelineStep, 'line' | 'body' | 'text'> => {
    const place = places.get(step ?? 0);
    return { line: place?.line ?? null, body: place?.body ?? '', text: place?.text ?? (step === null ? 'the program as a whole' : `step ${step}`) };
  };
  const steps = observations.map((observation, index): TimelineStep => {
    const nth = (reached.get(observation.step) ?? 0) + 1;
    reached.set(observation.step, nth);
    const outcome = expected.get(observation.step);
    const common = { ...told(observation.step), nth };
    if (divergence !== null && isAt(divergence, observation, index)) {
      return { ...common, expected: words(divergence.expected), seen: words(divergence.seen), diverges: true };
    }
    return { ...common, expected: outcome === undefined ? null : words(describeOutcome(outcome, nth)), seen: words(seenBy(observation)), diverges: false };
  });
  if (divergence === null || steps.some(({ diverges }) => diverges)) return steps;
  return [...steps, { ...told(divergence.step), nth: divergence.nth, expected: words(divergence.expected), seen: words(divergence.seen), diverges: true }];
}

/** The outcome that fitted, or the nearest; of several, none where nothing was judged. */
function variantOf({ expectation: { variants } }: Scenario, verdict: Verdict): number | null {
  if (verdict.kind === 'pass' || verdict.kind === 'fail') return Math.max(0, variants.indexOf(verdict.variant));
  return variants.length === 1 ? 0 : null;
}

/** What is missing, or never came to an end, is at no observation. */
function isAt({ kind, after, step }: Divergence, observation: Observation, index: number): boolean {
  return kind !== 'missing' && kind !== 'end' && after === index && step === observation.step;
}

function seenBy(observation: Observation): string {
  switch (observation.kind) {
    case 'reached':
      return 'reached';
    case 'value':
      return describeSeen({ kind: 'value', value: observation.value });
    case 'raised':
      return describeSeen({ kind: 'raised', error: observation.error });
  }
}
