// What is packed can be begun with: the command, the templates and the types, from the tarball in a project of its own.

import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { starters } from '../starters.ts';
import { commandHere, installed, whereFound } from '../../test/where-found.ts';
import { aFolder } from './folder.ts';
import { withoutColour } from './taskspec.ts';

const packed = suite('the package as it is packed');
const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Ended {
  readonly code: number;
  readonly told: string;
}

const run = (cwd: string, file: string, args: readonly string[]): Promise<Ended> => new Promise((resolve) => {
  execFile(file, [...args], { cwd, env: withoutColour(), maxBuffer: 1 << 26 }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), told: out + err }));
});

/** A project that has installed the tarball; what it depends on is ours. */
function install(project: string): void {
  const [name = ''] = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', project], { cwd: root, encoding: 'utf8' }).trim().split('\n');
  const own = join(project, 'node_modules', 'taskspec');
  mkdirSync(own, { recursive: true });
  execFileSync('tar', ['-xzf', join(project, name), '-C', own, '--strip-components=1']);
  for (const dependency of ['yaml', 'tsx', '@types']) symlinkSync(join(root, 'node_modules', dependency), join(project, 'node_modules', dependency));
  writeFileSync(join(project, 'package.json'), '{"name":"somebodys-project","private":true}');
}

const missing = starters.filter(({ command }) => commandHere(command) !== null);
for (const { language, command } of missing) whereFound(packed, commandHere(command))(`${language} can be begun with`, () => undefined);

whereFound(packed, installed(existsSync(join(root, 'dist', 'taskspec.js')), 'the built package', 'npm run build'))(
  'every language can be begun with, and its types are strict', async () => {
    const { path, remove } = aFolder();
    try {
      install(path);
      const taskspec = (...words: readonly string[]): Promise<Ended> => run(path, process.execPath, ['node_modules/taskspec/dist/taskspec.js', ...words]);
      // All of them come to their end, so that none writes into a folder that is being removed, and hides what went wrong.
      const ends = await Promise.allSettled(starters.filter((starter) => !missing.includes(starter)).map(async ({ language, adapter, command, files }) => {
        const begun = await taskspec('init', language, '--language', language);
        assert.is(begun.code, 0, begun.told);
        for (const name of Object.keys(files)) assert.ok(existsSync(join(path, language, name)), name);
        const judged = await taskspec('run', command === null ? `./${language}/${adapter}` : `stdio:${command} ${language}/${adapter}`);
        assert.match(judged.told, / conforms {2}[1-9]\d* passed/u, judged.told);
        assert.is(judged.code, 0, judged.told);
      }));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
      writeFileSync(join(path, 'own.mts'), `
import type { Adapter, Binding, Capability, Kind, Observation, Operation, Program, Run, Session, Trace, Watch } from 'taskspec';
import { stdioAdapter } from 'taskspec';
export type All = readonly [Binding, Capability, Kind, Observation, Operation, Program, Run, Session, Trace, Watch];
export const adapter: Adapter = stdioAdapter('stdio:x', { overhear: (from, line) => void [from, line] });
`);
      const strict = ['--noEmit', '--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes', '--verbatimModuleSyntax', '--allowImportingTsExtensions'];
      const options = [...strict, '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023', '--types', 'node'];
      const types = await run(path, process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options, 'own.mts', 'ts/adapter.mts']);
      assert.equal(types, { code: 0, told: '' });
    } finally {
      remove();
    }
  },
);

packed.run();
