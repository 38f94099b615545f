// Only a pass is green, and what is unsupported, not owed or not run has a total of its own, in every format.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reportOf } from '../../conformance/report.ts';
import type { Report } from '../../conformance/report.ts';
import type { Result } from '../../conformance/result.ts';
import { reporters } from '../reporters.ts';
import { aSpecWith, judged, options, passing, streamsOf } from './a-report.ts';
import { dataIn } from './page-data.ts';
import { readTap } from './rules.ts';

const green = suite('what is green');

/** Of thirteen scenarios five are passed; three, four and one of the three grey kinds. */
const kinds = [
  'pass', 'pass', 'pass', 'pass', 'pass', 'unsupported', 'unsupported', 'unsupported', 'not-applicable', 'not-applicable', 'not-applicable', 'not-applicable', 'not-run',
] as const;
const greyed = (result: Result, kind: (typeof kinds)[number]): Result => {
  switch (kind) {
    case 'pass':
      return result;
    case 'unsupported':
      return { ...result, weight: 'grey', verdict: { kind, capability: 'frames' } };
    case 'not-applicable':
      return { ...result, weight: 'grey', verdict: { kind, clause: result.clause, target: '3.13', owed: 'before 3.9' } };
    case 'not-run':
      return { ...result, weight: 'grey', verdict: { kind, reason: 'it was stopped' } };
  }
};
const spec = aSpecWith('');
const report = reportOf(spec, streamsOf(spec, [judged('fake', passing.map((result, index) => greyed(result, kinds[index] ?? 'pass')))]));
const render = async (name: string, of: Report = report): Promise<string> => (await reporters.find((entry) => entry.name === name)?.load())?.(of, options) ?? '';

/** Green ones, then the totals of the three kinds. */
const counted: Readonly<Record<string, (text: string) => readonly unknown[]>> = {
  console: (text) => [...(/(\d+) passed, (\d+) unsupported, (\d+) not owed, (\d+) not run/u.exec(text) ?? [])].slice(1).map(Number),
  json: (text) => {
    const { rows, implementations: [{ totals: { verdicts } }] } = JSON.parse(text);
    const cells: readonly { readonly weight: string }[] = rows.flatMap(({ cells }: { cells: readonly { readonly weight: string }[] }) => cells);
    return [cells.filter(({ weight }) => weight === 'green').length, verdicts.unsupported, verdicts['not-applicable'], verdicts['not-run']];
  },
  jsonl: (text) => {
    const lines: readonly { readonly weight: string; readonly verdict: string }[] = text.trimEnd().split('\n').map((line) => JSON.parse(line));
    const count = (kind: string): number => lines.filter(({ verdict }) => verdict === kind).length;
    return [lines.filter(({ weight }) => weight === 'green').length, count('unsupported'), count('not-applicable'), count('not-run')];
  },
  junit: (text) => [
    [...text.matchAll(/<testcase [^>]*\/>/gu)].length,
    ...['unsupported', 'not-applicable', 'not-run'].map((kind) => Number(new RegExp(`"verdict:${kind}" value="(\\d+)"`, 'u').exec(text)?.[1])),
  ],
  tap: (text) => [
    readTap(text).suites[0]?.points.filter(({ ok, skip }) => ok && skip === false).length,
    ...['unsupported', 'not-applicable', 'not-run'].map((kind) => Number(new RegExp(`# ${kind}: (\\d+)`, 'u').exec(text)?.[1])),
  ],
  ctrf: (text) => {
    const { summary } = JSON.parse(text).results;
    const { verdicts } = summary.extra.implementations[0].totals;
    return [summary.passed, verdicts.unsupported, verdicts['not-applicable'], verdicts['not-run']];
  },
  // There is no green in SARIF: what is no result was not found to be wrong. The totals say what was looked at.
  sarif: (text) => {
    const { verdicts } = JSON.parse(text).runs[0].properties.implementations[0];
    return [verdicts.pass, verdicts.unsupported, verdicts['not-applicable'], verdicts['not-run']];
  },
  github: (text) => [...(/(\d+) passed, (\d+) unsupported, (\d+) not owed, (\d+) not run/u.exec(text) ?? [])].slice(1).map(Number),
  markdown: (text) => {
    const cells = /\| `fake` \|.*/u.exec(text)?.[0].split('|').map((cell) => cell.trim()) ?? [];
    return [4, 9, 10, 11].map((index) => Number(cells[index]));
  },
  html: (text) => {
    const { cells, outcomes } = dataIn(text);
    const shown = cells.flat().map((number) => outcomes[number]?.mark);
    return ['pass', 'unsupported', 'not owed', 'not run'].map((mark) => shown.filter((one) => one === mark).length);
  },
  badge: (text) => {
    const message: string = JSON.parse(text).message;
    return ['passed', 'unsupported', 'not owed', 'not run'].map((word) => Number(new RegExp(`(\\d+) ${word}`, 'u').exec(message)?.[1]));
  },
};

for (const { name } of reporters) {
  green(`${name}: five are green, three unsupported, four not owed, one not run`, async () => {
    assert.equal(counted[name]?.(await render(name)), [5, 3, 4, 1]);
  });
}

green('a run without failures that was not finished is no success in any format that has one', async () => {
  assert.is(readTap(await render('tap')).ok, false);
  assert.match(await render('junit'), /<testsuite [^>]*errors="1"/u);
  assert.is(JSON.parse(await render('ctrf')).results.summary.failed, 1);
  assert.is(JSON.parse(await render('sarif')).runs[0].invocations[0].executionSuccessful, false);
  assert.match(await render('github'), /^::error title=taskspec%3A fake::/u);
  assert.not.match(await render('badge'), /green/u);
});

green('one that passes whole is a success in all of them', async () => {
  const whole = reportOf(spec, streamsOf(spec, [judged('fake', passing)]));
  assert.is(readTap(await render('tap', whole)).ok, true);
  assert.match(await render('junit', whole), /<testsuites [^>]*failures="0" errors="0"/u);
  assert.is(JSON.parse(await render('ctrf', whole)).results.summary.failed, 0);
  assert.is(JSON.parse(await render('sarif', whole)).runs[0].invocations[0].executionSuccessful, true);
  assert.not.match(await render('github', whole), /^::/mu);
  assert.is(JSON.parse(await render('badge', whole)).color, 'brightgreen');
});

green.run();
