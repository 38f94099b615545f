// The only place that words what is published of a whole run: the page of its folder, and the summary for the project's own.

import { classes } from '../conformance/spec.ts';
import type { Class } from '../conformance/spec.ts';
import type { Report, Suite } from '../conformance/report.ts';
import { count } from './count.ts';
import { markOf, marks } from './mark.ts';
import type { Mark } from './mark.ts';
import { code, words } from './markdown-text.ts';
import { countsOf, standings } from './told.ts';

export interface PublishedLook {
  /** The file of the how-manieth implementation's results. */
  readonly fileOf: (name: string, index: number) => string;
  /** What makes all of it again. */
  readonly command: string;
}

export function publishedPage(report: Report, { fileOf, command }: PublishedLook): string {
  const { overview, suites } = report;
  const shown = standings.filter((_, place) => suites.some((suite) => (countsOf(suite)[place] ?? 0) > 0));
  const rows = suites.map((suite, index) => {
    const { name, target, conclusion } = suite.implementation;
    const counts = countsOf(suite).filter((_, place) => shown.includes(standings[place] ?? ['pass', '']));
    return `| [${code(name)}](<${fileOf(name, index)}>) | ${identityOf(suite)} | ${target === null ? '' : words(target)} | ${conclusion} | ${counts.join(' | ')} |`;
  });
  return [
    '# Published results', '',
    `${count(overview.rows.length, 'scenario')} of the document of ${words(overview.document)} on ${count(suites.length, 'implementation')}. ${madeBy(report)}`, '',
    '- [The explorer](index.html): clauses by implementations, each scenario with its program and timelines, the document sentence by sentence. One file, to download and open.',
    '- [The matrix](matrix.md): what went wrong, where, and on which; and what differs where the document is silent.',
    '- One stream an implementation, below: JSON Lines with a header, a line a scenario, and a footer that proves that the file is whole. They are kept as text, so that a change of one verdict is one line of a diff.', '',
    `| results | is | target | conclusion | ${shown.map(([, title]) => title).join(' | ')} |`, `|---|---|---|---|${shown.map(() => '--:').join('|')}|`, ...rows, '',
    '## By class', '', ...byClass(report, suites.map((suite, index) => ({ label: code(suite.implementation.name), index }))), '',
    key(report), '',
    '## Making it again', '',
    `\`${command}\` runs everything that \`taskspec implementations\` finds, and the adapters in \`adapters/examples\`, and writes this folder, \`spec/divergences.json\` and the table in the README of the`,
    'project. It writes nothing where an implementation that is published is missing, could not be judged, or was flaky. With `-- --render` it runs nothing, and makes the pages again from the',
    'streams. A test compares all of it with the specification and the streams. No path, user or machine is in any of these files; of an interpreter its version and Task are told.', '',
    '```sh', 'npx taskspec report reports/published/*.jsonl                                  # the console’s report',
    'npx taskspec report reports/published/*.jsonl --reporter html=explorer.html    # this explorer', '```', '',
  ].join('\n');
}

/** A table for the README of the project: implementations of which all is alike share a row. `folder`: where the rest is. */
export function publishedSummary(report: Report, folder: string): string {
  const groups = new Map<string, number[]>();
  for (const [index, suite] of report.suites.entries()) {
    const key = JSON.stringify([suite.implementation.conclusion, ...classes.map((name) => cellOf(report, index, name))]);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  const rows = [...groups.values()].map((indexes) => ({ label: namesOf(indexes.map((index) => report.suites[index]?.implementation.name ?? '')), index: indexes[0] ?? 0 }));
  return [
    ...byClass(report, rows), '',
    `${key(report)} ${madeBy(report)}`,
    `[All of it](${folder}/README.md): the [explorer](${folder}/index.html), [what went wrong](${folder}/matrix.md), a result stream for each.`, '',
  ].join('\n');
}

function byClass(report: Report, rows: readonly { readonly label: string; readonly index: number }[]): readonly string[] {
  return [
    `| | ${classes.join(' | ')} |`, `|---|${classes.map(() => ':-:').join('|')}|`,
    ...rows.map(({ label, index }) => `| ${label} | ${classes.map((name) => cellOf(report, index, name)).join(' | ')} |`),
  ];
}

/** The gravest mark that decides, and how many passed; of how many that are owed, unless it is all of them. */
function cellOf({ overview }: Report, index: number, name: Class): string {
  const found = overview.rows.filter((row) => row.class === name).flatMap(({ cells }) => (cells[index] === undefined ? [] : [markOf(cells[index])]));
  const number = (mark: Mark): number => found.filter((one) => one === mark).length;
  const passed = number('pass');
  const owed = found.length - number('not owed');
  if (owed === 0) return marks['not owed'].sign;
  const grave = (['broken', 'fail', 'warning'] as const).find((mark) => number(mark) > 0);
  const sign = marks[grave ?? (passed > 0 ? 'pass' : number('differs') > 0 ? 'differs' : 'unsupported')].sign;
  return passed === owed ? `${sign} ${passed}` : `${sign} ${passed} of ${owed}`;
}

function key({ overview }: Report): string {
  const used = new Set(overview.rows.flatMap(({ cells }) => cells.map(markOf)));
  const told = (['pass', 'fail', 'warning', 'broken'] as const).filter((mark) => mark === 'pass' || used.has(mark)).map((mark) => `${marks[mark].sign} ${mark === 'pass' ? 'nothing fails' : marks[mark].meaning}`);
  return `${told.join(', ')}, ${marks.unsupported.sign} nothing of it can be judged; the number is of scenarios that passed, and of how many that are owed where some lack a capability, differ or fail.`;
}

function madeBy({ overview, suites }: Report): string {
  const each = (told: (suite: Suite) => string): string => [...new Set(suites.map(told))].join(', ');
  const days = [...new Set(suites.map(({ made }) => made.at.slice(0, 10)))].sort();
  const machines = each(({ made }) => `Node ${made.node.replace(/^v/u, '')} on ${made.platform}`);
  return `Made on ${days.map(code).join(' and ')} by taskspec ${words(each(({ taskspec }) => taskspec))} with ${words(machines)}; specification ${code(overview.digest.slice(0, 16))}.`;
}

/** Implementation, version, Task, and what else its surroundings tell that is a version. */
function identityOf({ implementation: { description }, made }: Suite): string {
  if (description === null) return 'not started';
  const { implementation, version, task } = description;
  const loop = made.environment['loop'] ?? (made.environment['pyodide'] === undefined ? undefined : `pyodide ${made.environment['pyodide']}`);
  return [`${implementation} ${version}`, task, ...(loop === undefined ? [] : [loop])].map(code).join(', ');
}

/** `python:3.7` … `3.13` for versions that follow each other, so that a row stays short. */
function namesOf(names: readonly string[]): string {
  const kinds = new Map<string, string[]>();
  for (const name of names) {
    const [, kind = name, where] = /^((?!stdio)[^:]+):([\d.]+)$/u.exec(name) ?? [];
    kinds.set(kind, [...(kinds.get(kind) ?? []), ...(where === undefined ? [] : [where])]);
  }
  return [...kinds].map(([kind, versions]) => {
    const [first] = versions;
    const last = versions.at(-1);
    if (first === undefined || last === undefined) return code(kind);
    return versions.length === 1 ? code(`${kind}:${first}`) : `${code(`${kind}:${first}`)} ${versions.length === 2 ? 'and' : 'to'} ${code(last)}`;
  }).join(', ');
}
