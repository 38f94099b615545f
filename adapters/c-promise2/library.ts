// The only place for what of c-promise2 is used here, and for loading it into a queue of its own.

import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type { ErrorClass } from '../in-process/binding.ts';
import type { Turns } from './turns.ts';

export interface CPromise {
  readonly isPending: boolean;
  readonly isCanceled: boolean;
  cancel(): unknown;
  resolve(value: unknown): unknown;
  reject(error: unknown): unknown;
  then(fulfilled: (value: unknown) => void, rejected: (error: unknown) => void): unknown;
}

export interface Library {
  readonly CPromise: {
    new (executor: () => void): CPromise;
    run(coroutine: unknown): CPromise;
    delay(milliseconds: unknown, value: unknown): CPromise;
    all(awaitables: readonly unknown[]): CPromise;
    isCPromise(value: unknown): boolean;
  };
  readonly CanceledError: ErrorClass;
}

/** Reads the package's CommonJS bundle, which imports nothing. */
export function loadLibrary(file: string, turns: Turns): Library {
  const make: unknown = new Script(`(function (exports) {${readFileSync(file, 'utf8')}\n})`, { filename: file }).runInContext(turns.context);
  if (typeof make !== 'function') throw new Error('bug: a function expression is no function');
  const exported: object = {};
  make(exported);
  if (!isLibrary(exported)) throw new Error(`${file} is no c-promise2`);
  return exported;
}

function isLibrary(module: object): module is Library {
  return 'CPromise' in module && typeof module.CPromise === 'function' && 'run' in module.CPromise && 'delay' in module.CPromise
    && 'CanceledError' in module && typeof module.CanceledError === 'function';
}
