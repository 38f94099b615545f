// The only place that writes a baseline: a new one, or an old one brought up to date with its comments and order kept.

import { Document, isMap, isSeq, parseDocument, YAMLMap, type YAMLSeq } from 'yaml';
import type { Judged, Result } from '../result.ts';
import type { Scenario, Spec } from '../spec.ts';
import { baselineFormat, shapeOf, shortDigest } from './baseline.ts';
import type { Shape } from './baseline.ts';
import { meets } from './versions.ts';

const HEAD = ` What does not conform yet, and how. Made by \`taskspec gate\` with --update; review it as you would review code.
 An entry of \`failures\` may carry: reason, issue (a link), versions ('>=3.10, <3.14'), expires (a date), and as verdict a list of
 all that are allowed, where it is flaky.`;

/**
 * The text of a baseline for what was judged. `old` is the present text, which must be a valid baseline, or null. Entries that still hold
 * stay as they are, those that fail otherwise are changed in place, those that pass or whose scenario is gone are removed.
 */
export function updateBaseline(old: string | null, judged: Judged, spec: Spec): string {
  const document = old === null ? fresh() : parseDocument(old);
  document.set('format', baselineFormat);
  document.set('implementation', judged.name);
  document.set('target', judged.target ?? '');
  document.set('spec', spec.digest);
  setList(document, 'capabilities', judged.description?.capabilities ?? []);
  const scenarios = new Map(spec.scenarios.map((scenario) => [scenario.id, scenario]));
  setFailures(document, judged, scenarios);
  const judgedNow = judged.results.filter(({ weight }) => weight !== 'grey' && weight !== 'broken');
  document.set('judged', document.createNode(Object.fromEntries(
    judgedNow.map(({ scenario, digest }): [string, string] => [scenario, shortDigest(digest)]).sort(([one], [other]) => (one < other ? -1 : 1)),
  )));
  return document.toString({ lineWidth: 120 });
}

function fresh(): Document {
  const document = new Document({ format: baselineFormat, implementation: '', target: '', spec: '', capabilities: [], failures: [], judged: {} });
  document.commentBefore = HEAD;
  return document;
}

/** A list stays as it is written while its members are the same. */
function setList(document: Document, key: string, items: readonly string[]): void {
  const present: unknown = document.toJS()[key];
  if (JSON.stringify(present) !== JSON.stringify(items)) document.set(key, document.createNode([...items]));
}

function setFailures(document: Document, judged: Judged, scenarios: ReadonlyMap<string, Scenario>): void {
  const version = judged.description?.version ?? '';
  const red = new Map(judged.results.filter(({ weight }) => weight === 'red').map((result) => [result.scenario, result]));
  const seq = failuresIn(document);
  const kept = seq.items.filter((item): item is YAMLMap => isMap(item)).filter((item) => {
    const id = String(item.get('scenario'));
    const versions = item.get('versions');
    // About another version of the implementation, so nothing was learnt about it.
    if (scenarios.has(id) && typeof versions === 'string' && !meets(version, versions)) return true;
    const result = red.get(id);
    red.delete(id);
    const allowed = item.get('verdict');
    if (isSeq(allowed)) return scenarios.has(id);
    const scenario = scenarios.get(id);
    if (result === undefined || scenario === undefined) return false;
    describe(document, item, scenario, result);
    return true;
  });
  const added = [...red.values()].flatMap((result) => {
    const scenario = scenarios.get(result.scenario);
    if (scenario === undefined) return [];
    const item = new YAMLMap();
    item.set('scenario', result.scenario);
    describe(document, item, scenario, result);
    return [item];
  });
  seq.items = [...kept, ...added];
  seq.flow = seq.items.length === 0;
}

function failuresIn(document: Document): YAMLSeq {
  const present = document.get('failures');
  if (!isSeq(present)) throw new Error('a valid baseline has a list of failures');
  return present;
}

function describe(document: Document, item: YAMLMap, scenario: Scenario, { verdict }: Result): void {
  item.set('verdict', verdict.kind);
  if (verdict.kind !== 'fail') return void item.delete('diverges');
  const shape = plain(shapeOf(scenario, verdict.divergence));
  const present = item.get('diverges');
  if (isMap(present) && JSON.stringify(present.toJSON()) === JSON.stringify(shape)) return;
  item.set('diverges', document.createNode(shape));
}

/** As the file has it: what is null or the first is left away. */
function plain({ by, body, step, same, time }: Shape): Readonly<Record<string, string | number>> {
  return {
    by, ...(body === null ? {} : { body }), ...(step === null ? {} : { step }), ...(same === 1 ? {} : { same }), ...(time === 1 ? {} : { time }),
  };
}
