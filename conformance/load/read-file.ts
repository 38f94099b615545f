// The only place that reads a spec file: what is no readable text of a sensible size is a mistake, never an exception.

import { readFileSync, statSync } from 'node:fs';
import type { Mistake } from './mistake.ts';

/** Bytes; the largest scenario of the suite has three thousand. */
const LARGEST = 256 * 1024;

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mistake'; readonly mistakes: readonly Mistake[] };

/** The file's text, or why there is none. `file` is the name that messages give. */
export function readText(path: string, file: string): FileText {
  const refuse = (code: Mistake['code'], message: string, hint: string): FileText =>
    ({ kind: 'mistake', mistakes: [{ code, file, line: 1, column: 1, message, hint, sourceLine: null }] });
  let bytes: Buffer;
  try {
    const status = statSync(path);
    if (status.isDirectory()) {
      return refuse('file-unreadable', 'this is a directory', 'Name a YAML file.');
    }
    if (!status.isFile()) return refuse('file-unreadable', 'this is no regular file', 'Name a YAML file.');
    if (status.size > LARGEST) {
      return refuse('file-too-large', `${status.size} bytes are more than the ${LARGEST} that a spec file may have`,
        'Split it: one scenario tests one thing.');
    }
    bytes = readFileSync(path);
  } catch (error) {
    return refuse('file-unreadable', `it cannot be read (${whyUnreadable(error)})`, 'Check that it exists and that you may read it.');
  }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return refuse('file-not-utf8', 'it is not UTF-8', 'Save it as UTF-8.');
  }
}

/** The operating system's word for it, `ENOENT`, or what else there is to say. */
export const whyUnreadable = (error: unknown): string =>
  (error instanceof Error && 'code' in error ? String(error.code) : String(error));
