// Whatever an adapter does, the run goes on: each trick is judged in a runner of its own, and what came out is the table of ../README.md.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Injury } from './injury.ts';
import { injuriesOfAll, tableOf } from './table.ts';
import { inModules, type Trick, tricks } from './tricks.ts';

const hostile = suite('hostile adapters');
const page = fileURLToPath(new URL('../README.md', import.meta.url));
const marks = ['<!-- table: written by UPDATE_GOLDEN=1 npx tsx adapters/hostile/test/hostile.test.ts -->', '<!-- end of the table -->'] as const;

/** How much the runner may grow. */
const megabytes = 64;

/** What a busy machine may need beside the time of the watchdog, in milliseconds; that a hang costs it once is seen by the processes in the table. */
const slack = 60_000;

const injuries = new Map((await injuriesOfAll()).map((injury) => [injury.name, injury]));

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
    if (trick.strikes === 'run') assert.ok(milliseconds >= rings * trick.watchdog, 'the watchdog rings for its whole time, and no earlier');
    assert.ok(milliseconds < rings * trick.watchdog + slack, `it took ${Math.round(milliseconds)} ms`);
  });
}

hostile('the table says what came of each', () => {
  const table = tableOf([...tricks, ...inModules].map(injuryBy));
  const text = readFileSync(page, 'utf8');
  const [head = '', rest = ''] = text.split(marks[0]);
  const [, tail = ''] = rest.split(marks[1]);
  const wanted = `${head}${marks[0]}\n\n${table}\n\n${marks[1]}${tail}`;
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(page, wanted);
  else assert.equal(text, wanted);
});

hostile.run();
