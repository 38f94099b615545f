// The only place for `taskspec implementations`: what can be judged on this machine, and what would install the rest.

import { implementationTable } from '../../../reports/listing.ts';
import type { ImplementationRow } from '../../../reports/listing.ts';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';

export const implementationsCommand: Command = {
  name: 'implementations',
  operands: '',
  about: 'Lists the implementations that were found on this machine, version by version, and how to get those that are absent.',
  options: [{ name: 'json', value: null, help: 'print JSON' }],
  examples: ['taskspec implementations'],
  run: implementations,
};

async function implementations(call: Arguments, terminal: Terminal): Promise<number> {
  const rows = [{ name: 'reference', found: true, what: 'the reference Task, in process', hint: null }, ...await pythons(), ...await pyodides()];
  if (call.flag('json')) terminal.print(`${JSON.stringify(rows, null, 2)}\n`);
  else terminal.print(implementationTable(rows, terminal));
  return exitCodes.conforms;
}

async function pythons(): Promise<readonly ImplementationRow[]> {
  const { discover, minorVersions } = await import('../../../adapters/python/discover.ts');
  const found = await discover();
  return minorVersions.flatMap((version): ImplementationRow[] => {
    const interpreter = found.find((candidate) => candidate.version === version);
    const hint = interpreter === undefined ? `pyenv install ${version}` : null;
    const what = interpreter === undefined ? 'absent' : `CPython ${interpreter.exact}, ${interpreter.path}`;
    return [
      { name: `python:${version}`, found: hint === null, what, hint },
      { name: `python+pure:${version}`, found: hint === null, what: hint === null ? 'the same, with the pure-Python Task' : what, hint },
    ];
  });
}

async function pyodides(): Promise<readonly ImplementationRow[]> {
  const { findPyodide } = await import('../../../adapters/pyodide/find-pyodide.ts');
  const version = findPyodide()?.version ?? null;
  const hint = version === null ? 'npm install pyodide' : null;
  const what = version === null ? 'absent' : `CPython as WebAssembly, pyodide ${version} from npm`;
  return [
    { name: 'pyodide', found: hint === null, what, hint },
    { name: 'pyodide+pure', found: hint === null, what: hint === null ? 'the same, with the pure-Python Task' : what, hint },
  ];
}
