import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { AdapterError, type Run, type Session } from '../../../conformance/adapter.ts';
import type { Program } from '../../../conformance/program.ts';
import { startSession, type SessionSetup } from '../child-session.ts';

const sessions = suite('a session with a child');

/** A child whose programs are words of ours: each says what becomes of it. */
const script = `
const { writeSync } = require('node:fs');
const nonce = process.argv[1];
const say = (reply) => writeSync(1, JSON.stringify({ nonce, ...reply }) + '\\n');
const done = (id) => say({ id, observations: [{ kind: 'reached', step: id }], end: { kind: 'ended' } });
process.on('SIGTERM', () => undefined);
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, program: what, stream } = JSON.parse(line);
  if (stream) say({ id, seen: { kind: 'reached', step: 100 } });
  switch (what) {
    case 'fine': return done(id);
    case 'stray': writeSync(1, 'stray output\\n{"nonce": "another"}\\n'); return done(id);
    case 'late answer': say({ id: id - 1, end: { kind: 'ended' } }); return done(id);
    case 'nonsense': return say({ id, end: 'whatever' });
    case 'exit': process.exit(5);
    case 'bug': return say({ id, bug: 'Traceback' });
    case 'budget': return say({ id, end: { kind: 'budget', budget: 'loop steps' }, output: 'printed' });
    case 'slow': for (const end = Date.now() + 250; Date.now() < end;); return done(id);
    case 'hang': for (;;);
  }
}).on('close', () => {
  if (process.argv[2] !== undefined) require('node:fs').writeFileSync(process.argv[2], 'kept');
  process.exit();
});
say({ ready: { version: '1' } });
`;

const setup: SessionSetup = {
  name: 'a fake',
  command: (nonce) => ({ file: process.execPath, args: ['-e', script, nonce] }),
  startMilliseconds: 5000,
  hint: 'there is nothing to be done',
  streams: false,
  keeps: false,
  encode: (program) => {
    if (program.texts[0] === 'unsayable') throw new Error('bug: it cannot be said');
    return JSON.stringify(program.texts[0]);
  },
  describe: (about) => ({
    name: 'a fake', implementation: 'fake', version: about['version'] ?? '', target: '3.7', task: 'Task', capabilities: [], environment: {},
  }),
};

const program = (what: string): Program => ({ exceptions: [], variables: [], futures: [], shared: [], bodies: [], drive: [], texts: [what] });

const ask = (session: Session, what: string, wallMilliseconds = 2000): Promise<Run> =>
  session.run(program(what), { loopSteps: 1, virtualSeconds: 1, wallMilliseconds }, { notes: false });

async function runsOf(whats: readonly string[], options: { readonly wall?: number; readonly streams?: boolean } = {}): Promise<readonly Run[]> {
  const session = await startSession({ ...setup, streams: options.streams ?? false });
  try {
    return await Promise.all(whats.map((what) => ask(session, what, options.wall)));
  } finally {
    await session.stop();
  }
}

const kinds = (runs: readonly Run[]): readonly string[] => runs.map(({ kind }) => kind);

sessions('many programs asked for at once are answered in order', async () => {
  const runs = await runsOf(Array.from({ length: 300 }, () => 'fine'));
  assert.equal(runs.map((run) => (run.kind === 'trace' ? run.trace.observations[0]?.step : run.kind)), Array.from({ length: 300 }, (_, n) => n + 1));
});

sessions('output that is no reply, and an answer to another program, disturb nothing', async () => {
  assert.equal(kinds(await runsOf(['stray', 'fine', 'late answer', 'fine'])), ['trace', 'trace', 'trace', 'trace']);
});

sessions('a reply that makes no sense costs one program', async () => {
  const runs = await runsOf(['fine', 'nonsense', 'fine', 'fine']);
  assert.equal(kinds(runs), ['trace', 'protocol-error', 'trace', 'trace']);
  assert.match(runs[1]?.kind === 'protocol-error' ? runs[1].message : '', /makes no sense/);
});

sessions('a crash costs one program, and running it again shows what it saw', async () => {
  const runs = await runsOf(['fine', 'exit', 'exit', 'fine']);
  assert.equal(kinds(runs), ['trace', 'crash', 'crash', 'trace']);
  assert.equal(runs[1], { kind: 'crash', how: 'exit code 5', partial: { observations: [{ kind: 'reached', step: 100 }], notes: [], output: '' } });
});

sessions('a child that streams is not asked twice', async () => {
  const runs = await runsOf(['exit', 'fine'], { streams: true });
  assert.equal(runs[0]?.kind === 'crash' && runs[0].partial.observations, [{ kind: 'reached', step: 100 }]);
  assert.equal(kinds(runs), ['crash', 'trace']);
});

sessions('a hang costs one program', async () => {
  assert.equal(kinds(await runsOf(['fine', 'hang', 'fine'], { wall: 150 })), ['trace', 'hang', 'trace']);
});

sessions('a program that answers while its child is being ended is answered, and the next one is none the worse', async () => {
  assert.equal(kinds(await runsOf(['slow', 'hang', 'fine'], { wall: 150 })), ['trace', 'hang', 'trace']);
});

/** Nothing is heard meanwhile, as on a machine that was suspended, or has other things to do. */
const busyFor = (milliseconds: number): void => {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
};

sessions('a child that was ready, and answered, while we could not listen is neither absent nor hung', async () => {
  const starting = startSession({ ...setup, startMilliseconds: 2000 });
  busyFor(2500);
  const session = await starting;
  try {
    const runs = ['fine', 'fine'].map((what) => ask(session, what, 1000));
    await Promise.resolve();
    busyFor(1500);
    assert.equal(kinds(await Promise.all(runs)), ['trace', 'trace']);
  } finally {
    await session.stop();
  }
});

sessions('one that does not start again is told with the reason, for all that it did not run', async () => {
  let starts = 0;
  const session = await startSession({
    ...setup, streams: true,
    command: (nonce) => ({ file: process.execPath, args: ['-e', (starts += 1) === 1 ? script : 'process.exit(3)', nonce] }),
  });
  const runs = await Promise.all(['exit', 'fine', 'fine'].map((what) => ask(session, what)));
  assert.equal(kinds(runs), ['crash', 'adapter-error', 'adapter-error']);
  assert.match(runs[2]?.kind === 'adapter-error' ? runs[2].message : '', /^it did not start again: a fake: .* ended before it was ready to run programs \(exit code 3\)/u);
  await session.stop();
});

sessions('a budget, a bug of the harness and a program that cannot be sent are told as such', async () => {
  const runs = await runsOf(['budget', 'bug', 'unsayable', 'fine']);
  assert.equal(kinds(runs), ['budget', 'adapter-error', 'adapter-error', 'trace']);
  assert.is(runs[0]?.kind === 'budget' && runs[0].partial.output, 'printed');
  assert.match(runs[2]?.kind === 'adapter-error' ? runs[2].message : '', /cannot be said/);
});

sessions('a stopped session runs nothing, and stopping it twice is no harm', async () => {
  const session = await startSession(setup);
  const first = ask(session, 'hang');
  await session.stop();
  await session.stop();
  assert.equal(kinds(await Promise.all([first, ask(session, 'fine')])), ['not-run', 'not-run']);
});

sessions('a child that has something to keep is told when all is done, and ends by itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
  try {
    for (const [keeps, what, expected] of [[true, 'fine', true], [false, 'fine', false], [true, 'hang', false]] as const) {
      const file = join(folder, `${keeps}-${what}`);
      const session = await startSession({ ...setup, keeps, command: (nonce) => ({ file: process.execPath, args: ['-e', script, nonce, file] }) });
      const run = ask(session, what, 60_000);
      await (what === 'fine' ? run : new Promise((resolve) => setImmediate(resolve)));
      await session.stop();
      assert.is(existsSync(file), expected, `${keeps}-${what}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

sessions('a child that cannot be started is an AdapterError', async () => {
  try {
    await startSession({ ...setup, command: () => ({ file: '/no/such/file', args: [] }) });
    assert.unreachable();
  } catch (error) {
    assert.instance(error, AdapterError);
    assert.match(String(error), /a fake: .*ENOENT/);
  }
});

sessions.run();
