// The only place that asks an interpreter for one line, without a harness.

import { execFile } from 'node:child_process';

/** What a line of Python prints, without its end; null where it fails, prints nothing, or takes longer than `patience` milliseconds. */
export function askPython(file: string, code: string, patience = 20_000): Promise<string | null> {
  return new Promise((answer) => {
    execFile(file, ['-c', code], { timeout: patience, killSignal: 'SIGKILL' }, (error, stdout) => {
      const [line = ''] = stdout.split('\n');
      answer(error !== null || line.trim() === '' ? null : line.trim());
    });
  });
}
