// The only place that lays out what is published: from result streams and nothing else, so that it can be checked, and made again.

import { htmlReporter } from '../../../reports/html.ts';
import type { Illustrations } from '../../../reports/illustrations.ts';
import { markdownReporter } from '../../../reports/markdown.ts';
import { publishedPage, publishedSummary } from '../../../reports/published.ts';
import { divergencesOf, writeDivergences } from '../../divergences.ts';
import type { ResultStream } from '../../result-stream.ts';
import { judgedOf, reportOf } from '../../report.ts';
import type { Spec } from '../../spec.ts';
import { streamFile } from './candidates.ts';

export const publishedFolder = 'reports/published';
export const divergencesFile = 'spec/divergences.json';
export const command = 'npm run publish-results';

/** The same columns and colours as for any report that goes to a file. */
const look = { colours: false, width: 100, all: false, class: null, known: () => false };

export interface Published {
  /** By path from the root of the checkout. */
  readonly files: ReadonlyMap<string, string>;
  /** For the README of the project. */
  readonly summary: string;
}

/** Everything but the streams themselves. */
export function publishedFiles(spec: Spec, streams: readonly ResultStream[], illustrations: Illustrations): Published {
  const report = reportOf(spec, streams);
  const files = new Map([
    [`${publishedFolder}/index.html`, htmlReporter(report, { ...look, illustrations })],
    [`${publishedFolder}/matrix.md`, markdownReporter(report, look)],
    [`${publishedFolder}/README.md`, publishedPage(report, { fileOf: streamFile, command })],
    [divergencesFile, writeDivergences(divergencesOf(spec, streams.map(judgedOf)))],
  ]);
  return { files, summary: publishedSummary(report, publishedFolder) };
}
