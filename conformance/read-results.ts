// The only place that reads result files; one that is not whole, or was changed, is refused with the reason.

import { digestOf, formatVersion } from './result-stream.ts';
import type { Footer, Header, ResultStream } from './result-stream.ts';
import type { Result } from './result.ts';
import { verdictKinds } from './verdict.ts';

export type ReadResults =
  | { readonly kind: 'stream'; readonly stream: ResultStream }
  /** `problem` says what is wrong, in words for whoever named the file. */
  | { readonly kind: 'refused'; readonly problem: string };

/** The stream of a result file's text. The footer's digest proves that nothing is missing and nothing was changed. */
export function readResults(text: string): ReadResults {
  const refused = (problem: string): ReadResults => ({ kind: 'refused', problem });
  if (text.trim() === '') return refused('it is empty');
  const lines = text.split('\n');
  if (lines.pop() !== '') return refused('its last line is cut off');
  const header = parse<Header>(lines[0], 'header');
  if (header === null) return refused('its first line is no header of a result file');
  if (header.format !== formatVersion) return refused(`it has format ${String(header.format)}, this taskspec reads ${formatVersion}`);
  const footer = parse<Footer>(lines.at(-1), 'footer');
  if (footer === null) return refused('it has no footer: the run did not come to its end, or the file was cut off');
  const between = lines.slice(1, -1);
  const results = between.map((line) => parse<Result & { readonly kind: string }>(line, 'result'));
  const bad = results.indexOf(null);
  if (bad >= 0) return refused(`line ${bad + 2} is no result`);
  if (between.length !== footer.count || footer.count !== header.selected) {
    return refused(`${header.selected} scenarios were selected, the footer counts ${footer.count}, the file has ${between.length}`);
  }
  if (!isKnown(header)) return refused(`its header is none that this taskspec writes: taskspec ${String(header.taskspec)} wrote it`);
  const strange = results.findIndex((result) => !verdictKinds.some((kind) => kind === result?.verdict?.kind));
  if (strange >= 0) return refused(`line ${strange + 2} has no verdict that this taskspec knows: taskspec ${header.taskspec} wrote it`);
  const { made: _, ...head } = header;
  if (digestOf(head, between) !== footer.digest) return refused('its digest does not fit: it was changed after it was written');
  const whole = results.filter((result) => result !== null).map(({ kind: __, ...result }) => result);
  return { kind: 'stream', stream: { header, results: whole, footer } };
}

/** Another version may have written it, whose digest is as good as ours. */
function isKnown({ taskspec, name, selection, description, made }: Header): boolean {
  const isMap = (value: unknown): boolean => typeof value === 'object' && value !== null;
  return typeof taskspec === 'string' && typeof name === 'string' && isMap(selection) && (description === null || isMap(description)) && isMap(made);
}

/** A line that says of itself what it is. The digest vouches for the rest: nobody but taskspec writes these. */
function parse<T extends { readonly kind: string }>(line: string | undefined, kind: T['kind']): T | null {
  try {
    const value: T | null = JSON.parse(line ?? 'null');
    return typeof value === 'object' && value !== null && value.kind === kind ? value : null;
  } catch {
    return null;
  }
}
