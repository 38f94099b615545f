// The only place for the shape of a baseline: what an implementation was judged to be when somebody last looked.

import type { Scenario } from '../spec.ts';
import type { Divergence, VerdictKind } from '../verdict.ts';

export const baselineFormat = 1;

export interface Baseline {
  /** How the implementation is asked for. */
  readonly implementation: string;
  /** The Python version that decided which clauses were owed. */
  readonly target: string;
  /** Digest of the specification that it was judged by. */
  readonly spec: string;
  readonly capabilities: readonly string[];
  /** Each scenario that was judged, with the beginning of its digest: one that is not here, or changed since, is new. */
  readonly judged: ReadonlyMap<string, string>;
  readonly failures: readonly Failure[];
}

/** What did not conform, and how; somebody looked at it and let it be. */
export interface Failure {
  readonly scenario: string;
  /** More than one where it is flaky. */
  readonly verdicts: readonly VerdictKind[];
  /** Null where any divergence will do, or where nothing diverges, as in a crash. */
  readonly diverges: Shape | null;
  readonly reason: string | null;
  readonly issue: string | null;
  /** Versions of the implementation that it is about, `>=3.10, <3.14`; null is all of them. */
  readonly versions: string | null;
  /** ISO 8601 date of the first day on which it excuses nothing any more; null is never. */
  readonly expires: string | null;
  /** In the baseline's file, from 1. */
  readonly line: number;
}

/** A first divergence that survives edits of the scenario's file: by body and step, never by line or number. */
export interface Shape {
  readonly by: Divergence['kind'];
  /** Null where the program as a whole went wrong. */
  readonly body: string | null;
  /** The step as the scenario writes it, `check: t.cancel()`. */
  readonly step: string | null;
  /** The how-manieth step of that text in that body, from 1. */
  readonly same: number;
  /** The how-manieth time that it was reached, from 1. */
  readonly time: number;
}

/** The shape of a divergence of this scenario. */
export function shapeOf({ places }: Scenario, { kind, step, nth }: Divergence): Shape {
  const place = places.find(({ id }) => id === step);
  if (place === undefined) return { by: kind, body: null, step: null, same: 1, time: nth };
  const alike = places.filter(({ body, text }) => body === place.body && text === place.text);
  return { by: kind, body: place.body, step: place.text, same: alike.indexOf(place) + 1, time: nth };
}

/** How much of a scenario's digest a baseline keeps: enough to tell that it changed. */
export const shortDigest = (digest: string): string => digest.slice(0, 8);
