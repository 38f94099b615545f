// The only place for SARIF 2.1.0: a rule a clause, a result for each failing scenario, within what code scanning takes.

import { createHash } from 'node:crypto';
import type { Case, Report, Suite } from '../conformance/report.ts';
import type { Clause, Level } from '../conformance/spec.ts';
import { jsonText } from './json-text.ts';
import { code, link, words } from './markdown-text.ts';
import type { Reporter } from './reporter.ts';
import { lineNumberOf, lineOf, markOfCase, shortName, unsettled } from './told.ts';
import { brief } from './visible.ts';

/** Code scanning shows 5,000 results of a run, refuses 25,000 of anything, and files beyond 10 MB when compressed. */
const mostResults = 5_000;
const mostRules = 20_000;
const mostBytes = 9_000_000;

const schema = 'https://raw.githubusercontent.com/oasis-tcs/sarif-spec/main/sarif-2.1/schema/sarif-schema-2.1.0.json';

/** One run for all implementations: a file may have twenty runs, and the same failure is one alert, whoever shows it. */
export const sarifReporter: Reporter = (report) => {
  const { overview, suites } = report;
  const rules = rulesOf(report);
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const found = findingsOf(suites);
  const results = withinSize(found.slice(0, mostResults).map((finding) => resultOf(finding, indices)));
  return `${jsonText({
    $schema: schema,
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'taskspec', informationUri: 'https://docs.python.org/3.7/library/asyncio-task.html#asyncio.Task', rules,
          ...(suites[0] === undefined ? {} : { version: shortName(suites[0].taskspec) }),
        },
      },
      invocations: [{
        executionSuccessful: suites.every((suite) => unsettled(suite) === null),
        toolExecutionNotifications: notificationsOf(suites, found.length - results.length),
      }],
      results,
      columnKind: 'unicodeCodePoints',
      properties: {
        document: overview.document, specification: overview.digest,
        implementations: overview.implementations.slice(0, 1_000).map(({ name, conclusion, totals }) => ({ name: shortName(name), conclusion, ...totals })),
      },
    }],
  })}\n`;
};

const severities: Readonly<Record<Level, { readonly level: 'error' | 'warning' | 'note'; readonly severity: 'error' | 'warning' | 'recommendation' }>> = {
  must: { level: 'error', severity: 'error' },
  should: { level: 'warning', severity: 'warning' },
  may: { level: 'note', severity: 'recommendation' },
  observed: { level: 'note', severity: 'recommendation' },
  contested: { level: 'note', severity: 'recommendation' },
};

interface Rule {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** All clauses, so that a rule does not come and go with its failures; of too many, those that are needed. */
function rulesOf({ clauses, suites }: Report): readonly Rule[] {
  if (clauses.length <= mostRules) return clauses.map(ruleOf);
  const needed = new Set(suites.flatMap(({ cases }) => cases.filter(isFinding).map(({ clause }) => clause.id)));
  return clauses.filter(({ id }) => needed.has(id)).slice(0, mostRules).map(ruleOf);
}

function ruleOf({ id, level, text, link: address, sentences, class: className, member }: Clause): Rule {
  const { level: defaultLevel, severity } = severities[level];
  const place = `${sentences.length === 0 ? '' : ` (${sentences.join(', ')})`}`;
  return {
    id: shortName(id),
    shortDescription: { text: brief(text, 250) },
    fullDescription: { text: brief(text, 1_000) },
    help: {
      text: brief(`${level}: ${text} The document says so at ${address}${place}. taskspec explain ${id} tells what checks it.`, 1_500),
      markdown: `**${level}** ${words(text)}\n\n${link('The place in the document', address)}${words(place)}. ${code(`taskspec explain ${id}`)} tells what checks it.`,
    },
    ...(/^https?:\/\/[^\s<>"]+$/u.test(address) ? { helpUri: encodeURI(brief(address, 500)).replaceAll('%25', '%') } : {}),
    defaultConfiguration: { level: defaultLevel },
    properties: { tags: ['asyncio', level, className, member], precision: 'very-high', 'problem.severity': severity },
  };
}

/** The same failure in the same scenario, on one implementation or more. */
interface Finding {
  readonly one: Case;
  readonly on: string[];
}

const isFinding = (one: Case): boolean => ['fail', 'warning', 'differs'].includes(markOfCase(one));
const ranks = { red: 3, broken: 2, warning: 1, information: 0, grey: 0, green: 0 } as const;

/** The gravest first, since that is what is shown of too many. */
function findingsOf(suites: readonly Suite[]): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const { implementation: { name }, cases } of suites) {
    for (const one of cases.filter(isFinding)) {
      const key = keyOf(one);
      const known = findings.get(key);
      if (known === undefined) findings.set(key, { one, on: [name] });
      else known.on.push(name);
    }
  }
  return [...findings.values()].sort((one, other) => ranks[other.one.result.weight] - ranks[one.one.result.weight] || other.on.length - one.on.length);
}

/** Without line and implementation: the alert stays the same when the file is edited, or another one fails as well. */
function keyOf({ scenario, clause, result, found }: Case): string {
  return JSON.stringify([scenario.id, clause.id, result.verdict.kind, found?.expected ?? '', found?.seen ?? '']);
}

const mostNames = 40;

function resultOf({ one, on }: Finding, indices: ReadonlyMap<string, number>): Readonly<Record<string, unknown>> {
  const { clause, scenario, result } = one;
  const rest = on.length - mostNames;
  const names = `${on.slice(0, mostNames).map((name) => brief(name, 60)).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  const ruleId = shortName(clause.id);
  const index = indices.get(ruleId);
  const column = scenario.places.find(({ line }) => line === lineNumberOf(one))?.column ?? 1;
  return {
    ruleId, ...(index === undefined ? {} : { ruleIndex: index }),
    level: result.weight === 'red' ? 'error' : result.weight === 'warning' ? 'warning' : 'note',
    message: { text: literal(`${brief(scenario.id, 100)}: ${lineOf(one)} (on ${names})`) },
    locations: [{
      physicalLocation: { artifactLocation: artifact(scenario.file), region: { startLine: lineNumberOf(one), startColumn: Math.max(1, column) } },
    }],
    partialFingerprints: { 'taskspecFailure/v1': createHash('sha256').update(keyOf(one)).digest('hex') },
  };
}

/** Braces begin placeholders in a message, brackets links. */
function literal(text: string): string {
  return text.replace(/[\\[\]]/gu, '\\$&').replace(/[{}]/gu, '$&$&');
}

function artifact(file: string): Readonly<Record<string, string>> {
  const path = brief(file, 500).split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? { uri: `file://${path}` } : { uri: path, uriBaseId: '%SRCROOT%' };
}

function withinSize<T>(results: readonly T[]): readonly T[] {
  let bytes = 0;
  const end = results.findIndex((result) => {
    bytes += Buffer.byteLength(JSON.stringify(result));
    return bytes > mostBytes;
  });
  return end < 0 ? results : results.slice(0, end);
}

function notificationsOf(suites: readonly Suite[], left: number): readonly unknown[] {
  const broken = suites.slice(0, 1_000).flatMap((suite) => {
    const why = unsettled(suite);
    return why === null ? [] : [{ level: 'error', message: { text: literal(`${shortName(suite.implementation.name)}: ${why}`) } }];
  });
  if (left === 0) return broken;
  return [...broken, { level: 'warning', message: { text: `${left} more results than a file may have are left out` } }];
}
