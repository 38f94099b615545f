// The runner that Stryker is given: on a copy of the reference with a few mutants in it, switched as Stryker switches them.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DryRunStatus, MutantRunStatus, TestStatus, type MutantRunOptions, type MutantRunResult } from '@stryker-mutator/api/test-runner';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { packageRoot } from '../../package-root.ts';
import { readKills } from '../kills.ts';
import { ScenarioRunner } from '../scenario-runner.ts';

const runner = suite<{ folder: string; subject: ScenarioRunner }>('scenario runner');

/** Each: its id, the file, what stands there once, and what Stryker would make of it. */
const mutants: readonly (readonly [string, string, string, string])[] = [
  ['cancel is true always', 'task.ts', 'if (this.done()) return false;', "if (this.done()) return on('cancel is true always');"],
  ['stops never', 'loop.ts', 'this.#now = Math.max(this.#now, next.when);', "if (!on('stops never')) this.#now = Math.max(this.#now, next.when);"],
  ['reached for ever', 'task.ts', 'const error = this.#toThrow;', "while (on('reached for ever')); const error = this.#toThrow;"],
  ['told by observed alone', 'loop.ts', 'if (endsTheRun(exception)) throw exception;', "if (!on('told by observed alone') && endsTheRun(exception)) throw exception;"],
  ['breaks while it loads', 'context.ts', 'current = new Context();', "if (!on('breaks while it loads')) current = new Context();"],
];

/** What the instrumented files ask whether their mutant is active. */
const head = `
function on(id: string): boolean {
  const switches = globalThis.__stryker__ ?? {};
  if (switches.currentTestId !== undefined) {
    const coverage = (switches.mutantCoverage ??= { static: {}, perTest: {} });
    (coverage.perTest[switches.currentTestId] ??= {})[id] = 1;
  }
  if (switches.activeMutant !== id) return false;
  if (switches.hitCount !== undefined && ++switches.hitCount > (switches.hitLimit ?? Infinity)) throw new Error('Stryker: Hit count limit reached');
  return true;
}
`;

runner.before(async (context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'taskspec-mutants-'));
  cpSync(join(packageRoot(), 'reference'), join(context.folder, 'reference'), { recursive: true });
  for (const [id, file, text, by] of mutants) {
    const path = join(context.folder, 'reference', file);
    const source = readFileSync(path, 'utf8');
    assert.is(source.split(text).length, 2, `the place of the mutant '${id}'`);
    writeFileSync(path, source.replace(text, () => by) + (source.includes('function on(') ? '' : head));
  }
  context.subject = new ScenarioRunner();
  await context.subject.init(context.folder);
});

runner.after(({ folder }) => {
  rmSync(folder, { recursive: true });
  globalThis.__stryker__ = undefined;
});

const mutantOf = (id: string, ...testFilter: readonly string[]): MutantRunOptions => ({
  activeMutant: { id, fileName: 'task.ts', mutatorName: 'Any', replacement: '', location: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } } },
  testFilter: [...testFilter], timeout: 60_000, disableBail: true, sandboxFileName: 'task.ts', mutantActivation: 'runtime', reloadEnvironment: false,
});
const killsIn = (result: MutantRunResult): ReturnType<typeof readKills> => {
  if (result.status !== MutantRunStatus.Killed) throw new Error(`the mutant ended as ${result.status}`);
  return readKills(result.failureMessage);
};

runner('without a mutant every scenario passes or is not for the reference, and tells what it reaches', async ({ subject }) => {
  const result = await subject.dryRun();
  assert.is(result.status, DryRunStatus.Complete);
  if (result.status !== DryRunStatus.Complete) return;
  assert.equal(result.tests.filter(({ status }) => status === TestStatus.Failed), []);
  assert.ok(result.tests.some(({ id, status }) => id === 'cancel/false-when-done' && status === TestStatus.Success));
  assert.ok(result.tests.some(({ status }) => status === TestStatus.Skipped));
  assert.is(result.mutantCoverage?.perTest['cancel/false-when-done']?.['cancel is true always'], 1);
  assert.is(result.mutantCoverage?.perTest['done/returned']?.['cancel is true always'], undefined);
});

runner('a mutant is told by the scenarios that fail under it, and by no other', async ({ subject }) => {
  const kills = killsIn(await subject.mutantRun(mutantOf('cancel is true always', 'cancel/false-when-done', 'done/returned')));
  assert.equal(kills.must, ['cancel/false-when-done']);
  assert.equal([kills.should, kills.endless, kills.observed, kills.broken].flat(), []);
});

runner('a mutant that no scenario tells survives, and what an earlier one left behind is gone', async ({ subject }) => {
  const result = await subject.mutantRun(mutantOf('cancel is true always', 'done/returned', 'class/alternation'));
  assert.equal(result, { status: MutantRunStatus.Survived, nrOfTests: 2 });
});

runner('a mutant without an end is endless by its count, in the loop or without it, and never hangs', async ({ subject }) => {
  assert.equal(killsIn(await subject.mutantRun(mutantOf('stops never', 'class/shorter-sleep-first'))).endless, ['class/shorter-sleep-first']);
  assert.equal(killsIn(await subject.mutantRun(mutantOf('reached for ever', 'done/returned'))).endless, ['done/returned']);
});

runner('what shows only where the document is silent is counted apart', async ({ subject }) => {
  const kills = killsIn(await subject.mutantRun(mutantOf('told by observed alone', 'exception/system-exit', 'done/returned')));
  assert.equal([kills.must, kills.observed], [[], ['exception/system-exit']]);
});

runner('a mutant that breaks the modules while they load is broken, with nothing judged', async ({ subject }) => {
  assert.equal(killsIn(await subject.mutantRun(mutantOf('breaks while it loads', 'done/returned'))).broken, ['done/returned']);
});

runner('a runner that was not initialised says so', async () => {
  try {
    await new ScenarioRunner().dryRun();
    assert.unreachable();
  } catch (error) {
    assert.match(String(error), /init\(\) comes first/u);
  }
});

runner.run();
