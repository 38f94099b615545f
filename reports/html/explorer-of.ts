// The only place that lays a report out as the data of the explorer's page: each text once, what is alike once.

import { owedRange } from '../../conformance/applicability.ts';
import { clausesChecked } from '../../conformance/checks.ts';
import type { SentenceCoverage } from '../../conformance/coverage.ts';
import type { Case, Report, Suite } from '../../conformance/report.ts';
import type { Clause, Scenario } from '../../conformance/spec.ts';
import { timeline } from '../../conformance/timeline.ts';
import type { Illustration, Illustrations } from '../illustrations.ts';
import { countsOf, lineOf, markOfCase, unsettled } from '../told.ts';
import { brief, longestName, longestText, visible } from '../visible.ts';
import { explorerFormat } from './explorer-data.ts';
import type { ExplorerClause, ExplorerData, ExplorerImplementation, ExplorerOutcome, ExplorerScenario, ExplorerSentence, Story } from './explorer-data.ts';
import { Pool } from './pool.ts';
import { storyOf } from './story.ts';

/** A scenario's file that is longer than this was not written for readers. */
const mostLines = 400;
const longestLine = 300;

export function explorerOf(report: Report, illustrations: Illustrations | null): ExplorerData {
  const { overview, suites } = report;
  const stories = new Pool<Story>();
  const outcomes = new Pool<ExplorerOutcome>();
  const clauses = new Map(report.clauses.map(({ id }, index) => [id, index]));
  const shown = scenariosOf(report);
  const cells = suites.map((suite) => {
    const cases = new Map(suite.cases.map((one) => [one.scenario.id, one]));
    return shown.map(({ id }) => {
      const one = cases.get(id);
      return one === undefined ? -1 : outcomes.add(keyOf(one), () => outcomeOf(one, clauses, stories));
    });
  });
  const { sentences } = report.coverage;
  const wrong = Object.entries(report.proofs).map(([name, { says, language }]) => ({ name: brief(name, longestName), says: brief(says, longestText), language }));
  const numbers = new Map(Object.keys(report.proofs).map((name, number) => [name, number]));
  const proofs = new Map(report.coverage.clauses.map(({ id, provedBy }) => [id, provedBy.map(({ task, scenarios: caught }) => ({
    wrong: numbers.get(task) ?? -1, scenarios: caught.map((one) => brief(one, longestName)),
  }))]));
  const scenarios = shown.map((scenario) => scenarioOf(scenario, clauses, illustrations?.scenarios.get(scenario.id), stories));
  return {
    format: explorerFormat, document: visible(overview.document), digest: brief(overview.digest, longestName),
    taskspec: [...new Set(suites.map(({ taskspec }) => brief(taskspec, longestName)))],
    implementations: namedApart(suites.map(implementationOf)),
    clauses: report.clauses.map((clause) => clauseOf(clause, proofs.get(clause.id) ?? [])), scenarios, outcomes: outcomes.all, stories: stories.all, cells,
    sentences: sentences.length === 0 ? null : sentences.map((sentence) => sentenceOf(sentence, report, clauses)), wrong, illustrated: illustrations !== null,
  };
}

/** In the order of the specification, which is that of the rows. */
function scenariosOf({ overview, suites }: Report): readonly Scenario[] {
  const known = new Map(suites.flatMap(({ cases }) => cases.map(({ scenario }) => [scenario.id, scenario])));
  return overview.rows.flatMap((row) => known.get(row.scenario) ?? []);
}

function implementationOf(suite: Suite): ExplorerImplementation {
  const { name, description, target, conclusion, totals } = suite.implementation;
  const shown = brief(name, longestName);
  // Of a command what it runs tells most.
  const program = /^stdio:.*[\s\\/]([^\s\\/]+)$/su.exec(shown)?.[1];
  const plain = shown.length <= 22 || description === null ? shown : program === undefined ? `${description.implementation} ${description.version}` : `stdio:${program}`;
  return {
    name: shown, label: brief(plain, 40), conclusion, target: target === null ? null : visible(target),
    is: description === null ? null : brief(`${description.implementation} ${description.version}, ${description.task}`, longestName),
    asked: description !== null && target !== description.target, unsettled: unsettled(suite), counts: countsOf(suite), flaky: totals.flaky,
  };
}

/** Links name implementations, and heads too; what was cut short may have become alike. */
function namedApart(all: readonly ExplorerImplementation[]): readonly ExplorerImplementation[] {
  const names = apart(all.map(({ name }) => name));
  const labels = apart(all.map(({ label }) => label));
  return all.map((one, index) => ({ ...one, name: names[index] ?? one.name, label: labels[index] ?? one.label }));
}

function apart(texts: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return times === 1 ? text : `${text} (${times})`;
  });
}

function clauseOf(clause: Clause, proofs: ExplorerClause['proofs']): ExplorerClause {
  const { id, member, class: profile, level, text, sentences, link, file, line } = clause;
  return {
    id: brief(id, longestName), member, class: profile, level, text: brief(text, longestText), sentences: sentences.map((sentence) => brief(sentence, longestName)),
    link: address(link), owed: visible(owedRange(clause)), written: brief(`${file}:${line}`, longestName), proofs,
  };
}

function sentenceOf({ id, member, place, byReference, standing, observed, state }: SentenceCoverage, report: Report, clauses: ReadonlyMap<string, number>): ExplorerSentence {
  const { page, section, anchor } = place;
  const numbers = (ids: readonly string[]): readonly number[] => ids.flatMap((one) => clauses.get(one) ?? []);
  return {
    id: brief(id, longestName), member, byReference, state, standing: standing.kind,
    link: address(`https://docs.python.org/${encodeURIComponent(report.overview.document)}/library/${encodeURIComponent(page)}.html#${encodeURIComponent(anchor)}`),
    place: brief(`${page} › ${section} › ${anchor}`, longestName), reason: standing.kind === 'clause' ? '' : brief(standing.reason, longestText),
    clauses: standing.kind === 'clause' ? numbers(standing.clauses) : [], observed: numbers(observed),
  };
}

/** Nothing that runs when it is followed. */
function address(link: string): string {
  return /^https?:\/\//u.test(link) ? brief(link, longestText) : '';
}

/** All that an outcome is made of: what went wrong alike is one diagnosis, and what passes or is grey is told alike for every scenario. */
function keyOf({ found, result }: Case): unknown {
  const { verdict, weight, clause, flaky, echoOf, evidence } = result;
  if (found !== null || evidence !== null) return found ?? result;
  return `${verdict.kind} ${weight} ${clause} ${flaky} ${echoOf ?? ''} ${verdict.kind === 'pass' ? verdict.variant : JSON.stringify(verdict)}`;
}

function outcomeOf(one: Case, clauses: ReadonlyMap<string, number>, stories: Pool<Story>): ExplorerOutcome {
  const { verdict, flaky, echoOf, evidence } = one.result;
  const story = evidence === null ? -1 : stories.add(keyOf(one), () => storyOf(
    timeline(one.scenario, { observations: evidence.observations, notes: evidence.notes, verdict }), evidence.output,
  ));
  const variant = verdict.kind === 'pass' || verdict.kind === 'fail' ? verdict.variant : '';
  return {
    mark: markOfCase(one), text: lineOf(one), clause: clauses.get(one.clause.id) ?? -1, flaky, echoOf: brief(echoOf ?? '', longestName),
    variant: brief(variant, longestName), story,
  };
}

function scenarioOf(
  scenario: Scenario, clauses: ReadonlyMap<string, number>, illustration: Illustration | undefined, stories: Pool<Story>,
): ExplorerScenario {
  const { id, title, file, prerequisites, expectation: { variants } } = scenario;
  const [primary, ...others] = scenario.clauses;
  const checked = clausesChecked(scenario);
  return {
    id: brief(id, longestName), title: brief(title, longestText), file: brief(file, longestName),
    clauses: [primary, ...others.filter((clause) => checked.has(clause))].flatMap((clause) => clauses.get(clause) ?? []), prerequisites: prerequisites.map((one) => brief(one, longestName)),
    variants: variants.filter((name) => name !== '').map((name) => brief(name, longestName)),
    yaml: lines(illustration?.yaml ?? ''), python: lines(illustration?.python ?? ''),
    reference: illustration === undefined ? -1 : stories.add(`the reference, ${id}`, () => storyOf(timeline(scenario, illustration.reference), '')),
  };
}

function lines(text: string): string {
  const all = text.trimEnd().split(/\r?\n/u);
  const shown = all.slice(0, mostLines).map((line) => brief(line.replaceAll('\t', '    '), longestLine));
  return [...shown, ...(all.length > mostLines ? [`… ${all.length - mostLines} more lines`] : [])].join('\n');
}
