import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const own = suite('the package that judges a module');
const folder = mkdtempSync(join(tmpdir(), 'taskspec-own-'));
own.after(() => rmSync(folder, { recursive: true }));

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const source = new URL('../own-package.ts', import.meta.url).href;

/** What a module finds as `name`, where the package that judges it says that it is `ours`. */
function foundAs(name: string): string {
  writeFileSync(join(folder, 'ours.mjs'), 'export default "ours";');
  writeFileSync(join(folder, 'module.mjs'), `import found from '${name}'; console.log(found);`);
  const script = `import { offerOwnPackage } from '${source}'; offerOwnPackage(new URL('${pathToFileURL(join(folder, 'ours.mjs')).href}')); await import('${pathToFileURL(join(folder, 'module.mjs')).href}');`;
  writeFileSync(join(folder, 'main.mjs'), script);
  try {
    return execFileSync(process.execPath, ['--import', tsx, join(folder, 'main.mjs')], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  } catch (error) {
    return String(error);
  }
}

own('is there for a module beside which nobody has installed it, and nothing else is', () => {
  assert.is(foundAs('taskspec'), 'ours');
  assert.match(foundAs('no-such-package'), /ERR_MODULE_NOT_FOUND/u);
});

own('gives way to what is installed', () => {
  mkdirSync(join(folder, 'node_modules', 'taskspec'), { recursive: true });
  writeFileSync(join(folder, 'node_modules', 'taskspec', 'index.mjs'), 'export default "installed";');
  writeFileSync(join(folder, 'node_modules', 'taskspec', 'package.json'), '{"exports":"./index.mjs"}');
  assert.is(foundAs('taskspec'), 'installed');
});

own.run();
