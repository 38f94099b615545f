import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { using } from '../../line-child/test/using.ts';
import { AdapterError, type Run } from '../../../conformance/adapter.ts';
import type { Program } from '../../../conformance/program.ts';
import { moduleAdapter } from '../module-adapter.ts';
import { isModuleName } from '../module-name.ts';

const modules = suite('a module of a user');
const folder = mkdtempSync(join(tmpdir(), 'taskspec-module-'));
modules.after(() => rmSync(folder, { recursive: true }));

const addressOf = (path: string): string => pathToFileURL(new URL(path, import.meta.url).pathname).href;
/** A Binding of the reference; the child runs our sources through tsx, which reads them for the module as well. */
const binding = `
import { bindReference } from '${addressOf('../../reference/reference-adapter.ts')}';
import * as reference from '${addressOf('../../../reference/index.ts')}';
const binding = bindReference(reference);`;

const budget = { loopSteps: 100, virtualSeconds: 100, wallMilliseconds: 60_000 };
const program: Program = {
  exceptions: [], variables: [], futures: [], shared: [], bodies: [], texts: [],
  drive: [{ kind: 'log', id: 1, label: 'reached' }, { kind: 'cycle', id: 2, count: 1, loop: null }],
};

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const runOf = (text: string, options: { startMilliseconds?: number; wallMilliseconds?: number } = {}): Promise<Run> =>
  using(moduleAdapter(write('adapter.mjs', text), { startMilliseconds: options.startMilliseconds ?? 120_000 }),
    (session) => session.run(program, { ...budget, ...options }, { notes: false }));

async function refusalOf(path: string): Promise<string> {
  try {
    await (await moduleAdapter(path, { startMilliseconds: 120_000 }).start()).stop();
    return 'started';
  } catch (error) {
    return error instanceof AdapterError ? error.message.replaceAll(folder, '') : `no AdapterError: ${String(error)}`;
  }
}

modules('a path that Node can load is one; a name of a kind is none', () => {
  const names = ['./a.ts', '../a/b.mjs', '/a/b.cjs', 'C:\\a\\b.js', '.\\a.mts', './a.py', 'a.ts', 'python:/a/b.js', 'stdio:./a.js'];
  assert.equal(names.map(isModuleName), [true, true, true, true, true, false, false, false, false]);
});

modules('a Binding is run, and so is an Adapter', async () => {
  const adapter = addressOf('../../in-process/session.ts');
  for (const text of [`${binding} export default binding;`, `import { inProcessAdapter } from '${adapter}'; ${binding} export default inProcessAdapter('mine', binding);`]) {
    const run = await runOf(text);
    assert.equal(run, { kind: 'trace', trace: { observations: [{ kind: 'reached', step: 1 }], end: { kind: 'ended' }, notes: [] } });
  }
});

modules('what a Binding has shown outlives its crash', async () => {
  const run = await runOf(`${binding} export default { ...binding, cycle() { process.exit(7); } };`);
  assert.is(run.kind, 'crash');
  assert.is(run.kind === 'crash' && run.how, 'exit code 7');
  assert.equal(run.kind === 'crash' && run.partial.observations, [{ kind: 'reached', step: 1 }]);
});

const session = (run: string): string => `export default { name: 'x', async start() { return {
  description: { implementation: 'x', version: '1', target: '3.8', task: 'Task', capabilities: [], environment: {} },
  async run() { ${run} }, async stop() {} }; } };`;

modules('what an Adapter says of a process of its own is said as it is', async () => {
  const partial = `partial: { observations: [{ kind: 'reached', step: 1 }], notes: [], output: 'its last words' }`;
  const crash = await runOf(session(`return { kind: 'crash', how: 'signal SIGSEGV', ${partial} };`));
  assert.equal(crash.kind === 'crash' && [crash.how, crash.partial.observations.length], ['signal SIGSEGV', 1]);
  assert.is((await runOf(session(`return { kind: 'hang', milliseconds: 1, ${partial} };`))).kind, 'hang');
  const thrown = await runOf(session(`throw new TypeError('boom');`));
  assert.match(thrown.kind === 'adapter-error' ? thrown.message : '', /^its session failed: TypeError: boom\n +at .*adapter\.mjs/u);
});

for (const [title, text, told] of [
  ['no default export', 'export const x = 1, y = 2;', /^\/m\.mjs: it cannot be judged: it has no default export, but x, y$/u],
  ['a default export that is nothing', 'export default null;', /its default export is null, no Binding and no Adapter$/u],
  ['half a Binding', 'export default { open() {}, drive() {} };', /its Binding has no function coroutine, no awaitable, no isStuck$/u],
  ['no functions', `${binding} export default { ...binding, cycle: true };`, /its Binding has something else than a function for cycle/u],
  ['a description that makes no sense', `${session('')}`.replace("'3.8'", "'latest'"), /its description\.target: expected a version of Python such as "3\.7", got "latest"$/u],
  ['an error as it is loaded', 'const here = 1;\nthrow new TypeError("boom");', /it cannot be loaded: TypeError: boom\n +at file:.*\/m\.mjs:2:7$/u],
  ['no error but thrown', 'throw 3;', /it cannot be loaded: 3 was thrown, which is no error$/u],
  ['a mistake of syntax', 'export default {\n  a: 1,,\n};', /it cannot be loaded: SyntaxError: /u],
  ['an import of nothing', 'import "./nothing.mjs";', /it cannot be loaded: .*nothing\.mjs/u],
  ['a start that fails', 'export default { start() { throw new RangeError("no room"); } };', /it does not start: RangeError: no room\n +at /u],
  ['a start that knows why', 'export default { start() { throw Object.assign(new Error("it is not built"), { name: "AdapterError", hint: "make" }); } };', /it cannot be judged: it is not built$/u],
  ['an end of the process', 'process.exit(0);', /it ended before it was ready to run programs \(exit code 0\)$/u],
] as const) {
  modules(`${title}: the message says so, and shows no stack of ours`, async () => {
    const message = await refusalOf(write('m.mjs', text));
    assert.match(message, told);
    assert.not.match(message, /adapters[/\\]module|node:internal/u);
  });
}

modules('no such file, and a folder', async () => {
  assert.match(await refusalOf(join(folder, 'gone.mjs')), /there is no such file$/u);
});

modules.run();
