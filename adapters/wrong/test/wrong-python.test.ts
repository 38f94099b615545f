// Ten wrong Tasks in Python, put in the place of the real one: they prove that emitter and harness can fail.

import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadSpec } from '../../../conformance/load/load-spec.ts';
import type { Judged } from '../../../conformance/result.ts';
import { defaultBudget, run } from '../../../conformance/run.ts';
import { discover } from '../../python/discover.ts';
import { pythonAdapter } from '../../python/python-adapter.ts';

const wrong = suite('wrong Tasks in Python');
const folder = fileURLToPath(new URL('../python', import.meta.url));
const { spec } = loadSpec(fileURLToPath(new URL('../../../spec', import.meta.url)));
const newest = (await discover()).at(-1);
if (newest === undefined) console.log('skipped: wrong Tasks in Python need a CPython; `apt-get install python3` installs one');

/** Judged with the file in the place where Python looks before anything of its own. */
async function judged(path: string, file: string, ids: readonly string[]): Promise<Judged> {
  const place = mkdtempSync(join(tmpdir(), 'taskspec-wrong-'));
  const before = process.env['PYTHONPATH'];
  copyFileSync(join(folder, file), join(place, 'sitecustomize.py'));
  process.env['PYTHONPATH'] = place;
  try {
    const session = await pythonAdapter(`python:${path}`).start();
    const scenarios = spec.scenarios.filter(({ id }) => ids.includes(id));
    const result = await run(session, spec, scenarios, { budget: { ...defaultBudget, wallMilliseconds: 1000 } });
    await session.stop();
    return result;
  } finally {
    if (before === undefined) delete process.env['PYTHONPATH'];
    else process.env['PYTHONPATH'] = before;
    rmSync(place, { recursive: true });
  }
}

const files = readdirSync(folder).filter((file) => file.endsWith('.py'));

wrong('there are ten of them', () => {
  assert.is(files.length, 10);
});

for (const file of files) {
  const text = readFileSync(join(folder, file), 'utf8');
  const told = (key: string): string => new RegExp(`^# ${key}: (.*)$`, 'mu').exec(text)?.[1] ?? '';
  const title = `${file} is a ${told('verdict')} against ${told('violates')}: ${text.slice(2, text.indexOf('\n'))}`;
  const test = newest === undefined ? wrong.skip : wrong;
  test(title, async () => {
    const { results } = await judged(newest?.path ?? '', file, [told('caught-by'), told('neighbour')]);
    const verdict = (id: string): string | undefined => results.find(({ scenario }) => scenario === id)?.verdict.kind;
    assert.is(verdict(told('caught-by')), told('verdict'));
    assert.is(results.find(({ scenario }) => scenario === told('caught-by'))?.clause, told('violates'));
    assert.is(verdict(told('neighbour')), 'pass');
  });
}

wrong.run();
