import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { nodeHost } from '../node-host.ts';

const host = suite('a module in a Node of its own');

for (const [kind, source] of [
  ['host.mjs', 'console.log(process.argv.slice(2).join());'],
  ['host.ts', 'const words: readonly string[] = process.argv.slice(2); console.log(words.join());'],
] as const) {
  host(`${kind} runs as it is, with its arguments`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
    try {
      writeFileSync(join(folder, kind), source);
      const { file, args } = nodeHost(pathToFileURL(join(folder, kind)), ['a', 'b']);
      assert.is(execFileSync(file, args, { encoding: 'utf8' }).trim(), 'a,b');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

host.run();
