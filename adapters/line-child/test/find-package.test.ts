import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findPackages, versionAbove, versionIn } from '../find-package.ts';

const packages = suite<{ folder: string }>('packages from npm');

packages.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
  mkdirSync(join(context.folder, 'dist', 'deep'), { recursive: true });
  writeFileSync(join(context.folder, 'package.json'), JSON.stringify({ name: 'mine', version: '1.2.3' }));
});
packages.after.each(({ folder }) => rmSync(folder, { recursive: true }));

packages('one of ours is found with its version, one that is nowhere is not', () => {
  const [found] = findPackages('yaml', 'yaml');
  assert.match(found?.version ?? '', /^\d+\.\d+\.\d+/u);
  assert.ok(found?.file.includes('yaml'));
  assert.equal(findPackages('no-such-package-at-all', 'no-such-package-at-all'), []);
});

packages('a version is that of the package itself, in its folder or above', ({ folder }) => {
  assert.is(versionIn(folder, 'mine'), '1.2.3');
  assert.is(versionIn(folder, 'yours'), null);
  assert.is(versionIn(join(folder, 'dist'), 'mine'), null);
  assert.is(versionAbove(join(folder, 'dist', 'deep'), 'mine'), '1.2.3');
  assert.is(versionAbove(dirname(folder), 'mine'), null);
});

packages('a manifest that is broken, or says no version, is none', ({ folder }) => {
  writeFileSync(join(folder, 'package.json'), '{');
  assert.is(versionIn(folder, 'mine'), null);
  writeFileSync(join(folder, 'package.json'), '{"name": "mine"}');
  assert.is(versionIn(folder, 'mine'), null);
});

packages.run();
