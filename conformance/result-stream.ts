// The only place for the format of result files, written and read: JSON Lines with a header, one line a scenario, a footer.

import { createHash } from 'node:crypto';
import type { Description } from './adapter.ts';
import type { Ambiguity, Judged, Result } from './result.ts';
import type { Selection } from './select.ts';
import { totalsOf } from './totals.ts';
import type { Totals } from './totals.ts';

export const formatVersion = 1;

/** What depends on the time and on the machine, and on nothing else: two streams of one run differ in no other field. */
export interface Made {
  /** ISO 8601. */
  readonly at: string;
  readonly node: string;
  readonly platform: string;
  /** What of the surroundings could change a verdict. */
  readonly environment: Description['environment'];
}

export interface Header {
  readonly kind: 'header';
  readonly format: typeof formatVersion;
  readonly taskspec: string;
  readonly document: string;
  /** Digest of the specification. */
  readonly spec: string;
  readonly name: string;
  readonly target: string | null;
  readonly description: Omit<Description, 'environment'> | null;
  readonly selection: Selection;
  /** How many scenarios were selected: so many lines must follow. */
  readonly selected: number;
  readonly made: Made;
}

export interface Footer {
  readonly kind: 'footer';
  readonly totals: Totals;
  /** Lines between header and footer. */
  readonly count: number;
  readonly ambiguous: readonly Ambiguity[];
  /** SHA-256 over header and results, all but the header's `made`. */
  readonly digest: string;
  readonly complete: true | 'cut short';
}

export interface ResultStream {
  readonly header: Header;
  readonly results: readonly Result[];
  readonly footer: Footer;
}

export interface About {
  readonly taskspec: string;
  readonly document: string;
  readonly spec: string;
  readonly selection: Selection;
  readonly made: Omit<Made, 'environment'>;
}

/** The whole text of a result file. */
export function writeResults(judged: Judged, about: About): string {
  const { name, target, results } = judged;
  const { environment, description } = apart(judged.description);
  const head: Omit<Header, 'made'> = {
    kind: 'header', format: formatVersion, taskspec: about.taskspec, document: about.document, spec: about.spec, name, target,
    description, selection: about.selection, selected: results.length,
  };
  const lines = results.map((result) => JSON.stringify({ kind: 'result', ...result }));
  const footer: Footer = {
    kind: 'footer', totals: totalsOf(results), count: results.length, ambiguous: judged.ambiguous,
    digest: digestOf(head, lines), complete: judged.cutShort ? 'cut short' : true,
  };
  const header: Header = { ...head, made: { ...about.made, environment } };
  return [JSON.stringify(header), ...lines, JSON.stringify(footer), ''].join('\n');
}

function apart(whole: Description | null): { environment: Made['environment']; description: Header['description'] } {
  if (whole === null) return { environment: {}, description: null };
  const { environment, ...description } = whole;
  return { environment, description };
}

export function digestOf(head: Omit<Header, 'made'>, lines: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(head));
  for (const line of lines) hash.update(`\n${line}`);
  return hash.digest('hex');
}
