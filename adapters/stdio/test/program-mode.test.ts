// Program mode, both ways of sending a Program: the traces are those that the same implementation gives without the protocol.

import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { whereFound } from '../../../conformance/test/where-found.ts';
import type { Adapter, Run } from '../../../conformance/adapter.ts';
import { defaultBudget } from '../../../conformance/run.ts';
import { noPython, python } from '../../python/test/at-hand.ts';
import { pythonAdapter } from '../../python/python-adapter.ts';
import { referenceAdapter } from '../../reference/reference-adapter.ts';
import { stdioAdapter } from '../stdio-adapter.ts';
import { spec } from './overheard.ts';

const programMode = suite('program mode');
const path = (name: string): string => `'${fileURLToPath(new URL(name, import.meta.url))}'`;
const budget = { ...defaultBudget, wallMilliseconds: 60_000 };

const traced = (run: Run): string => JSON.stringify(run.kind === 'trace' ? { observations: run.trace.observations, end: run.trace.end } : run);

async function agree(direct: Adapter, overProtocol: (capabilities: readonly string[]) => Adapter): Promise<void> {
  const one = await direct.start();
  const other = await overProtocol(one.description.capabilities).start();
  try {
    const has = new Set(one.description.capabilities);
    const able = spec.scenarios.filter(({ capabilities }) => capabilities.every((capability) => has.has(capability)));
    const apart = await Promise.all(able.map(async ({ id, program }) => {
      const [expected, seen] = await Promise.all([one.run(program, budget, { notes: false }), other.run(program, budget, { notes: false })]);
      return traced(expected) === traced(seen) ? [] : [`${id}\n  ${traced(expected)}\n  ${traced(seen)}`];
    }));
    console.log(`  ${direct.name}: ${able.length} of ${spec.scenarios.length} scenarios have the same trace over the protocol; it lacks what the others need`);
    assert.equal(apart.flat(), []);
    assert.ok(able.length > spec.scenarios.length / 2);
  } finally {
    await Promise.all([one.stop(), other.stop()]);
  }
}

programMode('the Program as data', async () => {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  await agree(referenceAdapter(), () => stdioAdapter(`stdio:'${process.execPath}' --import '${tsx}' ${path('program-adapter.ts')}`));
});

whereFound(programMode, noPython)('the Program as Python source', async () => {
  await agree(pythonAdapter(`python:${python}`), (capabilities) =>
    stdioAdapter(`stdio:'${python}' ${path('program-adapter.py')} ${path('../../python/')} '${capabilities.join(' ')}'`));
});

programMode.run();
