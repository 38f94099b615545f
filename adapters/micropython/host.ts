// The only place that loads MicroPython: a process of its own, as one of its loops can hang and nothing interrupts it.
//
//     node host.js NONCE ADDRESS-OF-MICROPYTHON FOLDER-OF-THE-HARNESS

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { writeLine } from '../line-child/write-line.ts';

/** What of MicroPython is used here. */
interface MicroPython {
  readonly FS: { writeFile(path: string, text: string): void };
  readonly globals: { get(name: string): unknown };
  runPython(source: string): unknown;
}

interface MicroPythonModule {
  loadMicroPython(options: { heapsize: number; stdout: (text: string) => void; stderr: (text: string) => void; linebuffer: boolean }): Promise<MicroPython>;
}

const harness = 'micropython_harness';

function isModule(module: object): module is MicroPythonModule {
  return 'loadMicroPython' in module && typeof module.loadMicroPython === 'function';
}

/** MicroPython reads the time from JavaScript, in milliseconds. It stands still but where the harness turns it. */
let now = 1_000_000;

const host = {
  show: (_observation: string): void => undefined,
  advance: (milliseconds: number): void => void (now += milliseconds),
};

async function main([nonce = '', address = '', folder = '']: readonly string[]): Promise<void> {
  console.log = console.error;
  const module: unknown = await import(address);
  if (typeof module !== 'object' || module === null || !isModule(module)) throw new Error(`${address} is no MicroPython`);
  const toStandardError = (text: string): void => void process.stderr.write(`${text}\n`);
  const python = await module.loadMicroPython({ heapsize: 16 * 1024 * 1024, stdout: toStandardError, stderr: toStandardError, linebuffer: true });
  Date.now = () => now;
  python.FS.writeFile(`/${harness}.py`, readFileSync(join(folder, `${harness}.py`), 'utf8'));
  python.runPython(`import sys\nsys.path.append('/')\nfrom ${harness} import answer, about`);
  const answer = python.globals.get('answer');
  const about = python.globals.get('about');
  if (typeof answer !== 'function' || typeof about !== 'function') throw new Error('the harness did not start inside MicroPython');
  const signed = (json: unknown): string => `{"nonce": "${nonce}", ${String(json).slice(1)}`;
  writeLine(`{"nonce": "${nonce}", "ready": ${String(about())}}`);
  for await (const line of createInterface({ input: process.stdin })) {
    const id = /"id":(\d+)/.exec(line)?.[1] ?? '0';
    host.show = (observation) => writeLine(signed(`{"id": ${id}, "seen": ${observation}}`));
    writeLine(signed(answer(line, host)));
  }
}

await main(process.argv.slice(2));
