import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkExitCode } from '../commands/check.ts';
import { aFolder } from './folder.ts';
import { commandIn } from './taskspec.ts';

const checking = suite('taskspec check');
const folder = aFolder();
checking.after(folder.remove);
const taskspec = commandIn(folder.path);
const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** What the module imports is in TypeScript. */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const judged = join(folder.path, 'reference.mjs');
await build({ entryPoints: [file('../../../reference/index.ts')], outfile: judged, bundle: true, format: 'esm', platform: 'node', logLevel: 'warning' });

/** The example puppet, with a trick played in front of it. */
const hostile = (trick: string): string =>
  `stdio:/usr/bin/env HOSTILE_PIDS=${join(folder.path, 'pids')} '${process.execPath}' '${file('../../../adapters/hostile/hostile.mjs')}' '${trick}' '${judged}'`;

checking('the example puppet keeps all that the page promises of it, and the conversation is told', async () => {
  const { out } = await taskspec(['check', `stdio:'${process.execPath}' '${file('../../../adapters/examples/puppet.mjs')}' '${judged}'`]);
  const wrong = out.split('\n').filter((line) => line.includes('✘')).map((line) => line.trim());
  assert.equal(wrong, []);
  for (const title of ['✔ a program that hangs is ended, and the next one runs', '✔ a large program runs', '✔ where its input ends, it ends', '✔ clock:']) assert.ok(out.includes(title), title);
  assert.match(out, /stacks\s+0 of 42\s+0 %/u);
});

checking('an adapter that claims what it then answers unsupported is wrong, whoever it is', async () => {
  const { code, out } = await taskspec(['check', hostile('unsupported, though claimed, in each program')]);
  assert.is(code, 3);
  assert.match(out, /it claimed the capability cancel when it was ready, and now answers\s+that it is unsupported/u);
  assert.match(out, /adapter: claims what it has not/u);
});

checking('of an adapter that never starts the reason is told once, and nothing is left out', async () => {
  const { code, out } = await taskspec(['check', 'stdio:false']);
  assert.is(code, 3);
  assert.match(out, /adapter: never ready/u);
  assert.match(out, /· a large program runs[^\n]*\n {6}not run: it did not start/u);
});

checking('a wrong Task violates a clause by name, in a module of its own, as JSON', async () => {
  const module = join(folder.path, 'wrong.mjs');
  writeFileSync(module, `import * as reference from '${judged}';
import { bindReference } from '${file('../../../adapters/reference/reference-adapter.ts')}';
reference.Task.prototype.cancel = ((cancel) => function () { cancel.call(this); return true; })(reference.Task.prototype.cancel);
export default bindReference(reference);
`);
  const { code, out, err } = await taskspec(['check', './wrong.mjs', '--json'], { NODE_OPTIONS: `--import ${tsx}` });
  assert.is(err, '');
  const told: { readonly conclusions: readonly { readonly blames: string; readonly fault: string }[]; readonly steps: readonly { readonly name: string; readonly why: string }[] } = JSON.parse(out);
  assert.equal(told.conclusions.map(({ blames, fault }) => [blames, fault]), [['implementation', 'task.cancel.false-when-done']]);
  assert.is(code, 1);
  assert.match(told.steps.find(({ name }) => name === 'unknown-request')?.why ?? '', /taskspec itself speaks the protocol/u);
});

checking('the reference is checked in this process, and the rest is said not to apply', async () => {
  const { code, out } = await taskspec(['check', 'reference']);
  assert.is(code, 0);
  assert.match(out, /nothing wrong was seen in 10 probes of the adapter and 12 of the implementation/u);
  assert.match(out, /– a program that hangs[^\n]*\n {6}not applicable: it runs in this very process/u);
});

checking('one implementation is named, no more and no less', async () => {
  const [none, two] = await Promise.all([taskspec(['check']), taskspec(['check', 'reference', '--attach'])]);
  assert.is(none.code, 2);
  assert.match(none.err, /there is nothing to check/u);
  assert.is(two.code, 2);
  assert.match(two.err, /one adapter is checked at a time, and reference and attach were named/u);
});

checking('a wrong adapter wins over a wrong Task, and doubt counts as a wrong adapter', () => {
  const about = { fault: null, text: '', because: [], todo: '' };
  assert.is(checkExitCode([{ blames: 'nobody', ...about }]), 0);
  assert.is(checkExitCode([{ blames: 'implementation', ...about }]), 1);
  assert.is(checkExitCode([{ blames: 'implementation', ...about }, { blames: 'adapter', ...about }]), 3);
  assert.is(checkExitCode([{ blames: 'either', ...about }]), 3);
});

checking.run();
