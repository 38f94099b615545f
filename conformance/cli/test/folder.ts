// The only place for folders that a test may fill and that are gone afterwards.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Folder {
  readonly path: string;
  readonly remove: () => void;
}

export function aFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'taskspec-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
