// The only place that measures what puppet mode costs, as ratios side by side in one run; a part of `npm run bench`. Nothing
// here is asserted by a test; the limits are printed beside the figures.

import { fileURLToPath } from 'node:url';
import type { Adapter, Budget, Session } from '../../../conformance/adapter.ts';
import { loadSpec } from '../../../conformance/load/load-spec.ts';
import type { Program } from '../../../conformance/program.ts';
import { LineChild } from '../../line-child/line-child.ts';
import { discover } from '../../python/discover.ts';
import { pythonAdapter } from '../../python/python-adapter.ts';
import { stdioAdapter } from '../../stdio/stdio-adapter.ts';

const PAIRS = 7;
const EXCHANGES = 5000;
const budget: Budget = { loopSteps: 10_000, virtualSeconds: 1_000_000, wallMilliseconds: 60_000 };
const notes = { notes: false };

const python = (await discover()).at(-1);
if (python === undefined) {
  console.log('No CPython is here: puppet mode is not measured. `apt-get install python3` installs one.');
} else {
  console.log(`\npuppet mode on CPython ${python.exact}, medians of ${PAIRS} pairs, wall clock`);
  const puppet = stdioAdapter(`stdio:'${python.path}' '${fileURLToPath(new URL('../../examples/puppet.py', import.meta.url))}'`);
  await measureExchange(puppet, python.path);
  await measureSuite(puppet, pythonAdapter(`python:${python.path}`));
}

/** An exchange is an ask and its answer; it is measured beside lines of the same length that are sent back as they are. */
async function measureExchange(adapter: Adapter, path: string): Promise<void> {
  const { send, stop } = echo(path);
  const session = await adapter.start();
  const program = manyCalls(EXCHANGES);
  const pairs: { readonly bare: number; readonly exchange: number }[] = [];
  await session.run(program, budget, notes);
  await send(EXCHANGES);
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const bare = await timed(() => send(EXCHANGES)) / EXCHANGES;
    const exchange = await timed(() => session.run(program, budget, notes)) / EXCHANGES;
    pairs.push({ bare, exchange });
  }
  await Promise.all([session.stop(), stop()]);
  const micro = (values: readonly number[]): string => `${(median(values) * 1000).toFixed(0)} µs`;
  report(
    `an exchange (${micro(pairs.map(({ exchange }) => exchange))}) / the pipe's own round trip (${micro(pairs.map(({ bare }) => bare))})`,
    median(pairs.map(({ bare, exchange }) => exchange / bare)), 3,
  );
}

/** Every scenario that a puppet can show, with and without what a start costs. */
async function measureSuite(puppet: Adapter, source: Adapter): Promise<void> {
  const { scenarios } = loadSpec(fileURLToPath(new URL('../../../spec', import.meta.url))).spec;
  const claims = await described(puppet);
  const programs = scenarios.filter(({ capabilities }) => capabilities.every((capability) => claims.has(capability))).map(({ program }) => program);
  const running: number[] = [];
  const whole: number[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const [one, other] = [await timedSuite(puppet, programs), await timedSuite(source, programs)];
    running.push(one.run / other.run);
    whole.push((one.start + one.run) / (other.start + other.run));
  }
  report(`${programs.length} scenarios as a puppet / as source, from the start of the child`, median(whole), 4);
  report(`the same once the children have started`, median(running), 4);
}

async function described(adapter: Adapter): Promise<ReadonlySet<string>> {
  const session = await adapter.start();
  await session.stop();
  return new Set(session.description.capabilities);
}

async function timedSuite(adapter: Adapter, programs: readonly Program[]): Promise<{ readonly start: number; readonly run: number }> {
  const began = performance.now();
  const session: Session = await adapter.start();
  const started = performance.now();
  const runs = await Promise.all(programs.map((program) => session.run(program, budget, notes)));
  const ended = performance.now();
  await session.stop();
  const other = runs.find(({ kind }) => kind !== 'trace');
  if (other !== undefined) throw new Error(`a program gave no trace but ${JSON.stringify(other)}`);
  return { start: started - began, run: ended - started };
}

function manyCalls(count: number): Program {
  const call = { kind: 'call', callee: { kind: 'attribute', of: { kind: 'word', name: 'loop' }, name: 'time' }, positional: [], keywords: [] } as const;
  return {
    exceptions: [], variables: [], futures: [], shared: [], bodies: [], texts: [],
    drive: [{ kind: 'repeat', id: 1, count, steps: [{ kind: 'call', id: 2, expression: call, as: null }] }],
  };
}

function echo(path: string): { send(count: number): Promise<void>; stop(): Promise<void> } {
  // As long as a call and what came of it.
  const line = `${'x'.repeat(130)}\n`;
  let left = 0;
  let finish = (): void => undefined;
  let ended = (): void => undefined;
  const child = new LineChild({ file: path, args: [fileURLToPath(new URL('echo.py', import.meta.url))] }, {
    line() {
      left -= 1;
      if (left === 0) finish();
      else child.send(line);
    },
    end: () => ended(),
  });
  return {
    send: (count) => new Promise((resolve) => {
      left = count;
      finish = resolve;
      child.send(line);
    }),
    stop: () => new Promise((resolve) => {
      ended = resolve;
      child.kill();
    }),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

function report(what: string, value: number, limit: number): void {
  if (!(value <= limit)) process.exitCode = 1;
  console.log(`${value.toFixed(2).padStart(7)}  ${what.padEnd(88)} ${value <= limit ? `at most ${limit}` : `OVER the limit of ${limit}`}`);
}
