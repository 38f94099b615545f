// The only place that lists the reports. Each is loaded when it is asked for.

import type { Reporter } from './reporter.ts';

export interface ReporterEntry {
  readonly name: string;
  /** What it is for, in one line. */
  readonly about: string;
  /** It can be about one conformance class, `badge:core`. */
  readonly byClass: boolean;
  /** Lines for a log: it may share standard output with another such report. A document stands alone. */
  readonly forLog: boolean;
  /** It shows scenarios, and needs illustrations for that. */
  readonly illustrated: boolean;
  readonly load: () => Promise<Reporter>;
}

const plain = { byClass: false, forLog: false, illustrated: false } as const;

export const reporters: readonly ReporterEntry[] = [
  {
    ...plain, name: 'console', about: 'for a reader at a terminal', forLog: true,
    load: async () => (await import('./console.ts')).consoleReporter,
  },
  {
    ...plain, name: 'json', about: 'everything that the console tells, as one JSON document',
    load: async () => (await import('./json.ts')).jsonReporter,
  },
  {
    ...plain, name: 'jsonl', about: 'one flat line of JSON for each scenario and implementation',
    load: async () => (await import('./jsonl.ts')).jsonlReporter,
  },
  {
    ...plain, name: 'junit', about: 'JUnit XML, which nearly every CI shows',
    load: async () => (await import('./junit.ts')).junitReporter,
  },
  {
    ...plain, name: 'tap', about: 'Test Anything Protocol, version 14',
    load: async () => (await import('./tap.ts')).tapReporter,
  },
  {
    ...plain, name: 'ctrf', about: 'Common Test Report Format, JSON',
    load: async () => (await import('./ctrf.ts')).ctrfReporter,
  },
  {
    ...plain, name: 'sarif', about: 'SARIF 2.1.0, for code scanning',
    load: async () => (await import('./sarif.ts')).sarifReporter,
  },
  {
    ...plain, name: 'github', about: 'the ten most useful annotations, as commands of GitHub Actions', forLog: true,
    load: async () => (await import('./github.ts')).githubReporter,
  },
  {
    ...plain, name: 'markdown', about: 'a page, or the summary of a step in GitHub Actions',
    load: async () => (await import('./markdown.ts')).markdownReporter,
  },
  {
    ...plain, name: 'html', about: 'the explorer: one page with matrix, timelines and coverage, for any browser and offline', illustrated: true,
    load: async () => (await import('./html.ts')).htmlReporter,
  },
  {
    ...plain, name: 'badge', about: 'the endpoint of a shields.io badge; badge:<class> of one class', byClass: true,
    load: async () => (await import('./badge.ts')).badgeReporter,
  },
];
