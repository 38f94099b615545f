// The only place for what a report that shows scenarios is given besides the results: texts and runs that reports cannot have
// of themselves, since they read no file and run nothing.

import type { Happened } from '../conformance/timeline.ts';

export interface Illustrations {
  /** The page of the explorer, built; its data goes where `dataPlace` stands. */
  readonly page: string;
  readonly scenarios: ReadonlyMap<string, Illustration>;
}

export interface Illustration {
  /** The file of the scenario. */
  readonly yaml: string;
  /** What the python adapter runs. */
  readonly python: string;
  /** What the reference did when the report was made, with notes. */
  readonly reference: Happened;
}
