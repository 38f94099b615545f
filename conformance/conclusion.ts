// The only place that says whether an implementation conforms, from the results of a run.

import type { Judged } from './result.ts';

export type Conclusion =
  /** At least one verdict, nothing against the document, and nothing that was claimed left unjudged. */
  | 'conforms'
  | 'does not conform'
  /** The adapter or the harness failed, or scenarios were left out: nobody can tell. */
  | 'failed'
  /** Nothing that is owed could be judged. */
  | 'not judged'
  /** Two outcomes of a scenario fitted at once. */
  | 'specification wrong'
  | 'cut short';

/** A wrong specification comes first, for nothing that it says can be trusted; then what kept the run from its end. */
export function conclude({ results, cutShort, ambiguous }: Judged): Conclusion {
  if (ambiguous.length > 0) return 'specification wrong';
  if (cutShort) return 'cut short';
  if (results.some(({ weight }) => weight === 'broken')) return 'failed';
  if (results.some(({ weight }) => weight === 'red')) return 'does not conform';
  if (results.some(({ verdict }) => verdict.kind === 'not-run')) return 'failed';
  const judged = results.some(({ verdict }) => verdict.kind === 'pass' || verdict.kind === 'fail');
  return judged ? 'conforms' : 'not judged';
}
