import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { AdapterError, type Run, type Session } from '../../../conformance/adapter.ts';
import type { Program, Step } from '../../../conformance/program.ts';
import { stdioAdapter } from '../stdio-adapter.ts';

const sessions = suite('a session over the protocol');

/** An adapter whose programs are words of ours: each says what becomes of it. In puppet mode it asks once, then does it. */
const script = (mode: 'program' | 'puppet', ready: string): string => `
const { writeSync } = require('node:fs');
let nonce, id;
const raw = (line) => writeSync(1, line + '\\n');
const say = (message) => raw(JSON.stringify({ nonce, ...message }));
const seen = (step) => say({ type: 'observation', id, observation: { kind: 'reached', step } });
const ok = (more) => say({ type: 'done', id, result: 'ok', end: { kind: 'ended' }, ...more });
const ask = (more) => say({ type: 'ask', id, pass: 0, frame: 0, ...more });
const ready = { type: 'ready', protocol: 1, implementation: 'fake', version: '1', language: 'words', target: '3.7', task: 'Task',
  capabilities: ['cancel'], modes: ['${mode}'] };
let hears = 0;
const acts = {
  fine() { seen(1); ok(); },
  stray() { raw('stray output'); raw('{"nonce": "another"}'); console.error('an error that means nothing'); seen(1); ok(); },
  late() { say({ type: 'observation', id: 'run-1', observation: { kind: 'reached', step: 9 } }); seen(1); ok(); },
  twice() { seen(1); ok(); ok(); },
  unasked() { say({ type: 'done', id: 'run-999', result: 'ok', end: { kind: 'ended' } }); },
  nonsense() { seen(1); ok({ end: { kind: 3 } }); },
  'no json'() { raw('{"nonce":"' + nonce + '", '); },
  'long line'() { raw('{"nonce":"' + nonce + '","type":"' + 'x'.repeat(2 ** 20) + '"}'); },
  ready() { say(ready); },
  exit() { seen(1); console.error('last words'); process.exit(5); },
  hang() { seen(1); console.error('still here'); for (;;); },
  'hang with a child'() { seen(require('node:child_process').spawn('sleep', ['1000'], { stdio: 'inherit' }).pid); },
  'shows for ever'() { for (;;) seen(1); },
  flood() { for (;;) raw('x'.repeat(1000)); },
  claimed() { say({ type: 'done', id, result: 'unsupported', capability: 'cancel' }); },
  unclaimed() { say({ type: 'done', id, result: 'unsupported', capability: 'shield' }); },
  bug() { say({ type: 'done', id, result: 'adapter-error', message: 'I am wrong' }); },
  budget() { seen(1); say({ type: 'done', id, result: 'budget', budget: 'virtual seconds' }); },
  stopped() { say({ type: 'done', id, result: 'stopped' }); },
  ask() { ask(); },
  'begins a frame that is none'() { ask({ frame: 7 }); },
  'begins twice'() { ask(); ask(); },
  'asks for ever'() { ask({ called: 'callback', positional: [] }); },
  'asks for ever in passes'() { ask({ called: 'callback', positional: [], pass: 1000000 }); },
  'ends before it is told to'() { ok(); },
  'is stuck'() { say({ type: 'done', id, result: 'ok', end: { kind: 'stuck' } }); },
  'calls no body'() { ask({ called: 'nobody', positional: [] }); },
  'asks after the end'() { ask(); },
};
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const message = JSON.parse(line);
  if (message.type === 'hello') { nonce = message.nonce; ${ready} return; }
  if (message.type === 'do') {
    if (message.verb === 'stop') { if (message.id === id) return say({ type: 'done', id, result: 'stopped' }); raw('stopped late'); return acts.fine(); }
    if (what === 'asks for ever') return ask({ called: 'callback', positional: [] });
    if (message.verb === 'return') return ok();
    return ask({ frame: message.frame, outcome: { value: null } });
  }
  id = message.id;
  what = message.mode === 'puppet' ? message.exceptions[0].name : message.program.texts[0];
  acts[what]();
});
let what;
`;

const callback: Program['bodies'] = [{ kind: 'callback', name: 'callback', parameters: [], steps: [] }];
const drive: readonly Step[] = [{ kind: 'log', id: 1, label: 'reached' }];
const program = (what: string): Program => ({
  exceptions: [{ name: what, base: 'Exception' }], variables: [], futures: [], shared: [], bodies: callback, drive, texts: [what],
});

const start = (mode: 'program' | 'puppet', ready = 'say(ready);', startMilliseconds = 20_000): Promise<Session> =>
  stdioAdapter(`stdio:'${process.execPath}' -e '${script(mode, ready).replaceAll("'", `'"'"'`)}'`, { startMilliseconds }).start();

async function runsOf(mode: 'program' | 'puppet', whats: readonly string[], wallMilliseconds = 20_000): Promise<readonly Run[]> {
  const session = await start(mode);
  try {
    const budget = { loopSteps: 5, virtualSeconds: 1, wallMilliseconds };
    return await Promise.all(whats.map((what) => session.run(program(what), budget, { notes: false })));
  } finally {
    await session.stop();
  }
}

const kinds = (runs: readonly Run[]): readonly string[] => runs.map(({ kind }) => kind);
const told = (run: Run | undefined): string => (run !== undefined && 'message' in run ? run.message : `${run?.kind}`);
const steps = (run: Run | undefined): readonly number[] => {
  if (run?.kind === 'trace') return run.trace.observations.map(({ step }) => step);
  return run !== undefined && 'partial' in run ? run.partial.observations.map(({ step }) => step) : [];
};
const output = (run: Run | undefined): string => (run !== undefined && 'partial' in run ? run.partial.output : '');

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0) && !/^State:\s*Z/mu.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

sessions('many programs asked for at once are run in order', async () => {
  const runs = await runsOf('program', Array.from({ length: 100 }, () => 'fine'));
  assert.equal(new Set(kinds(runs)), new Set(['trace']));
});

sessions('what it wrote on standard error goes with a run that is explained, and with no other', async () => {
  const session = await start('program');
  const budget = { loopSteps: 5, virtualSeconds: 1, wallMilliseconds: 20_000 };
  const runs = [];
  for (const notes of [false, true]) runs.push(await session.run(program('stray'), budget, { notes }));
  await session.stop();
  assert.equal(runs.map((run) => (run.kind === 'trace' ? run.output : run)).slice(0, 1), [undefined]);
  assert.match(runs[1]?.kind === 'trace' ? runs[1].output ?? '' : '', /an error that means nothing/);
});

sessions('output that is no message, late and doubled messages disturb nothing', async () => {
  const runs = await runsOf('program', ['fine', 'stray', 'late', 'twice', 'fine']);
  assert.equal(kinds(runs), ['trace', 'trace', 'trace', 'trace', 'trace']);
  assert.equal(runs.map(steps), [[1], [1], [1], [1], [1]]);
});

for (const [what, message] of [
  ['nonsense', /^done\.end\.kind: expected one of "ended", "stuck", "raised", got 3$/],
  ['unasked', /^done\.id: expected the id of a run, got "run-999"$/],
  ['no json', /^a line with our nonce is no JSON object/],
  ['shows for ever', /^a run: expected messages of at most 4194304 characters, got more$/],
  ['long line', /^message: expected a line of at most 1048576 characters, got \d+$/],
  ['ready', /^message\.type: expected no second "ready"$/],
  ['stopped', /^done\.result: expected a result of program mode, got "stopped"$/],
  ['ask', /^message\.type: expected "observation" or "done" in program mode, got "ask"$/],
] as const) {
  sessions(`a broken protocol costs one program: ${what}`, async () => {
    const runs = await runsOf('program', ['fine', what, 'fine']);
    assert.equal(kinds(runs), ['trace', 'protocol-error', 'trace']);
    assert.match(told(runs[1]), message);
  });
}

sessions('a crash keeps what was seen and said, and the next program has a new child', async () => {
  const runs = await runsOf('program', ['fine', 'exit', 'fine']);
  assert.equal(kinds(runs), ['trace', 'crash', 'trace']);
  assert.equal(steps(runs[1]), [1]);
  assert.match(output(runs[1]), /last words/);
});

sessions('so does a hang, with the whole process group', async () => {
  const runs = await runsOf('program', ['hang', 'hang with a child', 'flood'], 1500);
  assert.equal(kinds(runs), ['hang', 'hang', 'hang']);
  assert.equal(steps(runs[0]), [1]);
  assert.match(output(runs[0]), /still here/);
  // It may take the system a moment to bury a process that was killed; the step is its number.
  const [child = 0] = steps(runs[1]);
  while (isThere(child)) await new Promise((resolve) => setTimeout(resolve, 10));
  assert.ok(output(runs[2]).length <= 4000, 'output that is kept is bounded');
});

sessions('unsupported is an answer only where it was not claimed', async () => {
  const runs = await runsOf('program', ['claimed', 'unclaimed', 'bug', 'budget', 'fine']);
  assert.equal(kinds(runs), ['adapter-error', 'unsupported', 'adapter-error', 'budget', 'trace']);
  assert.match(told(runs[0]), /claimed the capability cancel/);
  assert.is(told(runs[2]), 'I am wrong');
  assert.equal(steps(runs[3]), [1]);
});

sessions('a puppet does what it is told', async () => {
  const runs = await runsOf('puppet', ['ask', 'is stuck', 'ask']);
  assert.equal(kinds(runs), ['trace', 'trace', 'trace']);
  assert.equal(steps(runs[0]), [1]);
  assert.is(runs[1]?.kind === 'trace' ? runs[1].trace.end.kind : '', 'stuck');
});

for (const [what, message] of [
  ['begins a frame that is none', /^ask\.frame: expected the number of a frame that was begun, got 7$/],
  ['begins twice', /^ask\.frame: expected a frame that has not ended, got 0$/],
  ['ends before it is told to', /^done\.end\.kind: expected "stuck" as frame 0 was not told to return, got "ended"$/],
  ['calls no body', /^ask\.called: expected one of "callback", got "nobody"$/],
  ['stopped', /^done\.result: expected another result, as nobody said stop, got "stopped"$/],
  ['fine', /^message\.type: expected "ask" or "done" in puppet mode, got "observation"$/],
] as const) {
  sessions(`a puppet that breaks the protocol costs one program: ${what}`, async () => {
    const runs = await runsOf('puppet', ['ask', what, 'ask']);
    assert.equal(kinds(runs), ['trace', 'protocol-error', 'trace']);
    assert.match(told(runs[1]), message);
  });
}

sessions('one that asks for ever, or passes too often, is told to stop', async () => {
  const runs = await runsOf('puppet', ['asks for ever', 'asks for ever in passes', 'ask']);
  assert.equal(kinds(runs), ['budget', 'budget', 'trace']);
});

sessions('a session that is stopped answers for all that did not run', async () => {
  const session = await start('program');
  const run = session.run(program('hang'), { loopSteps: 5, virtualSeconds: 1, wallMilliseconds: 60_000 }, { notes: false });
  const next = session.run(program('fine'), { loopSteps: 5, virtualSeconds: 1, wallMilliseconds: 60_000 }, { notes: false });
  await Promise.resolve();
  await session.stop();
  assert.equal(kinds(await Promise.all([run, next])), ['not-run', 'not-run']);
});

for (const [title, ready, message] of [
  ['ends', 'process.exit(3);', /it ended before it was ready to run programs \(exit code 3\)/],
  ['refuses', `say({ type: 'refused', why: 'too old' });`, /it cannot be judged: too old/],
  ['speaks another version', `say({ ...ready, protocol: 2 });`, /ready\.protocol: expected a version that was offered: 1, got 2/],
  ['claims what there is not', `say({ ...ready, capabilities: ['flying'] });`, /ready\.capabilities\[0\]: expected one of "cancel", .*got "flying"/],
  ['begins with something else', `say({ type: 'ask', id: 'run-1', pass: 0, frame: 0 });`, /expected "ready" or "refused", got "ask"/],
  ['prints without end', 'for (;;) raw("x".repeat(1000));', /it prints without end, and no message/],
] as const) {
  sessions(`an adapter that ${title} at its start is told as it is`, async () => {
    const error = await start('program', ready).then((session) => session.stop(), (thrown: unknown) => thrown);
    assert.instance(error, AdapterError);
    assert.match(error instanceof AdapterError ? error.message : '', message);
  });
}

sessions('one that says nothing is given up', async () => {
  const error = await start('program', '', 300).then((session) => session.stop(), (thrown: unknown) => thrown);
  assert.match(error instanceof AdapterError ? error.message : '', /it started, but said nothing for 0\.3 s/);
});

sessions('a puppet cannot claim what no puppet can show', async () => {
  const error = await start('puppet', `say({ ...ready, capabilities: ['frames'] });`).then((session) => session.stop(), (thrown: unknown) => thrown);
  assert.match(error instanceof AdapterError ? error.message : '', /it claims frames, which no implementation can show in puppet mode/);
});

sessions('a command that is none is refused before anything starts', () => {
  for (const name of ['stdio:', 'stdio:   ', `stdio:python3 'open`]) assert.throws(() => stdioAdapter(name), /names no command/);
});

sessions.run();
