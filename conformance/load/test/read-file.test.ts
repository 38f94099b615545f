import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readText } from '../read-file.ts';

const file = suite<{ folder: string }>('read-file');

file.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
});
file.after.each(({ folder }) => {
  rmSync(folder, { recursive: true });
});

const refusal = (path: string): readonly unknown[] => {
  const read = readText(path, 'x.yaml');
  if (read.kind === 'text') throw new Error('it was read');
  return read.mistakes.map(({ code, file: name, line, column, message, hint, sourceLine }) => [code, name, line, column, message, hint, sourceLine]);
};

file('a text is read, without its mark of byte order', ({ folder }) => {
  writeFileSync(join(folder, 'x.yaml'), '\ufefftitle: größer\r\n');
  assert.equal(readText(join(folder, 'x.yaml'), 'x.yaml'), { kind: 'text', text: 'title: größer\r\n' });
});

file('a file that does not exist, or whose folder does not, is a mistake', ({ folder }) => {
  const expected = [['file-unreadable', 'x.yaml', 1, 1, 'it cannot be read (ENOENT)', 'Check that it exists and that you may read it.', null]];
  assert.equal(refusal(join(folder, 'x.yaml')), expected);
  assert.equal(refusal(join(folder, 'nowhere', 'x.yaml')), expected);
  symlinkSync(join(folder, 'gone'), join(folder, 'link.yaml'));
  assert.equal(refusal(join(folder, 'link.yaml')), expected);
});

file('a path that no file can have is a mistake', () => {
  assert.match(JSON.stringify(refusal('a\u0000b.yaml')), /ERR_INVALID_ARG_VALUE/u);
  assert.match(JSON.stringify(refusal('x'.repeat(10_000))), /ENAMETOOLONG/u);
});

file('a directory where a file was meant is a mistake', ({ folder }) => {
  mkdirSync(join(folder, 'x.yaml'));
  assert.equal(refusal(join(folder, 'x.yaml')), [['file-unreadable', 'x.yaml', 1, 1, 'this is a directory', 'Name a YAML file.', null]]);
});

file('a pipe is a mistake, and nobody waits for it', ({ folder }) => {
  execFileSync('mkfifo', [join(folder, 'x.yaml')]);
  assert.equal(refusal(join(folder, 'x.yaml')), [['file-unreadable', 'x.yaml', 1, 1, 'this is no regular file', 'Name a YAML file.', null]]);
});

file('a file of fifty megabytes is refused unread', ({ folder }) => {
  const path = join(folder, 'x.yaml');
  const handle = openSync(path, 'w');
  ftruncateSync(handle, 50 * 2 ** 20);
  closeSync(handle);
  assert.equal(refusal(path), [['file-too-large', 'x.yaml', 1, 1, '52428800 bytes are more than the 262144 that a spec file may have',
    'Split it: one scenario tests one thing.', null]]);
});

file('a file that is no UTF-8 is a mistake: Latin-1, UTF-16, a cut character', ({ folder }) => {
  const path = join(folder, 'x.yaml');
  for (const bytes of [[0x67, 0x72, 0xf6], [0xff, 0xfe, 0x74, 0x00], [0x74, 0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80]]) {
    writeFileSync(path, Buffer.from(bytes));
    assert.equal(refusal(path), [['file-not-utf8', 'x.yaml', 1, 1, 'it is not UTF-8', 'Save it as UTF-8.', null]]);
  }
});

file.run();
