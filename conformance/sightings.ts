// The only place that lays what several implementations saw in one scenario beside its steps, equal beside equal.

import type { Run } from './adapter.ts';
import { describeValue } from './judge/describe.ts';
import { judge } from './judge/judge.ts';
import type { Scenario, StepPlace } from './spec.ts';
import type { End, Observation } from './trace.ts';

export interface Seen {
  readonly implementation: string;
  readonly run: Run;
}

/** Implementations that saw the very same. */
export interface Group {
  readonly letter: string;
  readonly implementations: readonly string[];
  /** What the draft's expectations make of it. */
  readonly judgement: string;
  readonly fits: boolean;
  /** How the program ended, where that is worth a word. */
  readonly end: string | null;
  /** Steps that showed something, in the order in which they did. */
  readonly order: readonly string[];
}

export interface StepSightings {
  readonly place: StepPlace;
  /** What the step showed, with the letters of the groups that saw so; empty where no group saw anything. */
  readonly shown: readonly { readonly letters: readonly string[]; readonly text: string }[];
}

export interface Sightings {
  readonly groups: readonly Group[];
  readonly steps: readonly StepSightings[];
  /** The groups saw the same in another order. */
  readonly orderDiffers: boolean;
}

export function sightings(scenario: Scenario, seen: readonly Seen[]): Sightings {
  const byTrace = groupBy(seen);
  const runs = [...byTrace.values()];
  const groups = runs.map((members, index) => groupOf(scenario, members, letterOf(index)));
  const steps = scenario.places.map((place) => ({ place, shown: shownAt(place, runs) }));
  const orders = new Set(groups.map(({ order }) => order.join('\n')));
  const values = new Set(groups.map(({ order }) => order.toSorted().join('\n')));
  return { groups, steps, orderDiffers: orders.size > values.size };
}

type Members = readonly [Seen, ...Seen[]];

function groupBy(seen: readonly Seen[]): ReadonlyMap<string, Members> {
  const groups = new Map<string, [Seen, ...Seen[]]>();
  for (const one of seen) {
    const key = JSON.stringify([one.run.kind, observationsOf(one.run), endOf(one.run)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

function groupOf(scenario: Scenario, members: Members, letter: string): Group {
  const [{ run }] = members;
  const places = new Map(scenario.places.map((place) => [place.id, place]));
  const order = observationsOf(run).map((observation) => {
    const place = places.get(observation.step);
    return place === undefined ? `step ${observation.step}` : `${place.text} (${place.line})`;
  });
  return { letter, implementations: members.map(({ implementation }) => implementation), ...judged(scenario, run), end: endOf(run), order };
}

function judged(scenario: Scenario, run: Run): { judgement: string; fits: boolean } {
  if (run.kind !== 'trace') return { judgement: 'not judged', fits: false };
  const judgement = judge(scenario.expectation, run.trace);
  switch (judgement.kind) {
    case 'pass':
      return { judgement: judgement.variant === '' ? 'fits' : `fits ${judgement.variant}`, fits: true };
    case 'ambiguous':
      return { judgement: `a mistake in the draft: ${judgement.variants.join(' and ')} fit at once`, fits: false };
    case 'fail': {
      const { step, expected, seen } = judgement.divergence;
      const line = scenario.places.find(({ id }) => id === step)?.line;
      const nearest = judgement.variant === '' ? '' : ` (nearest: ${judgement.variant})`;
      const where = line === undefined ? '' : `line ${line}: `;
      return { judgement: `does not fit${nearest}: ${where}expected ${expected}, saw ${seen}`, fits: false };
    }
  }
}

function shownAt(place: StepPlace, runs: readonly Members[]): StepSightings['shown'] {
  const texts = runs.map(([{ run }]) => observationsOf(run).filter(({ step }) => step === place.id).map(describe));
  if (texts.every((list) => list.length === 0) && place.expects === null && !place.text.startsWith('log')) return [];
  const groups = new Map<string, string[]>();
  for (const [index, list] of texts.entries()) {
    const text = list.length === 0 ? 'not reached' : inShort(list);
    groups.set(text, [...(groups.get(text) ?? []), letterOf(index)]);
  }
  return [...groups].map(([text, letters]) => ({ letters, text }));
}

function inShort(texts: readonly string[]): string {
  const [first = ''] = texts;
  if (texts.length === 1) return first;
  return texts.every((text) => text === first) ? `${first}, ${texts.length} times` : texts.join(', then ');
}

function describe(observation: Observation): string {
  switch (observation.kind) {
    case 'reached':
      return 'reached';
    case 'value':
      return describeValue(observation.value);
    case 'raised':
      return `raised ${describeValue(observation.error)}`;
  }
}

function observationsOf(run: Run): readonly Observation[] {
  if (run.kind === 'trace') return run.trace.observations;
  return 'partial' in run ? run.partial.observations : [];
}

function endOf(run: Run): string | null {
  switch (run.kind) {
    case 'trace':
      return describeEnd(run.trace.end);
    case 'unsupported':
      return `it lacks the capability ${run.capability}`;
    case 'hang':
      return `it hung for ${run.milliseconds / 1000} s`;
    case 'crash':
      return `it crashed: ${run.how}`;
    case 'budget':
      return `it used up its ${run.budget}`;
    case 'protocol-error':
    case 'adapter-error':
      return `${run.kind}: ${run.message}`;
    case 'not-run':
      return `not run: ${run.reason}`;
  }
}

function describeEnd(end: End): string | null {
  switch (end.kind) {
    case 'ended':
      return null;
    case 'stuck':
      return 'stuck: nothing was ready, and no timer was left';
    case 'raised':
      return `${describeValue(end.error)} left the program`;
  }
}

function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `Z${index - 24}`;
}
