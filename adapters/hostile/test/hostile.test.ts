// Whatever an adapter does, the run goes on: each trick is judged in a runner of its own, and what came out is the table of ../README.md.

import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Injury } from './injury.ts';
import { inModules, type Trick, tricks } from './tricks.ts';

const hostile = suite('hostile adapters');
const page = fileURLToPath(new URL('../README.md', import.meta.url));
const marks = ['<!-- table: written by UPDATE_GOLDEN=1 npx tsx adapters/hostile/test/hostile.test.ts -->', '<!-- end of the table -->'] as const;

/** How much the runner may grow. */
const megabytes = 64;

/** What a busy machine may need beside the time of the watchdog, in milliseconds. */
const slack = 120_000;

const runner = fileURLToPath(new URL('./judge-hostile.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--import', tsx, runner], { maxBuffer: 1 << 26 });
const injuries = new Map(stdout.trim().split('\n').map((line): [string, Injury] => {
  const injury: Injury = JSON.parse(line);
  return [injury.name, injury];
}));

const injuryBy = ({ name }: Trick): Injury => {
  const injury = injuries.get(name);
  if (injury === undefined) throw new Error(`${name} was not judged`);
  return injury;
};

for (const trick of [...tricks, ...inModules]) {
  hostile(`an adapter: ${trick.name}. Each scenario has its verdict, the runner stays small, nothing is left, the next is judged as ever`, () => {
    const { scenarios, judged, verdicts, started, left, cutOff, megabytes: grew, milliseconds, next } = injuryBy(trick);
    assert.is(scenarios.length, 7);
    assert.equal(judged, scenarios);
    assert.is(verdicts.length, scenarios.length);
    assert.equal(new Set(next), new Set(['pass']));
    assert.ok(started > 0, 'it ran');
    assert.is(left, trick.leaves, 'processes that outlived it');
    assert.is(cutOff, trick.leaves > 0, 'what left the group is said');
    assert.ok(grew <= megabytes, `the runner grew by ${Math.round(grew)} MB`);
    const rings = trick.strikes === 'start' ? 1 : verdicts.filter((verdict) => verdict === 'hang').length;
    assert.ok(milliseconds < rings * trick.watchdog + slack, `it took ${Math.round(milliseconds)} ms`);
  });
}

hostile('the table says what came of each', () => {
  const grouped = (verdicts: Injury['verdicts']): string => {
    const groups: { kind: string; count: number }[] = [];
    for (const kind of verdicts) {
      const last = groups.at(-1);
      if (last?.kind === kind) last.count += 1;
      else groups.push({ kind, count: 1 });
    }
    return groups.map(({ kind, count }) => `${count} ${kind}`).join(', ');
  };
  const rows = [...tricks, ...inModules].map(injuryBy).map(({ name, verdicts, told }) => `| ${name} | ${grouped(verdicts)} | ${told} |`);
  const table = ['| the adapter | verdicts on seven programs, in order | what the first that is not green says |', '|---|---|---|', ...rows].join('\n');
  const text = readFileSync(page, 'utf8');
  const [head = '', rest = ''] = text.split(marks[0]);
  const [, tail = ''] = rest.split(marks[1]);
  const wanted = `${head}${marks[0]}\n\n${table}\n\n${marks[1]}${tail}`;
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(page, wanted);
  else assert.equal(text, wanted);
});

hostile.run();
