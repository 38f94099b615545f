// The only place that looks whether many runs give one and the same result: `npm run same`, with two busy loops beside them.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { discover } from '../../../adapters/python/discover.ts';

const command = fileURLToPath(new URL('../../../dist/taskspec.js', import.meta.url));
const away = mkdtempSync(join(tmpdir(), 'taskspec-same-'));
const loads = [1, 2].map(() => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
let differs = false;
try {
  const newest = (await discover()).at(-1);
  const plan = [['reference', 200], ...(newest === undefined ? [] : [[`python:${newest.path}`, 50] as const])] as const;
  for (const [name, times] of plan) {
    const digests = new Set<string>();
    for (let nth = 0; nth < times; nth += 1) digests.add(digestOf(name));
    console.log(`${name}: ${times} runs, ${digests.size === 1 ? 'one digest' : `${digests.size} digests`} ${[...digests].join(' ')}`);
    differs ||= digests.size > 1;
  }
  if (newest === undefined) console.log('no CPython is here: `apt-get install python3` installs one');
} finally {
  for (const load of loads) load.kill();
  rmSync(away, { recursive: true });
}
process.exitCode = differs ? 1 : 0;

/** The digest over all results, with a hash seed of its own each time. */
function digestOf(name: string): string {
  const file = join(away, 'results.jsonl');
  const env = { ...process.env, PYTHONHASHSEED: String(Math.floor(Math.random() * 1_000_000)) };
  execFileSync(process.execPath, [command, 'run', name, '--output', file], { cwd: away, env, stdio: 'ignore' });
  const footer: { readonly digest: string } = JSON.parse(readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '');
  return footer.digest.slice(0, 16);
}
