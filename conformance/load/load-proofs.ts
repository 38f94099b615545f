// The only place that reads the file of proofs; one that is not there proves nothing, one that is broken is a mistake.

import { existsSync, readFileSync } from 'node:fs';
import { readProofs, type Proofs } from '../proofs.ts';
import type { Mistake } from './mistake.ts';
import { whyUnreadable } from './read-file.ts';

export interface LoadedProofs {
  readonly proofs: Proofs;
  readonly mistakes: readonly Mistake[];
}

/** `file` is the name that messages give. */
export function loadProofs(path: string, file: string): LoadedProofs {
  if (!existsSync(path)) return { proofs: {}, mistakes: [] };
  const refuse = (code: Mistake['code'], message: string): LoadedProofs => ({
    proofs: {}, mistakes: [{ code, file, line: 1, column: 1, message, hint: 'The file is generated; make it anew.', sourceLine: null }],
  });
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return refuse('file-unreadable', `it cannot be read (${whyUnreadable(error)})`);
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return refuse('proofs', `it is no JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  const read = readProofs(data);
  return read.kind === 'proofs' ? { proofs: read.proofs, mistakes: [] } : refuse('proofs', `${read.where}: ${read.message}`);
}
