// The only place for the adapter of c-promise2: cancelable promises in JavaScript, which nobody here wrote.

import { AdapterError, type Adapter } from '../../conformance/adapter.ts';
import { startSession } from '../line-child/child-session.ts';
import { findPackages, type FoundPackage } from '../line-child/find-package.ts';
import { nodeHost } from '../line-child/node-host.ts';
import { capabilities, startsAtOnce } from './binding.ts';

export interface CPromiseOptions {
  /** The module that the child process runs; from source, host.ts beside this file; bundled, c-promise2-host.js. */
  readonly host?: URL;
  readonly startMilliseconds?: number;
}

/** What installs it. */
export const cPromiseInstall = 'npm install c-promise2';

/** `c-promise2`: throws AdapterError where the name is another. */
export function cPromiseAdapter(name: string, options: CPromiseOptions = {}): Adapter {
  if (name !== 'c-promise2') throw new AdapterError(`${name} is no name of c-promise2`, 'Write c-promise2.');
  const host = options.host ?? new URL(import.meta.url.endsWith('.ts') ? './host.ts' : './c-promise2-host.js', import.meta.url);
  return {
    name,
    async start() {
      const found = findCPromise();
      if (found === null) throw new AdapterError('the package c-promise2 is not installed', `Install it: \`${cPromiseInstall}\`.`);
      return startSession({
        name,
        command: (nonce) => nodeHost(host, [nonce, found.file, found.version]),
        startMilliseconds: options.startMilliseconds ?? 30_000,
        hint: `Install it again: \`${cPromiseInstall}\`.`,
        streams: true,
        keeps: false,
        encode: (program) => JSON.stringify(program),
        describe: ({ implementation = 'c-promise2', version = '', task = '', ...environment }) => ({
          name, implementation, version, task, environment, capabilities, byDesign: startsAtOnce,
          // Its error of cancellation is an Error like others, as it was until then.
          target: '3.7',
        }),
      });
    },
  };
}

/** Its CommonJS bundle, or null. */
export function findCPromise(): FoundPackage | null {
  return findPackages('c-promise2', 'c-promise2')[0] ?? null;
}
