// The only place that writes files a user keeps: whole or not at all.

import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/**
 * Writes beside the file, syncs, renames. Returns null, or why it could not be written; then the old file stands.
 * A link stays and its file is replaced; a device or a pipe is written into, for renaming would put a file in its place.
 */
export function writeWhole(path: string, text: string): string | null {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory() === true) return `${path} is a directory`;
    if (there === undefined || there.isFile()) replace(there === undefined ? path : realpathSync(path), text);
    else writeFileSync(path, text);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `${path} cannot be written (${reason})`;
  }
}

function replace(path: string, text: string): void {
  const temporary = join(dirname(path), `.${process.pid}.tmp`);
  makeFolder(dirname(path));
  try {
    const file = openSync(temporary, 'w');
    try {
      const bytes = Buffer.from(text);
      for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
