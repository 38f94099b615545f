import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadProofs } from '../load-proofs.ts';

const loading = suite<{ folder: string }>('load-proofs');

loading.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
});
loading.after.each(({ folder }) => {
  rmSync(folder, { recursive: true });
});

const told = (path: string): readonly string[] => loadProofs(path, 'spec/proofs/wrong-tasks.json').mistakes.map(({ code, file, message, hint }) => `${file} ${code}: ${message}. ${hint}`);

loading('a file that is not there proves nothing', ({ folder }) => {
  assert.equal(loadProofs(join(folder, 'gone.json'), 'gone.json'), { proofs: {}, mistakes: [] });
});

loading('what is in it is handed on', ({ folder }) => {
  const proofs = { late: { says: 'It comes late.', language: 'python', proves: { 'task.done.one': ['done/one'] } } };
  writeFileSync(join(folder, 'p.json'), JSON.stringify(proofs));
  assert.equal(loadProofs(join(folder, 'p.json'), 'p.json'), { proofs, mistakes: [] });
});

loading('what is no JSON, no proof or no file is told', ({ folder }) => {
  writeFileSync(join(folder, 'a.json'), '{"half');
  writeFileSync(join(folder, 'b.json'), '{"late": {"says": "It comes late.", "language": "perl", "proves": {}}}');
  mkdirSync(join(folder, 'c.json'));
  assert.match(told(join(folder, 'a.json')).join(), /wrong-tasks\.json proofs: it is no JSON \(.+\)\. The file is generated; make it anew\./u);
  assert.equal(told(join(folder, 'b.json')), ['spec/proofs/wrong-tasks.json proofs: late › language: typescript or python was expected. The file is generated; make it anew.']);
  assert.equal(told(join(folder, 'c.json')), ['spec/proofs/wrong-tasks.json file-unreadable: it cannot be read (EISDIR). The file is generated; make it anew.']);
});

loading.run();
