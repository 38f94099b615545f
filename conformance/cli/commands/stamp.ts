// The only place for `taskspec stamp`: the verdicts of CPython 3.7.16 on every scenario, kept beside the specification.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../run.ts';
import type { Spec } from '../../spec.ts';
import { notTrue, stale, stampedNames, stampedVersion, stampsOf, unstamped, writeStamps } from '../../stamps.ts';
import type { Stamps } from '../../stamps.ts';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { implementationOf } from '../implementations.ts';
import { specOption } from '../selection-options.ts';
import { openSpec, specFolder } from '../spec-source.ts';
import type { Terminal } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { writeWhole } from '../write-whole.ts';

export const stampCommand: Command = {
  name: 'stamp',
  operands: '',
  about: `Judges every scenario on CPython ${stampedVersion}, C Task and pure-Python Task, and keeps the verdicts in
spec/stamps/${stampedVersion}.json by the scenario's digest. A scenario that either does not pass is no truth: nothing is written then.
With --check nothing is judged; it says which scenarios have no stamp of what they are now, and exits with 1 if any.`,
  options: [{ name: 'check', value: null, help: 'only look whether every scenario has its stamp' }, specOption],
  examples: ['taskspec stamp', 'taskspec stamp --check'],
  run: stamp,
};

async function stamp(call: Arguments, terminal: Terminal): Promise<number> {
  const spec = await openSpec(call.value('spec'));
  const file = join(specFolder(call.value('spec')), 'stamps', `${stampedVersion}.json`);
  return call.flag('check') ? check(spec, file, terminal) : renew(spec, file, terminal);
}

async function renew(spec: Spec, file: string, terminal: Terminal): Promise<number> {
  const [c, pure] = await Promise.all(stampedNames.map(async (name) => {
    const session = await (await implementationOf(name).load()).start();
    try {
      return await run(session, spec, spec.scenarios, { signal: terminal.signal });
    } finally {
      await session.stop();
    }
  }));
  if (c === undefined || pure === undefined) throw new Error('two implementations were run');
  const stamps = stampsOf(c, pure);
  const wrong = notTrue(stamps);
  if (wrong.length > 0) {
    const lines = wrong.map((one) => `  ${one.scenario}  C ${one.c}, pure ${one.pure}`);
    terminal.complain(`taskspec: nothing is stamped: CPython ${stampedVersion} does not pass\n${lines.join('\n')}\n`);
    return exitCodes.differs;
  }
  const problem = writeWhole(file, writeStamps(stamps));
  if (problem !== null) throw new UserError(problem, 'The stamps belong beside the specification.');
  terminal.print(`${Object.keys(stamps).length} scenarios stamped in ${file}\n`);
  return exitCodes.conforms;
}

function check(spec: Spec, file: string, terminal: Terminal): number {
  const stamps = readStamps(file);
  const missing = unstamped(spec.scenarios, stamps);
  const old = stale(spec.scenarios, stamps);
  for (const id of missing) terminal.complain(`${id} has no stamp of what it is now\n`);
  for (const id of old) terminal.complain(`${id} has a stamp of what it was\n`);
  if (missing.length + old.length > 0) {
    terminal.complain(`taskspec: run taskspec stamp where a CPython ${stampedVersion} is\n`);
    return exitCodes.differs;
  }
  terminal.print(`${spec.scenarios.length} scenarios have their stamp\n`);
  return exitCodes.conforms;
}

function readStamps(file: string): Stamps {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`the stamps cannot be read (${reason})`, `Run taskspec stamp where a CPython ${stampedVersion} is.`, { cause: error });
  }
}
