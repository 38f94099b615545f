// The same Program gives the same Trace in process, as source, and as a puppet: every scenario that the mode has the verbs for.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Adapter, Run } from '../../../conformance/adapter.ts';
import type { Capability } from '../../../conformance/capabilities.ts';
import { loadSpec } from '../../../conformance/load/load-spec.ts';
import { defaultBudget } from '../../../conformance/run.ts';
import type { Scenario } from '../../../conformance/spec.ts';
import { discover } from '../../python/discover.ts';
import { pythonAdapter } from '../../python/python-adapter.ts';
import { referenceAdapter } from '../../reference/reference-adapter.ts';
import { puppetsLack } from '../../stdio/protocol-adapter.ts';
import { stdioAdapter } from '../../stdio/stdio-adapter.ts';
import { javascriptPuppet, pythonPuppet } from './puppets.ts';

const agreement = suite('agreement of the modes');
const root = fileURLToPath(new URL('../../..', import.meta.url));
const { scenarios } = loadSpec(`${root}/spec`).spec;
const pythons = await discover();
/** Much more than a program takes, as nothing here is about time. */
const budget = { ...defaultBudget, wallMilliseconds: 60_000 };

/** Why a scenario is left out: what a puppet cannot show, or what the implementation does not have in either mode. */
interface LeftOut {
  readonly scenario: string;
  readonly capability: Capability;
}

async function compare(one: Adapter, puppet: Adapter): Promise<{ compared: number; leftOut: readonly LeftOut[]; differences: readonly string[] }> {
  const [whole, puppeted] = await Promise.all([one.start(), puppet.start()]);
  try {
    const has = new Set(whole.description.capabilities);
    const claims = new Set(puppeted.description.capabilities);
    const missing = (scenario: Scenario): Capability | undefined =>
      scenario.capabilities.find((capability) => !has.has(capability) || !claims.has(capability));
    const leftOut = scenarios.flatMap((scenario) => {
      const capability = missing(scenario);
      return capability === undefined ? [] : [{ scenario: scenario.id, capability }];
    });
    const compared = scenarios.filter((scenario) => missing(scenario) === undefined);
    const differences = await Promise.all(compared.map(async ({ id, program }) => {
      const [expected, seen] = await Promise.all([whole.run(program, budget, { notes: false }), puppeted.run(program, budget, { notes: false })]);
      return traced(expected) === traced(seen) ? [] : [`${id}\n  whole  ${traced(expected)}\n  puppet ${traced(seen)}`];
    }));
    return { compared: compared.length, leftOut, differences: differences.flat() };
  } finally {
    await Promise.all([whole.stop(), puppeted.stop()]);
  }
}

const traced = (run: Run): string =>
  JSON.stringify(run.kind === 'trace' ? { observations: run.trace.observations, end: run.trace.end } : run);

/** The capabilities that may be missing, and nothing else: a difference is a bug, and is never listed away. */
async function agree(title: string, one: Adapter, puppet: Adapter, alsoLacks: readonly Capability[]): Promise<void> {
  const { compared, leftOut, differences } = await compare(one, puppet);
  const reasons = [...new Set(leftOut.map(({ capability }) => capability))];
  console.log(`  ${title}: ${compared} of ${scenarios.length} scenarios have the same trace, ${leftOut.length} left out for ${reasons.join(', ')}`);
  assert.equal(differences, []);
  assert.equal(reasons.filter((capability) => !puppetsLack.includes(capability) && !alsoLacks.includes(capability)), []);
  assert.is(compared + leftOut.length, scenarios.length);
  assert.ok(compared > scenarios.length / 2, 'most scenarios are compared');
}

agreement('the reference in process, and as a puppet in JavaScript', async () => {
  await agree('reference in process / puppet.mjs', referenceAdapter(), stdioAdapter(javascriptPuppet), ['warnings', 'standard-streams']);
});

for (const version of new Set(['3.7', pythons.at(-1)?.version ?? '3.13'])) {
  const found = pythons.find((python) => python.version === version);
  const command = found === undefined ? null : pythonPuppet(found.path);
  const title = `CPython ${version} as source, and as a puppet`;
  if (command === null || found === undefined || !existsSync(found.path)) {
    agreement(`${title} (skipped: it is not here; \`pyenv install ${version}\` installs it)`, () => {
      console.log(`  skipped: CPython ${version} is not here; \`pyenv install ${version}\` installs it`);
    });
    continue;
  }
  const gone: readonly Capability[] = version === '3.7' ? ['standard-streams'] : ['standard-streams', 'Task.all_tasks', 'Task.current_task'];
  for (const variant of ['', 'pure'] as const) {
    agreement(`${title}${variant === '' ? '' : ', with the Task written in Python'}`, async () => {
      const whole = pythonAdapter(`python${variant === '' ? '' : '+pure'}:${found.path}`);
      await agree(`python${variant === '' ? '' : '+pure'}:${version} / puppet.py`, whole, stdioAdapter(`${command}${variant === '' ? '' : ' pure'}`), gone);
    });
  }
}

agreement.run();
