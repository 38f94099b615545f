// The only place that loads Pyodide: a process of its own, which speaks the same lines as a Python on a command line.
//
//     node host.js NONCE ADDRESS-OF-PYODIDE FOLDER-OF-THE-HARNESS [pure | pyodide-task | webloop]

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { writeLine } from '../line-child/write-line.ts';

/** What of Pyodide is used here. */
interface Pyodide {
  readonly version: string;
  readonly FS: { mkdirTree(path: string): void; writeFile(path: string, text: string): void };
  runPython(source: string): unknown;
}

interface PyodideModule {
  loadPyodide(options: {
    stdout: (text: string) => void;
    stderr: (text: string) => void;
    enableRunUntilComplete: boolean;
  }): Promise<Pyodide>;
}

/** What bridge.py gives. */
interface Bridge {
  /** `finish` gets the reply, now or later. */
  readonly answer: (line: string, show: (observation: string) => void, finish: (reply: string) => void) => void;
  readonly about: string;
}

const modules = [
  'bridge.py', 'about.py', 'ways.py', 'program.py', 'compiled.py', 'observe.py', 'virtual_loop.py', 'notes.py', 'heard.py', 'virtual_webloop.py', 'jumping_loop.py', 'web_program.py',
];

function isPyodideModule(module: object): module is PyodideModule {
  return 'loadPyodide' in module && typeof module.loadPyodide === 'function';
}

function isBridge(value: unknown): value is Bridge {
  return typeof value === 'object' && value !== null && 'answer' in value && 'about' in value && typeof value.about === 'string';
}

async function load(address: string, folder: string, ways: readonly string[]): Promise<{ bridge: Bridge; version: string }> {
  const module: unknown = await import(address);
  if (typeof module !== 'object' || module === null || !isPyodideModule(module)) throw new Error(`${address} is no Pyodide`);
  const toStandardError = (text: string): void => void process.stderr.write(`${text}\n`);
  const python = await module.loadPyodide({
    stdout: toStandardError,
    stderr: toStandardError,
    // WebLoop's run_until_complete() would block by switching stacks where JavaScript can do that, which most cannot.
    enableRunUntilComplete: false,
  });
  python.FS.mkdirTree('/taskspec');
  for (const file of modules) python.FS.writeFile(`/taskspec/${file}`, readFileSync(join(folder, file), 'utf8'));
  const bridge = python.runPython(`
import sys
sys.path.append('/taskspec')
import bridge
from types import SimpleNamespace
SimpleNamespace(**dict(zip(('answer', 'about'), bridge.start(${JSON.stringify(ways)}))))
`);
  if (!isBridge(bridge)) throw new Error('the harness did not start inside Pyodide');
  return { bridge, version: python.version };
}

async function main([nonce = '', address = '', folder = '', ...ways]: readonly string[]): Promise<void> {
  console.log = console.error;
  const { bridge, version } = await load(address, folder, ways);
  const answer = bridge.answer;
  const signed = (json: string): string => `{"nonce": "${nonce}", ${json.slice(1)}`;
  writeLine(signed(`{"ready": {"pyodide": "${version}", ${bridge.about.slice(1)}}`));
  for await (const line of createInterface({ input: process.stdin })) {
    const id = /"id":(\d+)/.exec(line)?.[1] ?? '0';
    const reply = await new Promise<string>((resolve) => {
      answer(line, (observation) => writeLine(signed(`{"id": ${id}, "seen": ${observation}}`)), resolve);
    });
    writeLine(signed(reply));
  }
}

await main(process.argv.slice(2));
