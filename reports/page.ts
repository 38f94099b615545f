// The only place for what every section of the terminal's report is given.

import type { Overview } from '../conformance/overview.ts';
import type { Paint } from './paint.ts';

export interface Page {
  readonly overview: Overview;
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
  /** Every scenario in the matrix, not only those that differ. */
  readonly all: boolean;
}
