// The only place that judges hostile adapters: a process of its own, whose memory is measured. It prints a line of JSON for each.
//
//     node --expose-gc --import tsx judge-hostile.ts

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { AdapterError, type Adapter } from '../../../conformance/adapter.ts';
import { loadSpec } from '../../../conformance/load/load-spec.ts';
import { neverRan, run } from '../../../conformance/run.ts';
import type { Judged } from '../../../conformance/result.ts';
import type { Verdict } from '../../../conformance/verdict.ts';
import { lives } from '../../line-child/test/lives.ts';
import { moduleAdapter } from '../../module/module-adapter.ts';
import { stdioAdapter } from '../../stdio/stdio-adapter.ts';
import type { Injury } from './injury.ts';
import { inModules, type Trick, tricks } from './tricks.ts';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'taskspec-hostile-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const patient = 120_000;
const { spec } = loadSpec(file('../../../spec'));
const names = ['answered-with-an-error', 'cleans-up-in-finally', 'asked-again', 'cleans-up-and-reraises', 'denied-with-a-value', 'documented-example', 'false-when-done'];
const scenarios = spec.scenarios.filter(({ id }) => names.some((name) => id === `cancel/${name}`));

/** One file, so that an adapter starts at once. */
const judged = join(folder, 'reference.mjs');
await build({ entryPoints: [file('../../../reference/index.ts')], outfile: judged, bundle: true, format: 'esm', platform: 'node', logLevel: 'warning' });

const quoted = (...words: readonly string[]): string => `stdio:${words.map((word) => `'${word}'`).join(' ')}`;

function adapterFor(trick: Trick, pids: string): Adapter {
  const startMilliseconds = trick.strikes === 'start' ? trick.watchdog : patient;
  if (trick.module === null) {
    const command = quoted('/usr/bin/env', `HOSTILE_PIDS=${pids}`, process.execPath, '--max-old-space-size=64', file('../hostile.mjs'), trick.name, judged);
    return stdioAdapter(command, { startMilliseconds });
  }
  const module = join(folder, `${trick.name.replaceAll(/\W+/gu, '-')}.mjs`);
  const address = (path: string): string => pathToFileURL(file(path)).href;
  writeFileSync(module, trick.module({ pids, binding: address('../../reference/reference-adapter.ts'), reference: address('../../../reference/index.ts') }));
  return moduleAdapter(module, { startMilliseconds });
}

async function judge(adapter: Adapter, wallMilliseconds: number): Promise<Judged> {
  try {
    const session = await adapter.start();
    const all = await run(session, spec, scenarios, { budget: { loopSteps: 10_000, virtualSeconds: 1_000_000, wallMilliseconds } });
    await session.stop();
    return all;
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return neverRan(adapter.name, spec, scenarios, { kind: 'adapter-error', message: error.message });
  }
}

function toldBy(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'crash': return verdict.how;
    case 'protocol-error': case 'adapter-error': return verdict.message;
    case 'not-run': return verdict.reason;
    case 'fail': return `expected ${verdict.divergence.expected}, seen ${verdict.divergence.seen}`;
    default: return '';
  }
}

/** The text without what differs from run to run. */
function settled(text: string): string {
  const [line = ''] = text.split('\n');
  const plain = line.replaceAll(folder, '').replaceAll(/[0-9a-f]{24}/gu, '…').replace(/(?:stdio:)?\S*env\b.*?reference\.mjs'?: /u, '').replace(/\/a-module-\S*\.mjs: /u, '').replace(/\|/gu, '\\|');
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
}

async function injure(trick: Trick): Promise<Injury> {
  const pids = join(folder, `${trick.name.replaceAll(/\W+/gu, '-')}.pids`);
  writeFileSync(pids, '');
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const sampling = setInterval(() => { most = Math.max(most, process.memoryUsage().rss); }, 10);
  const began = performance.now();
  const { results } = await judge(adapterFor(trick, pids), trick.watchdog);
  const milliseconds = performance.now() - began;
  clearInterval(sampling);
  const next = await judge(stdioAdapter(quoted(process.execPath, file('../../examples/puppet.mjs'), judged), { startMilliseconds: patient }), patient);
  const started = readFileSync(pids, 'utf8').split('\n').filter((pid) => pid !== '').map(Number);
  const left = await thoseLeft(started, trick.leaves);
  for (const pid of left) process.kill(pid, 'SIGKILL');
  const bad = results.find(({ verdict }) => verdict.kind !== 'pass');
  return {
    name: trick.name,
    scenarios: scenarios.map(({ id }) => id),
    judged: results.map(({ scenario }) => scenario),
    verdicts: results.map(({ verdict }) => verdict.kind),
    told: bad === undefined ? '' : settled(toldBy(bad.verdict)),
    cutOff: results.some(({ evidence }) => evidence !== null && evidence.output.includes('left its process group')),
    started: started.length,
    left: left.length,
    megabytes: (most - before) / 2 ** 20,
    milliseconds,
    watchdog: trick.watchdog,
    next: next.results.map(({ verdict }) => verdict.kind),
  };
}

/** It may take the system a moment to bury what was killed; what is to outlive it is counted at once. */
async function thoseLeft(pids: readonly number[], expected: number): Promise<readonly number[]> {
  for (let turns = 0; turns < 1000; turns += 1) {
    const left = pids.filter(lives);
    if (left.length <= expected) return left;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return pids.filter(lives);
}

// For the children: a heap that is soon exhausted.
process.env['NODE_OPTIONS'] = '--max-old-space-size=128';

const print = (injury: Injury): void => void process.stdout.write(`${JSON.stringify(injury)}\n`);

// What a process of this size does once does not count: the compiler, the first child.
await judge(stdioAdapter(quoted(process.execPath, file('../../examples/puppet.mjs'), judged), { startMilliseconds: patient }), patient);
const all = [...tricks, ...inModules];
// Those that only wait do so side by side; what floods is alone, so that its memory is its own.
const quiet = all.filter(({ loud }) => !loud);
await Promise.all(Array.from({ length: 6 }, async () => {
  for (let next = quiet.shift(); next !== undefined; next = quiet.shift()) print(await injure(next));
}));
for (const trick of all.filter(({ loud }) => loud)) print(await injure(trick));
