import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { encodeForPython } from '../../../adapters/python/encode.ts';
import { loadSpec } from '../../load/load-spec.ts';
import { emittedProgram, readEmitted, writeEmitted } from '../emitted-programs.ts';
import { aFolder, type Folder } from './folder.ts';

const emitted = suite<{ path: string; folder: Folder }>('programs that the build emitted');
const { scenarios } = loadSpec(fileURLToPath(new URL('../../../spec', import.meta.url))).spec;
const some = scenarios.slice(0, 5);

emitted.before.each((context) => {
  context.folder = aFolder();
  context.path = join(context.folder.path, 'programs.txt');
});
emitted.after.each(({ folder }) => folder.remove());

emitted('are what would be emitted now, each for its own scenario', ({ path }) => {
  writeFileSync(path, writeEmitted(some, encodeForPython));
  const texts = readEmitted(some, path);
  assert.is(texts.size, 5);
  for (const { program } of some) assert.is(texts.get(program), encodeForPython(program));
});

emitted('are not known of a scenario that has changed, nor of a changed copy of a program', ({ path }) => {
  writeFileSync(path, writeEmitted(some, encodeForPython));
  const [first, second, ...rest] = some;
  if (first === undefined || second === undefined) throw new Error('bug: there are five');
  const edited = { ...second, digest: '0123456789abcdef', program: { ...second.program, texts: ['other'] } };
  const texts = readEmitted([first, edited, ...rest], path);
  assert.is(texts.size, 4);
  assert.not.ok(texts.has(edited.program));
  assert.not.ok(texts.has({ ...first.program }));
});

emitted('are none where their file is absent, cut short or of another specification', ({ path }) => {
  assert.is(readEmitted(some, path).size, 0);
  const text = writeEmitted(some, encodeForPython);
  writeFileSync(path, text.slice(0, text.indexOf('\n') + 40));
  assert.is(readEmitted(some, path).size, 1);
  writeFileSync(path, writeEmitted(scenarios.slice(5, 10), encodeForPython));
  assert.is(readEmitted(some, path).size, 0);
});

emitted('are not used by a checkout that runs from its sources', () => {
  for (const { program } of some) assert.is(emittedProgram(program), null);
});

emitted.run();
