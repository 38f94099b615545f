// The only place that looks for one command by name on PATH, or as a file.

import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** The path of a command that can be run, or null. A name with a slash is the file itself. */
export function findCommand(name: string, path: string = process.env['PATH'] ?? ''): string | null {
  if (/[/\\]/.test(name)) return isExecutable(resolve(name)) ? resolve(name) : null;
  return path.split(delimiter).filter((folder) => folder !== '').map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

/** Whether it is a file that this user may run. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
