// The only place that compares a report with the text that was agreed on; UPDATE_GOLDEN=1 writes it anew, for a review.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';

export function golden(name: string, text: string): void {
  const file = fileURLToPath(new URL(`golden/${name}`, import.meta.url));
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  assert.fixture(text, readFileSync(file, 'utf8'), `UPDATE_GOLDEN=1 writes ${name} anew`);
}
