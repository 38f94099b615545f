// The only place for the contract of a report: a pure function from what was found to text.

import type { Report } from '../conformance/report.ts';
import type { Class } from '../conformance/spec.ts';
import type { Illustrations } from './illustrations.ts';

export interface ReportOptions {
  /** For a terminal; what goes to a file has neither colours nor the terminal's width. */
  readonly colours: boolean;
  /** Columns. */
  readonly width: number;
  /** Leave nothing out for the sake of brevity. */
  readonly all: boolean;
  /** The one class that it is about, where the format can be about one; null is all of them. */
  readonly class: Class | null;
  /** Failures that a baseline knows: expected, and worth a word once they are gone. */
  readonly known: Known;
  /** What formats that show scenarios need besides; the list of reporters says which do. */
  readonly illustrations?: Illustrations;
}

export type Known = (implementation: string, scenario: string) => boolean;

export type Reporter = (report: Report, options: ReportOptions) => string;
