// The only place that joins the result streams of the shards of one run, and refuses what is not one whole run.

import { markEchoes } from './echo.ts';
import type { Header, ResultStream } from './result-stream.ts';
import type { Judged } from './result.ts';
import { select } from './select.ts';
import type { Selection } from './select.ts';
import type { Spec } from './spec.ts';

/** A stream, and how whoever named it knows it. */
export interface Part {
  readonly file: string;
  readonly stream: ResultStream;
}

export type Merged =
  | { readonly kind: 'merged'; readonly judged: Judged; readonly selection: Selection }
  /** `problem` says what is wrong or missing, in words for whoever named the files. */
  | { readonly kind: 'refused'; readonly problem: string };

/** What one machine would have judged by itself: the same results, in the same order. */
export function merge(parts: readonly Part[], spec: Spec): Merged {
  const [first] = parts;
  if (first === undefined) return { kind: 'refused', problem: 'there is nothing to merge' };
  const problem = parts.map((part) => strangeness(part, first, spec)).find((found) => found !== null) ?? incompleteness(parts);
  if (problem !== null && problem !== undefined) return { kind: 'refused', problem };
  const { header } = first.stream;
  const selection: Selection = { ...header.selection, shard: null };
  const selected = select(spec, selection);
  const scenarios = selected.kind === 'scenarios' ? selected.scenarios : [];
  const results = new Map(parts.flatMap(({ stream }) => stream.results.map((result) => [result.scenario, result])));
  const lost = scenarios.filter(({ id }) => !results.has(id)).map(({ id }) => id);
  if (lost.length > 0 || results.size !== scenarios.length) {
    return { kind: 'refused', problem: `the shards do not hold what was selected${lost.length === 0 ? '' : `: ${lost.slice(0, 5).join(', ')} is in none of them`}` };
  }
  const ordered = scenarios.flatMap(({ id }) => results.get(id) ?? []);
  const judged: Judged = {
    name: header.name, target: header.target, cutShort: false,
    description: header.description === null ? null : { ...header.description, environment: header.made.environment },
    // A cause and its echo may have been judged on two machines.
    results: markEchoes(ordered, scenarios),
    ambiguous: scenarios.flatMap(({ id }) => parts.flatMap(({ stream }) => stream.footer.ambiguous.filter(({ scenario }) => scenario === id))),
  };
  return { kind: 'merged', judged, selection };
}

/** Why a part is not of the same run as the first one, or null. */
function strangeness({ file, stream: { header, footer } }: Part, first: Part, spec: Spec): string | null {
  const other = first.stream.header;
  if (header.spec !== spec.digest) return `${file} is of another specification: ${header.spec}, this one is ${spec.digest}`;
  if (footer.complete !== true) return `${file} was cut short before its end`;
  if (header.selection.shard === null) return `${file} is no shard, but a whole run: there is nothing to join`;
  for (const [what, of] of aspects) {
    const [mine, its] = [JSON.stringify(of(header)), JSON.stringify(of(other))];
    if (mine !== its) return `${file} and ${first.file} are not of one run: ${what} ${mine} and ${its}`;
  }
  return null;
}

/** What all shards of a run have in common. The machines may differ, what they judge may not. */
const aspects: readonly (readonly [string, (header: Header) => unknown])[] = [
  ['implementation', ({ name }) => name],
  ['taskspec', ({ taskspec }) => taskspec],
  ['target', ({ target }) => target],
  ['description', ({ description }) => description],
  ['selection', ({ selection }) => ({ ...selection, shard: null })],
  ['number of shards', ({ selection }) => selection.shard?.of],
];

function incompleteness(parts: readonly Part[]): string | null {
  const files = new Map<number, string>();
  for (const { file, stream } of parts) {
    const index = stream.header.selection.shard?.index ?? 0;
    const twice = files.get(index);
    if (twice !== undefined) return `${twice} and ${file} are both shard ${index}`;
    files.set(index, file);
  }
  const of = parts[0]?.stream.header.selection.shard?.of ?? 0;
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((index) => !files.has(index));
  return missing.length === 0 ? null : `of ${of} shards ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`;
}
