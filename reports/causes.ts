// The only place that tells what went wrong once, however many implementations and scenarios show it.

import type { Diagnosed, Overview } from '../conformance/overview.ts';
import { markOf } from './mark.ts';

/** A cause: what was diagnosed, on which implementations, and in which other scenarios it shows just so. */
export interface Cause {
  readonly found: Diagnosed;
  readonly on: readonly string[];
  readonly also: readonly string[];
}

interface Growing extends Cause {
  readonly on: string[];
  readonly also: string[];
}

/** What fails in the same way is told once, whoever does it; what broke in the same words too, wherever it does. */
export function causesOf(overview: Overview): readonly Cause[] {
  const causes = new Map<string, Growing>();
  // One that never started says why beside its name: no scenario is to blame.
  for (const { name, failures } of overview.implementations.filter(({ description }) => description !== null)) {
    for (const found of failures.filter(({ echoOf }) => echoOf === null)) {
      const key = markOf(found) === 'broken' ? found.verdict : JSON.stringify([found.scenario, found.verdict, found.where, found.expected, found.seen]);
      const known = causes.get(key);
      if (known === undefined) causes.set(key, { found, on: [name], also: [] });
      else {
        if (!known.on.includes(name)) known.on.push(name);
        if (known.found.scenario !== found.scenario && !known.also.includes(found.scenario)) known.also.push(found.scenario);
      }
    }
  }
  return [...causes.values()];
}
