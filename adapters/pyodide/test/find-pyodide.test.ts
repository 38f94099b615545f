import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { AdapterError } from '../../../conformance/adapter.ts';
import { findPyodide, installedPyodides } from '../find-pyodide.ts';
import { pyodideAdapter } from '../pyodide-adapter.ts';

const finding = suite<{ folder: string; before: string }>('finding Pyodide');

finding.before.each((context) => {
  context.before = process.cwd();
  context.folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
  for (const [name, manifest] of [
    ['pyodide-old', { name: 'pyodide', version: '0.27.7' }], ['pyodide-tool', { name: 'pyodide-tool', version: '9.9.9' }],
  ] as const) {
    mkdirSync(join(context.folder, 'node_modules', name), { recursive: true });
    writeFileSync(join(context.folder, 'node_modules', name, 'package.json'), JSON.stringify(manifest));
  }
  process.chdir(context.folder);
});
finding.after.each(({ folder, before }) => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

finding('a version under another name is found, and a folder; another package is none', () => {
  const module = pathToFileURL(join(process.cwd(), 'node_modules', 'pyodide-old', 'pyodide.mjs')).href;
  assert.equal(findPyodide('0.27.7'), { module, version: '0.27.7' });
  assert.equal(findPyodide('./node_modules/pyodide-old'), { module, version: '0.27.7' });
  assert.is(findPyodide('9.9.9'), null);
  assert.is(findPyodide('./node_modules/pyodide-tool'), null);
  assert.ok(installedPyodides().some(({ version }) => version === '0.27.7'));
});

finding('one that is not there is an error that says how to install it', async () => {
  for (const [name, expected] of [
    ['pyodide:1.2.3', /npm install pyodide-1\.2\.3@npm:pyodide@1\.2\.3/u], ['pyodide+webloop:./nowhere', /Give one that npm has made/u],
  ] as const) {
    try {
      await pyodideAdapter(name).start();
      assert.unreachable();
    } catch (error) {
      assert.match(error instanceof AdapterError ? error.hint : String(error), expected);
    }
  }
});

finding.run();
