import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { testsTold } from '../tests-told.ts';

const told = suite('what uvu told');

const summary = (total: number, passed: number, skipped: number): string =>
  `  Total:     ${total}\n\u001b[32m  Passed:    ${passed}\u001b[39m\n  Skipped:   \u001b[33m${skipped}\u001b[39m\n`;

told('what failed is what ran and did not pass, in colour or not, over several summaries', () => {
  assert.equal(testsTold(summary(10, 8, 0) + summary(5, 5, 1)), { passed: 13, failed: 2, skipped: 1 });
});

told('uvu itself counts no skipped test as one that ran', () => {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const script = `import { suite } from 'uvu'; const s = suite('s'); s('a', () => {}); s['skip']('b', () => {}); s.run();`;
  const log = execFileSync(process.execPath, ['--import', tsx, '--input-type=module', '-e', script], { cwd: fileURLToPath(new URL('.', import.meta.url)), encoding: 'utf8' });
  assert.equal(testsTold(log), { passed: 1, failed: 0, skipped: 1 });
});

told('a log without a test is no success', () => {
  assert.equal(testsTold('nothing'), { passed: 0, failed: 0, skipped: 0 });
});

told.run();
