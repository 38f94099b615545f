// The only place that puts the report for the terminal together: who was judged, how it came out, what went wrong, the end.

import type { Overview } from '../conformance/overview.ts';
import { conclusions } from './conclusions.ts';
import { differences } from './differences.ts';
import { failures } from './failures.ts';
import { legend } from './legend.ts';
import { matrix } from './matrix.ts';
import type { Page } from './page.ts';
import { paint } from './paint.ts';
import { profile } from './profile.ts';
import type { Reporter } from './reporter.ts';
import { subjects } from './subjects.ts';

export interface ConsoleOptions {
  readonly colours: boolean;
  /** Columns. */
  readonly width: number;
  /** Every scenario in the matrix, not only those that differ. */
  readonly all: boolean;
}

/** The report of a run as text. It ends with what matters most, since that is what a terminal leaves in sight. */
export function consoleReport(overview: Overview, options: ConsoleOptions): string {
  const page: Page = { overview, paint: paint(options.colours), width: options.width, all: options.all };
  const several = overview.implementations.length > 1;
  const sections = [
    subjects(page), profile(page),
    ...(several || options.all ? [matrix(page)] : []),
    ...(several ? [] : [differences(page)]),
    failures(page), legend(page), conclusions(page),
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

export const consoleReporter: Reporter = ({ overview }, options) => consoleReport(overview, options);
