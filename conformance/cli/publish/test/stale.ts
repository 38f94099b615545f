// The only place where tests ask whether what is published is of the present specification.

import type { ResultStream } from '../../../result-stream.ts';
import type { Spec } from '../../../spec.ts';
import type { Need } from '../../../test/where-found.ts';
import { command } from '../published-files.ts';

/** Null where all streams are of it. Whoever changes a scenario need not have every implementation at hand; who merges it does, and demands it. */
export function staleness(spec: Spec, streams: readonly ResultStream[]): Need | null {
  const others = new Set(streams.map(({ header }) => header.spec).filter((digest) => digest !== spec.digest));
  if (others.size === 0 && streams.length > 0) return null;
  const need: Need = {
    what: `published results of specification ${spec.digest}`,
    how: `They are of ${streams.length === 0 ? 'none' : [...others].join(', ')}; \`${command}\` renews them (about a minute)`,
  };
  if (process.env['TASKSPEC_PUBLISHED_REQUIRED'] === '1') throw new Error(`${need.what} are demanded. ${need.how}`);
  return need;
}
