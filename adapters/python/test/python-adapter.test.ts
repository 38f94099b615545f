import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { whereFound } from '../../../conformance/test/where-found.ts';
import { AdapterError, type Run, type Session } from '../../../conformance/adapter.ts';
import type { Program } from '../../../conformance/program.ts';
import type { Observation } from '../../../conformance/trace.ts';
import { pythonAdapter } from '../python-adapter.ts';
import { noPython, python } from './at-hand.ts';
import { budget, programFrom } from './scenario-from-text.ts';

const adapter = suite<{ folder: string; environment: NodeJS.ProcessEnv }>('the python adapter');
const withPython = whereFound(adapter, noPython);

adapter.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
  context.environment = { ...process.env };
});
adapter.after.each(({ folder, environment }) => {
  rmSync(folder, { recursive: true });
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});

const logged = (label: string): Program => programFrom(`
coroutines:
  main:
    - log: ${label}
`);

const cancels = programFrom(`
coroutines:
  worker:
    - await: sleep(5)
  main:
    - call: create_task(worker())
      as: t
    - check: t.done()
      is: false
    - log: before the request
    - call: t.cancel()
    - log: after the request
    - await: t
      raises: CancelledError
`);

/** Runs programs, all asked for at once, and stops the session. */
async function runAll(programs: readonly Program[], options: { name?: string; notes?: boolean } = {}): Promise<readonly Run[]> {
  const session = await start(options.name);
  try {
    return await Promise.all(programs.map((program) => session.run(program, budget, { notes: options.notes ?? false })));
  } finally {
    await session.stop();
  }
}

const start = (name = `python:${python}`): Promise<Session> => pythonAdapter(name, { startMilliseconds: 5000 }).start();

async function run(text: string): Promise<Run> {
  const [only] = await runAll([programFrom(text)]);
  if (only === undefined) throw new Error('nothing was run');
  return only;
}

function observations(run: Run | undefined): readonly Observation[] {
  if (run?.kind === 'trace') return run.trace.observations;
  return run !== undefined && 'partial' in run ? run.partial.observations : [];
}

const values = (run: Run): readonly unknown[] => observations(run).map((one) => (one.kind === 'value' ? one.value : one.kind === 'raised' ? one.error : 'reached'));

/** Replaces cancel() of every Task by some Python of ours, through PYTHONPATH as a user would. */
function patchCancel(folder: string, body: string): void {
  const indented = body.split('\n').map((line) => `        ${line}`).join('\n');
  writeFileSync(join(folder, 'sitecustomize.py'), `
import asyncio, os, signal, subprocess, sys, time
class Task(asyncio.Task):
    def cancel(self, *arguments):
${indented}
asyncio.Task = asyncio.tasks.Task = Task
with open(os.path.join(${JSON.stringify(folder)}, 'started'), 'a') as file:
    file.write('%d\\n' % os.getpid())
`);
  process.env['PYTHONPATH'] = folder;
}

/** Whether every process that wrote its number into a file is gone. */
function allGone(file: string): boolean {
  return readFileSync(file, 'utf8').trim().split('\n').map(Number).every((pid) => {
    try {
      process.kill(pid, 0);
      return existsSync(`/proc/${pid}/stat`) && /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    } catch {
      return true;
    }
  });
}

withPython('values are told without addresses, wordings and class names', async () => {
  const seen = values(await run(`
variables: [color]
exceptions: {Own: Exception}
coroutines:
  worker:
    - await: sleep(1)
  main:
    - call: create_task(worker())
      as: t
    - check: list([t, loop, worker, color, copy_context(), Own, StringIO(), 'own text', -1, None, True])
      is: []
    - check: gather(t)
      is: t
    - check: all_tasks()
      contains: [t]
    - check: t.result()
      raises: InvalidStateError
    - check: wait([1], 2, 3, 4)
      raises: TypeError
    - check: Own('own text', 'a', [t, 3])
      as: e
      is: e
    - check: loop.time()
      is: 0
    - check: Future
      is: e
`));
  const t = { object: 'Task', names: ['t'] };
  assert.equal(seen, [
    [t, { object: 'Loop', names: ['loop'] }, { object: 'function' }, { object: 'ContextVar', names: ['color'] }, { object: 'Context' },
      { object: 'exception type' }, { object: 'stream' }, 'own text', -1, null, true],
    { object: 'Future' },
    { set: [t, { object: 'Task' }].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)) },
    { error: 'InvalidStateError', args: ['...'] },
    { error: 'TypeError', args: ['...'] },
    { error: 'Own', args: ['own text', 'a', [t, 3]] },
    0,
    { object: 'object' },
  ]);
});

withPython('texts come through Python and back, whatever they try', async () => {
  const hostile = ["'''", '"""', '\\', "'); import os; os.abort() #", 'a\nb', 'nul\0', '\u001b[2J', '\u202e', '\ud800', '😀', '\u2028'];
  const steps = hostile.map((text, n) => ({
    kind: 'check' as const, id: n + 1, expression: { kind: 'constant' as const, value: text }, as: null, catches: false,
  }));
  const [seen] = await runAll([{ exceptions: [], variables: [], futures: [], shared: [], bodies: [], drive: steps, texts: hostile }]);
  assert.equal(observations(seen), hostile.map((text, n) => ({ kind: 'value', step: n + 1, value: text })));
});

withPython('frames are told by name and step, and only those of the scenario', async () => {
  const seen = values(await run(`
coroutines:
  worker:
    - await: sleep(1)
  main:
    - call: create_task(worker())
      as: t
    - check: t.get_stack()
      is: [worker]
    - cycle: 1
    - check: t.get_stack()
      is: [worker]
    - call: StringIO()
      as: out
    - call: t.print_stack(file=out)
    - check: printed(out)
      is: ['Stack', 'in worker']
`));
  assert.equal(seen, [[{ frame: 'worker', at: 'start' }], [{ frame: 'worker', at: 1 }], ['Stack', 'in worker']]);
});

withPython('an exception that leaves the program tells its step', async () => {
  const ended = await run(`
coroutines:
  main:
    - log: here
    - raise: ValueError('deep')
`);
  assert.equal(ended.kind === 'trace' && ended.trace.end, { kind: 'raised', step: 2, error: { error: 'ValueError', args: ['deep'] } });
});

withPython('SystemExit and KeyboardInterrupt end the program and not the harness', async () => {
  const leave = (error: string): Program => programFrom(`
coroutines:
  main:
    - raise: ${error}
`);
  const ends = (await runAll([leave('SystemExit(3)'), leave('KeyboardInterrupt()'), logged('next')])).map((one) => one.kind === 'trace' && one.trace.end);
  assert.equal(ends, [
    { kind: 'raised', step: 1, error: { error: 'SystemExit', args: [3] } },
    { kind: 'raised', step: 1, error: { error: 'KeyboardInterrupt', args: [] } },
    { kind: 'ended' },
  ]);
});

withPython('a program with nothing ready and no timer is stuck, and catching everything does not hide it', async () => {
  const stuck = await run(`
futures: [f]
coroutines:
  main:
    - log: waiting
    - await: f
drive:
  - try:
      - call: loop.run_until_complete(main())
    except:
      - log: never seen
`);
  assert.equal(stuck.kind === 'trace' && stuck.trace, { observations: [{ kind: 'reached', step: 1 }], end: { kind: 'stuck' }, notes: [] });
});

withPython('passes of the loop and virtual seconds are budgeted, and what was seen is kept', async () => {
  const [busy, late, next] = await runAll([
    programFrom(`
callbacks:
  again:
    - call: loop.call_soon(again)
drive:
  - log: before
  - call: loop.call_soon(again)
  - call: loop.run_forever()
`),
    programFrom(`
coroutines:
  main:
    - log: before
    - await: sleep(200000)
`),
    logged('next'),
  ]);
  assert.is(busy?.kind === 'budget' && busy.budget, 'loop steps');
  assert.is(late?.kind === 'budget' && late.budget, 'virtual seconds');
  assert.equal([busy, late, next].map((one) => observations(one).length), [1, 1, 1]);
});

withPython('nothing of a program is left to the next one', async () => {
  const messy = programFrom(`
variables: [color]
futures: [f]
coroutines:
  forever:
    - try:
        - await: f
      except:
        - log: told of the end
        - await: f
      finally:
        - log: finally
        - await: f
  main:
    - call: color.set('red')
    - call: create_task(forever())
    - call: loop.call_later(5, handler, None, None)
    - call: loop.set_exception_handler(handler)
    - call: Task.all_tasks(loop)
    - cycle: 1
callbacks:
  handler(a, b):
    - log: heard
drive:
  - try:
      - call: loop.run_until_complete(main())
    except AttributeError:
      - log: no class method here
        times: 0
  - call: forever()
  - call: set_event_loop(None)
`);
  const asks = programFrom(`
variables: [color]
coroutines:
  main:
    - check: color.get()
      raises: LookupError
    - check: all_tasks()
      lacks: [1]
    - check: warned()
      is: []
    - check: loop.time()
      is: 0
    - check: get_event_loop()
      is: loop
    - cycle: 3
    - check: printed(stderr)
      is: []
`);
  const alone = await runAll([asks]);
  const after = await runAll([messy, asks, messy, messy, asks]);
  assert.equal(after[1], alone[0]);
  assert.equal(after[4], alone[0]);
  assert.equal(after[0], after[3]);
});

withPython('variables that are given for it win over those of this process, and head its results', async ({ folder }) => {
  process.env['PYTHONPATH'] = '/nowhere';
  writeFileSync(join(folder, 'sitecustomize.py'), '');
  const session = await pythonAdapter(`python:${python}`, { environment: { PYTHONPATH: folder } }).start();
  await session.stop();
  assert.is(session.description.environment['PYTHONPATH'], folder);
  assert.is(session.description.environment['sitecustomize'], join(folder, 'sitecustomize.py'));
  assert.is(process.env['PYTHONPATH'], '/nowhere');
});

withPython('the same program gives the same trace, whatever the environment says', async () => {
  const program = programFrom(`
futures: [f]
coroutines:
  worker:
    - await: f
  main:
    - call: create_task(worker())
      as: a
    - call: create_task(worker())
      as: b
    - cycle: 1
    - check: all_tasks()
      contains: [a, b]
    - check: list('é')
      is: ['é']
    - check: a.result()
      raises: InvalidStateError
    - call: worker()
    - check: warned()
      is: []
`);
  const traces = [];
  for (const environment of [{}, { PYTHONHASHSEED: '1', PYTHONASYNCIODEBUG: '1', LANG: 'C', LC_ALL: 'POSIX' }, { PYTHONHASHSEED: '77', PYTHONDEVMODE: '1', PYTHONWARNINGS: 'error', PYTHONSAFEPATH: '1', PYTHONOPTIMIZE: '2' }]) {
    Object.assign(process.env, environment);
    traces.push((await runAll([program]))[0]);
  }
  assert.is(traces[0]?.kind, 'trace');
  assert.equal(traces[1], traces[0]);
  assert.equal(traces[2], traces[0]);
});

withPython('notes tell what happened to the tasks, and change nothing that is seen', async () => {
  const [plain] = await runAll([cancels]);
  const [noted] = await runAll([cancels], { notes: true });
  assert.equal(observations(noted), observations(plain));
  // It is cancelled before its first step, so its body is never entered: what more is told differs by version.
  const story = (noted?.kind === 'trace' ? noted.trace.notes : []).filter(({ task }) => task === 'worker#1').map(({ kind }) => kind);
  assert.equal(story.filter((kind) => kind !== 'resumed' && kind !== 'delivered'), ['created', 'requested', 'done']);
});

withPython('with notes, an error that left a step of the Task itself is told, which only the loop hears of', async ({ folder }) => {
  writeFileSync(join(folder, 'broken.py'), `
import asyncio
class Task(asyncio.tasks._PyTask):
    def _Task__step(self, *error):
        return self.no_such_name
asyncio.Task = asyncio.tasks.Task = Task
`);
  writeFileSync(join(folder, 'sitecustomize.py'), 'import broken\n');
  process.env['PYTHONPATH'] = folder;
  const [plain, noted] = [await runAll([cancels]), await runAll([cancels], { notes: true })].flat();
  assert.is(plain?.kind === 'trace' && plain.trace.end.kind, 'stuck');
  assert.is(plain !== undefined && 'output' in plain, false);
  assert.is(noted?.kind === 'trace' ? noted.output : '', [
    "an error left a callback of the loop: AttributeError: 'Task' object has no attribute 'no_such_name'", '  broken.py:5 in _Task__step: return self.no_such_name',
  ].join('\n'));
});

withPython('tasks made in one go are noted in the order in which they were made, in every process', async () => {
  const eight = programFrom(`
coroutines:
  worker:
    - cycle: 1
  main:
    - await: gather(worker(), worker(), worker(), worker(), worker(), worker(), worker(), worker())
`);
  const [noted] = await runAll([eight], { notes: true });
  const resumed = (noted?.kind === 'trace' ? noted.trace.notes : []).filter(({ kind, task }) => kind === 'resumed' && task !== 'main#1');
  const names = ['worker#1', 'worker#2', 'worker#3', 'worker#4', 'worker#5', 'worker#6', 'worker#7', 'worker#8'];
  assert.equal(resumed.map(({ task }) => task), [...names, ...names]);
});

withPython('the description says what was really run, and what around it could matter', async ({ folder }) => {
  process.env['PYTHONPATH'] = folder;
  writeFileSync(join(folder, 'sitecustomize.py'), 'print("hello")\nimport sys\nsys.stdout.write("no end of line")\n');
  const session = await start();
  const pure = await start(`python+pure:${python}`);
  await Promise.all([session.stop(), pure.stop()]);
  const { description } = session;
  assert.is(description.name, `python:${python}`);
  assert.is(description.implementation, 'CPython');
  assert.is(description.task, '_asyncio.Task');
  assert.is(pure.description.task, 'asyncio.tasks.Task');
  assert.ok(description.version.startsWith(`${description.target}.`));
  assert.is(description.environment['PYTHONPATH'], folder);
  assert.is(description.environment['sitecustomize'], join(folder, 'sitecustomize.py'));
  assert.is(description.capabilities.includes('Task.all_tasks'), /^3\.[78]$/.test(description.target));
});

withPython('a copy of asyncio whose Task is not judged, as the one written in C takes its place, is told with what to do', async ({ folder }) => {
  const [own = ''] = execFileSync(python ?? '', ['-c', 'import asyncio; print(asyncio.__path__[0])'], { encoding: 'utf8' }).split('\n');
  cpSync(own, join(folder, 'asyncio'), { recursive: true });
  process.env['PYTHONPATH'] = folder;
  const [session, pure] = [await start(), await start(`python+pure:${python}`)];
  await Promise.all([session.stop(), pure.stop()]);
  assert.match(session.description.caution ?? '', new RegExp(`the Task written in C, not the one in the tasks.py of .*${folder}/asyncio: python\\+pure judges it`));
  assert.equal(Object.keys(session.description.environment).includes('caution'), false);
  assert.is(pure.description.caution, undefined);
  assert.is(pure.description.environment['asyncio'], join(folder, 'asyncio', '__init__.py'));
});

withPython('a hang costs one program, keeps what was seen until then, and leaves no process', async ({ folder }) => {
  patchCancel(folder, `subprocess.Popen(['sleep', '600'])
while True:
    pass`);
  const runs = await runAll([logged('first'), cancels, logged('third'), logged('fourth')]);
  assert.equal(runs.map(({ kind }) => kind), ['trace', 'hang', 'trace', 'trace']);
  assert.equal(observations(runs[1]), [{ kind: 'value', step: 3, value: false }, { kind: 'reached', step: 4 }]);
  assert.ok(allGone(join(folder, 'started')));
});

withPython('a hang that hears no signal costs one program too, and what was seen is had by running it again', async ({ folder }) => {
  patchCancel(folder, `signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
while True:
    pass`);
  const runs = await runAll([logged('first'), cancels, logged('third')]);
  assert.equal(runs.map(({ kind }) => kind), ['trace', 'hang', 'trace']);
  assert.is(observations(runs[1]).length, 2);
  assert.ok(allGone(join(folder, 'started')));
});

withPython('a crash costs one program, says how it was, and keeps what was seen until then', async ({ folder }) => {
  patchCancel(folder, 'os.abort()');
  const [first, second, third] = await runAll([logged('first'), cancels, logged('third')]);
  assert.equal([first?.kind, third?.kind], ['trace', 'trace']);
  assert.is(second?.kind === 'crash' && second.how, 'signal SIGABRT');
  assert.is(observations(second).length, 2);
  assert.match(second?.kind === 'crash' ? second.partial.output : '', /Fatal Python error: Aborted/);
});

withPython('an interpreter that ends half way costs one program', async ({ folder }) => {
  patchCancel(folder, 'os._exit(3)');
  const runs = await runAll([logged('first'), logged('second'), cancels, logged('fourth')]);
  assert.equal(runs.map(({ kind }) => kind), ['trace', 'trace', 'crash', 'trace']);
  assert.match(runs[2]?.kind === 'crash' ? runs[2].how : '', /exit code 3/);
});

withPython('an interpreter that does not start again costs the programs that were left, and says so', async ({ folder }) => {
  patchCancel(folder, 'os._exit(3)');
  const once = join(folder, 'python');
  writeFileSync(once, `#!/bin/sh\n[ -e ${folder}/once ] && exit 9\ntouch ${folder}/once\nexec ${python} "$@"\n`);
  chmodSync(once, 0o755);
  const runs = await runAll([logged('first'), cancels, logged('third')], { name: `python:${once}` });
  assert.equal(runs.map(({ kind }) => kind), ['trace', 'crash', 'adapter-error']);
  assert.match(runs[2]?.kind === 'adapter-error' ? runs[2].message : '', /did not start again.*exit code 9/);
});

withPython('what the implementation prints is no reply, however much it looks like one', async ({ folder }) => {
  patchCancel(folder, `os.write(1, b'{"id": 1, "end": {"kind": "ended"}}\\n' * 1000)
print('stray')
return super().cancel()`);
  const runs = await runAll([cancels, logged('next')]);
  assert.equal(runs.map(({ kind }) => kind), ['trace', 'trace']);
  assert.is(observations(runs[0]).length, 4);
});

withPython('stopping a session ends what is under way', async ({ folder }) => {
  patchCancel(folder, 'time.sleep(60)');
  const session = await start();
  const runs = [session.run(cancels, budget, { notes: false }), session.run(logged('next'), budget, { notes: false })];
  await new Promise((resolve) => setTimeout(resolve, 50));
  await session.stop();
  assert.equal((await Promise.all(runs)).map(({ kind }) => kind), ['not-run', 'not-run']);
  assert.is((await session.run(logged('late'), budget, { notes: false })).kind, 'not-run');
  assert.ok(allGone(join(folder, 'started')));
});

withPython('the pure Task is refused where asyncio was there before it could be chosen', async ({ folder }) => {
  patchCancel(folder, 'pass');
  writeFileSync(join(folder, 'sitecustomize.py'), 'import asyncio\n');
  const error = await refusal(`python+pure:${python}`);
  assert.match(error.message, /has imported asyncio already/);
});

withPython('a Task that only asyncio.Task names is refused, as loops make the one of asyncio.tasks', async ({ folder }) => {
  patchCancel(folder, 'pass');
  writeFileSync(join(folder, 'sitecustomize.py'), 'import asyncio\nclass Task(asyncio.Task): pass\nasyncio.Task = Task\n');
  const error = await refusal(`python:${python}`);
  assert.match(error.message, /asyncio\.Task is sitecustomize\.Task, but .* judge _asyncio\.Task, .* put yours there as well/);
});

async function refusal(name: string, startMilliseconds = 5000): Promise<AdapterError> {
  try {
    await (await pythonAdapter(name, { startMilliseconds }).start()).stop();
  } catch (error) {
    if (error instanceof AdapterError) return error;
    throw error;
  }
  throw new Error(`${name} was started`);
}

const strangers: readonly (readonly [string, string, RegExp])[] = [
  ['exits at once', 'exit 3', /ended before it was ready .*exit code 3/],
  ['complains and exits', 'echo "cannot find libpython" >&2; exit 127', /exit code 127.*cannot find libpython/s],
  ['prints garbage without end', 'while :; do echo garbage garbage garbage garbage garbage garbage garbage garbage; done', /prints without end/],
  ['prints garbage and ends', 'echo "no python here"', /exit code 0.*no python here/s],
  ['says nothing', 'exec sleep 60', /said nothing for 0\.3 s/],
  ['is too old', 'echo "{\\"nonce\\": \\"$2\\", \\"refused\\": \\"it is Python 3.6.15\\"}"; exec sleep 60', /cannot be judged: it is Python 3\.6\.15/],
  ['answers nonsense', 'echo "{\\"nonce\\": \\"$2\\", \\"ready\\": 7}"; exec sleep 60', /makes no sense/],
];
for (const [what, script, message] of strangers) {
  adapter(`an interpreter that ${what} is a clear error with what to do`, async ({ folder }) => {
    const file = join(folder, 'python3');
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    const error = await refusal(`python:${file}`, 300);
    assert.match(error.message, message);
    assert.match(error.hint, /pyenv install/);
  });
}

adapter('a program that is no Python, and a name that is none, are clear errors', async () => {
  assert.match((await refusal('python:/bin/ls')).message, /ended before it was ready/);
  assert.throws(() => pythonAdapter('pythn'), (error: unknown) => error instanceof AdapterError && /no name of a Python/.test(error.message));
});

adapter('a Python that is really too old says so itself', async () => {
  for (const version of ['3.6.15', '2.7.18']) {
    const file = `${process.env['PYENV_ROOT'] ?? join(process.env['HOME'] ?? '', '.pyenv')}/versions/${version}/bin/python`;
    if (!existsSync(file)) console.log(`  (not tried: Python ${version}; \`pyenv install ${version}\` installs it)`);
    else assert.match((await refusal(`python:${file}`)).message, new RegExp(`it is Python ${version}, and the oldest that can be judged is 3.7`));
  }
});

adapter.run();
