// The only place that says which result streams cannot be reported together, or not with this specification.

import type { ResultStream } from './result-stream.ts';
import type { Spec } from './spec.ts';

export interface Named {
  /** The file, as the user knows it. */
  readonly file: string;
  readonly stream: ResultStream;
}

export interface Misfit {
  readonly problem: string;
  /** What to do. */
  readonly hint: string;
}

/** Everything that is wrong with them, in their order; none where a report can be made. */
export function misfits(spec: Spec, streams: readonly Named[]): readonly Misfit[] {
  const names = new Map<string, string>();
  const scenarios = new Set(spec.scenarios.map(({ id }) => id));
  const clauses = new Set(spec.clauses.map(({ id }) => id));
  return streams.flatMap(({ file, stream: { header, results } }): Misfit[] => {
    const { name } = header;
    if (header.spec !== spec.digest) {
      return [{
        problem: `${file} has results of another specification: it says ${brief(header.spec)}, the one at hand is ${brief(spec.digest)}`,
        hint: `Name the folder of its specification with --spec, or run taskspec run ${name} again.`,
      }];
    }
    const stray = results.find(({ scenario, clause }) => !scenarios.has(scenario) || !clauses.has(clause));
    if (stray !== undefined) {
      const what = scenarios.has(stray.scenario) ? `the clause ${stray.clause}` : `the scenario ${stray.scenario}`;
      return [{ problem: `${file} names ${what}, which its specification does not have`, hint: `Run taskspec run ${name} again.` }];
    }
    const other = names.get(name);
    names.set(name, file);
    if (other === undefined) return [];
    return [{ problem: `${other} and ${file} are both results of ${name}`, hint: 'Leave one of them away, or join them with taskspec merge if they are shards of one run.' }];
  });
}

const brief = (digest: string): string => String(digest).slice(0, 16);
