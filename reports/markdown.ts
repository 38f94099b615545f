// The only place for the report as a page of Markdown: it fits into the summary of a step in GitHub Actions.

import { judgedInAll, percent } from '../conformance/judged-by-class.ts';
import type { Diagnosed, ImplementationOverview, Overview } from '../conformance/overview.ts';
import type { Report } from '../conformance/report.ts';
import { classes } from '../conformance/spec.ts';
import { causesOf } from './causes.ts';
import type { Cause } from './causes.ts';
import { count } from './count.ts';
import { markOf, marks } from './mark.ts';
import { code, link, words } from './markdown-text.ts';
import type { Reporter } from './reporter.ts';
import { countsOf, standings, unsettled } from './told.ts';

/** Bytes: a summary beyond 1 MiB is refused as a whole, so what no longer fits is counted instead. */
const room = 1_000_000;

export const markdownReporter: Reporter = (report) => {
  const { overview } = report;
  const head = [`# asyncio.Task as documented for Python ${words(overview.document)}`, '', ...summary(report), ...judgedTable(overview), ''];
  const causes = causesOf(overview);
  const blocks = [
    ...overview.implementations.flatMap(mistakes),
    ...(causes.length === 0 ? [] : ['## What went wrong\n']), ...causes.map((cause) => causeBlock(cause, overview)),
    ...overview.implementations.flatMap(differences),
  ];
  return fitted(`${head.join('\n')}\n`, blocks);
};

/** Whole blocks as long as there is room, and how many there would have been. */
function fitted(head: string, blocks: readonly string[]): string {
  const note = (left: number): string => `\n*And ${count(left, 'more block')}, for which there is no room here.*\n`;
  const parts = [head];
  let taken = Buffer.byteLength(head) + Buffer.byteLength(note(blocks.length));
  for (const [index, block] of blocks.entries()) {
    taken += Buffer.byteLength(block) + 1;
    if (taken > room) return `${parts.join('\n')}${note(blocks.length - index)}`;
    parts.push(block);
  }
  return `${parts.join('\n').trimEnd()}\n`;
}

/** Rows that are shown; a table of more implementations than anybody has would push all else out. */
const mostRows = 500;

function summary({ suites, overview }: Report): readonly string[] {
  const rows = suites.slice(0, mostRows).map((suite) => {
    const { name, description, conclusion } = suite.implementation;
    const numbers = countsOf(suite);
    const what = description === null ? 'not started' : code(`${description.implementation} ${description.version}`);
    return `| ${code(name)} | ${what} | **${conclusion}** | ${numbers.join(' | ')} |`;
  });
  const open = suites.slice(0, mostRows).flatMap((suite) => {
    const why = unsettled(suite);
    return why === null ? [] : [`- ${code(suite.implementation.name)}: ${words(why)}`];
  });
  return [
    `${count(overview.rows.length, 'scenario')}, specification ${code(overview.digest.slice(0, 16))}.`, '',
    `| implementation | is | conclusion | ${standings.map(([, title]) => title).join(' | ')} |`,
    `|---|---|---|${standings.map(() => '--:').join('|')}|`,
    ...rows, ...(open.length === 0 ? [] : ['', ...open]),
    ...(suites.length > mostRows ? ['', `And ${count(suites.length - mostRows, 'more implementation')}.`] : []),
  ];
}

/** How much of what each owes came to a verdict, class by class. */
function judgedTable({ implementations, rows }: Overview): readonly string[] {
  const used = classes.filter((name) => rows.some((row) => row.class === name));
  if (used.length === 0) return [];
  const lines = implementations.slice(0, mostRows).map(({ name, classes: judged }) => {
    const cells = used.map((one) => judged.find((found) => found.class === one)).map((one) => (one === undefined ? '' : `${one.judged} of ${one.owed}`));
    const all = judgedInAll(judged);
    return `| ${code(name)} | ${cells.join(' | ')} | ${all.judged} of ${all.owed} | ${percent(all)} |`;
  });
  return ['', `| judged, of what is owed | ${used.join(' | ')} | all | |`, `|---|${used.map(() => '--:').join('|')}|--:|--:|`, ...lines];
}

/** Steps before the divergence, and names behind `on`, that are shown. */
const mostSteps = 12;
const mostNames = 40;

function causeBlock({ found, on, also }: Cause, overview: Overview): string {
  const { clause, where, before } = found;
  const line = where?.line == null ? '' : `:${where.line}`;
  const steps = before.slice(-mostSteps).map(({ line: at, body, text, showed }) => `| ${at ?? ''} | ${code(body)} | ${code(text)} | ${code(showed)} |`);
  return [
    `### ${marks[markOf(found)].sign} ${code(found.scenario)}`, '',
    `${words(found.title)} (${code(`${found.file}${line}`)})`, '',
    `> **${clause.level}** ${code(clause.id)}: ${words(clause.text)} ${link('document', clause.link)}`, '',
    ...(overview.implementations.length > 1 ? [`On ${named(on)}.`, ''] : []),
    ...(found.flaky ? ['It passed when it was run once more: it is flaky.', ''] : []),
    ...(steps.length === 0 ? [] : ['| line | body | step | showed |', '|--:|---|---|---|', ...steps, '']),
    ...(where === null ? [] : [`- step ${code(where.text ?? 'the program as a whole')}`]),
    ...(found.expected === null ? [] : [`- expected ${code(found.expected)}${found.variant === null ? '' : ` as ${code(found.variant)}, the nearest`}`]),
    `- seen ${code(found.seen)}`,
    ...(also.length === 0 ? [] : [`- just so in ${count(also.length, 'other scenario')}: ${named(also)}`]),
    `- ${code(found.command)}`, '',
  ].join('\n');
}

function named(names: readonly string[]): string {
  const rest = names.length - mostNames;
  return `${names.slice(0, mostNames).map(code).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function mistakes({ name, ambiguous }: ImplementationOverview): readonly string[] {
  return ambiguous.map(({ scenario, variants }) => `- ${code(scenario)}: on ${code(name)} the outcomes ${named(variants)} fit at once, a mistake in the specification.\n`);
}

function differences({ name, differences: found }: ImplementationOverview): readonly string[] {
  if (found.length === 0) return [];
  return [`## Where the document is silent or contested, ${code(name)} differs\n`, ...found.map(differenceLine)];
}

function differenceLine({ scenario, clause, expected, seen }: Diagnosed): string {
  return `- ${code(scenario)} (${clause.level} ${code(clause.id)}): expected ${code(expected ?? 'an end')}, saw ${code(seen)}`;
}
