import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readArguments } from '../arguments.ts';
import { attachOption, implementationNames } from '../attach-option.ts';
import { timeoutOption } from '../timeout-option.ts';
import { UserError } from '../user-error.ts';
import { aFolder } from './folder.ts';
import { argumentsOf, commandIn } from './taskspec.ts';

const attaching = suite('--attach');
const folder = aFolder();
attaching.after(folder.remove);
const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

interface Waiting {
  readonly command: ChildProcess;
  readonly port: number;
  readonly ended: Promise<{ readonly code: number; readonly out: string }>;
}

/** The command, once it has said where it waits. */
async function waitingFor(words: readonly string[]): Promise<Waiting> {
  const command = spawn(process.execPath, argumentsOf(words), { cwd: folder.path, env: { ...process.env, NO_COLOR: '1' }, stdio: 'pipe' });
  let out = '';
  let err = '';
  command.stdout.setEncoding('utf8').on('data', (text) => {
    out += String(text);
  });
  const ended = once(command, 'close').then(([code]) => ({ code: Number(code), out }));
  for await (const text of command.stderr.setEncoding('utf8')) {
    err += String(text);
    const [, port] = />\/dev\/tcp\/127\.0\.0\.1\/(\d+) >&0/u.exec(err) ?? [];
    if (port !== undefined) return { command, port: Number(port), ended };
  }
  throw new Error(`it ended without waiting: ${err}`);
}

const bash = ['/bin/bash', '/usr/bin/bash'].find(existsSync);
if (bash === undefined) console.log('  skipped: an adapter attached by bash. To have it: apt-get install bash');
else {
  const attachedByBash = async (words: readonly string[]): Promise<Awaited<Waiting['ended']>> => {
    const { port, ended } = await waitingFor(words);
    // One file, as a loader would read from the adapter's standard input.
    const judged = join(folder.path, 'reference.mjs');
    await build({ entryPoints: [file('../../../reference/index.ts')], outfile: judged, bundle: true, format: 'esm', platform: 'node', logLevel: 'warning' });
    const adapter = [process.execPath, file('../../../adapters/examples/puppet.mjs'), judged];
    spawn(bash, ['-c', `exec "$@" <>/dev/tcp/127.0.0.1/${port} >&0`, 'bash', ...adapter], { stdio: ['ignore', 'inherit', 'inherit'] });
    return ended;
  };

  attaching('an adapter that knows nothing of it is attached by bash, as the command says, and judged', async () => {
    const { code, out } = await attachedByBash(['run', '--attach', '--filter', 'cancel/answered-with-an-error']);
    assert.match(out, /attach {2}conforms {2}1 passed/u);
    assert.is(code, 0);
  });

  attaching('one that is attached can be checked: what needs a fresh adapter or a limit of time is said not to apply', async () => {
    const { code, out } = await attachedByBash(['check', '--attach', '--json']);
    const { steps, conclusions }: { steps: readonly { standing: string; why?: string }[]; conclusions: readonly { blames: string }[] } = JSON.parse(out);
    const standings = new Set(steps.map(({ standing }) => standing));
    assert.equal([...standings].sort(), ['not applicable', 'ok'].sort());
    assert.ok(steps.some(({ why }) => why === 'in a debugger no time is watched'));
    assert.equal(conclusions.map(({ blames }) => blames), ['nobody']);
    assert.is(code, 0);
  });
}

attaching('whoever gives up while it waits ends it cleanly', async () => {
  const { command, ended } = await waitingFor(['run', 'attach', '--filter', 'cancel/answered-with-an-error']);
  command.kill('SIGINT');
  const { code, out } = await ended;
  assert.is(code, 130);
  assert.match(out, /attach {2}cut short/u);
});

attaching('a limit of time and a debugger exclude each other', async () => {
  const { code, err } = await commandIn(folder.path)(['run', '--attach', '--timeout', '5']);
  assert.is(code, 2);
  assert.match(err, /has no limit of time, and --timeout sets one\n {2}Leave --timeout away\./u);
});

const names = (...words: readonly string[]): readonly string[] => implementationNames(readArguments('run', words, [attachOption, timeoutOption]));

attaching('it stands for a name, and a number behind it for its port', () => {
  assert.equal(names('--attach'), ['attach']);
  assert.equal(names('--attach', '4711'), ['attach:4711']);
  assert.equal(names('reference', '--attach', '4711'), ['reference', 'attach:4711']);
  assert.equal(names('reference'), ['reference']);
  assert.equal(names('4711'), ['4711'], 'without it a number is a name that does not exist');
  assert.throws(() => names('--attach', '1', '2'), (error: unknown) => error instanceof UserError && /1 and 2 are two ports/u.test(error.message));
});

attaching.run();
