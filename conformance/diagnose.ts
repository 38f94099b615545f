// The only place that answers "what did I do wrong": a failure as a story that a reader can follow, in plain data.

import { describeValue } from './judge/describe.ts';
import type { Result } from './result.ts';
import type { Clause, Level, Scenario, StepPlace } from './spec.ts';
import { taskStates } from './task-states.ts';
import type { TaskState } from './task-states.ts';
import type { Observation } from './trace.ts';
import type { Verdict } from './verdict.ts';

/** A step that showed something before the divergence. */
export interface Shown {
  readonly line: number | null;
  readonly body: string;
  readonly text: string;
  readonly showed: string;
}

/** The step where it went wrong; line null where the program as a whole did. */
export interface Where {
  readonly line: number | null;
  readonly body: string | null;
  readonly text: string | null;
  /** What the file says there. */
  readonly expects: string | null;
  /** The how-manieth time that the step was reached. */
  readonly nth: number;
}

export interface Diagnosis {
  readonly scenario: string;
  readonly title: string;
  readonly file: string;
  readonly clause: {
    readonly id: string;
    readonly level: Level;
    readonly text: string;
    readonly sentences: readonly string[];
    readonly link: string;
  };
  readonly verdict: string;
  readonly before: readonly Shown[];
  readonly where: Where | null;
  readonly expected: string | null;
  readonly seen: string;
  /** The outcome that `expected` belongs to, where the scenario has several. */
  readonly variant: string | null;
  readonly tasks: readonly TaskState[];
  readonly flaky: boolean;
  readonly echoOf: string | null;
  /** The end of what the implementation wrote beside its replies. */
  readonly output: string;
  /** Prints the scenario as a program that runs by itself. */
  readonly command: string;
}

/** The story of a result that did not pass. `clause` is the one that the result is told against. */
export function diagnose(scenario: Scenario, clause: Clause, result: Result): Diagnosis {
  const { verdict, evidence } = result;
  const places = new Map(scenario.places.map((place) => [place.id, place]));
  const divergence = verdict.kind === 'fail' ? verdict.divergence : null;
  const observations = evidence?.observations ?? [];
  const before = observations.slice(0, divergence?.after ?? observations.length);
  const words = (text: string): string => stepsAsLines(text, places);
  return {
    scenario: scenario.id, title: scenario.title, file: scenario.file,
    clause: { id: clause.id, level: clause.level, text: clause.text, sentences: clause.sentences, link: clause.link },
    verdict: headline(verdict),
    before: before.map((observation) => shown(observation, places, words)),
    where: divergence === null ? null : whereOf(places.get(divergence.step ?? 0), divergence.nth),
    expected: divergence === null ? null : words(divergence.expected),
    seen: divergence === null ? headline(verdict) : words(divergence.seen),
    variant: verdict.kind === 'fail' && verdict.variant !== '' ? verdict.variant : null,
    tasks: taskStates(evidence?.notes ?? []),
    flaky: result.flaky, echoOf: result.echoOf, output: evidence?.output ?? '',
    command: `taskspec show ${scenario.id} --as python`,
  };
}

/** A verdict as one line. */
export function headline(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'pass':
      return verdict.variant === '' ? 'passed' : `passed as ${verdict.variant}`;
    case 'fail':
      return verdict.divergence.kind === 'derived' ? 'not proven' : 'failed';
    case 'unsupported':
      return `unsupported: it lacks the capability ${verdict.capability}`;
    case 'not-applicable':
      return `not applicable: ${verdict.clause} is owed ${verdict.owed}, and the target is ${verdict.target}`;
    case 'hang':
      return `hung: no answer within ${verdict.milliseconds / 1000} s`;
    case 'crash':
      return `crashed: ${verdict.how}`;
    case 'budget':
      return `never came to an end: the budget of ${verdict.budget} was used up`;
    case 'protocol-error':
      return `protocol error: ${verdict.message}`;
    case 'adapter-error':
      return `adapter error: ${verdict.message}`;
    case 'not-run':
      return `not run: ${verdict.reason}`;
  }
}

type Places = ReadonlyMap<number, StepPlace>;

function shown(observation: Observation, places: Places, words: (text: string) => string): Shown {
  const place = places.get(observation.step);
  const showed = (): string => {
    switch (observation.kind) {
      case 'reached':
        return '';
      case 'value':
        return `${words(describeValue(observation.value))}${observation.derived === true ? ' (derived)' : ''}`;
      case 'raised':
        return `raised ${words(describeValue(observation.error))}`;
    }
  };
  return { line: place?.line ?? null, body: place?.body ?? '', text: place?.text ?? `step ${observation.step}`, showed: showed() };
}

function whereOf(place: StepPlace | undefined, nth: number): Where | null {
  if (place === undefined) return null;
  return { line: place.line, body: place.body, text: place.text, expects: place.expects, nth };
}

/** The judge counts steps; a reader counts lines. */
export function stepsAsLines(text: string, places: Places): string {
  return text.replace(/\b(after|before|at) step (\d+)/gu, (whole, preposition: string, step: string) => {
    const place = places.get(Number(step));
    return place === undefined ? whole : `${preposition} line ${place.line}, ${place.text}`;
  });
}

