// The only place that reads names such as `./my-adapter.ts`: a user's module, run in a child process of ours.

import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { AdapterError, type Adapter } from '../../conformance/adapter.ts';
import { linkToChild } from '../line-child/link.ts';
import { nodeHost } from '../line-child/node-host.ts';
import type { Setup } from '../stdio/connection.ts';
import { protocolAdapter } from '../stdio/protocol-adapter.ts';
import { loaderFor } from './typescript-loader.ts';

export interface ModuleOptions {
  /** The module that the child process runs; from source, host.ts beside this file; bundled, module-host.js. */
  readonly host?: URL;
  /** Milliseconds that loading the module may take. */
  readonly startMilliseconds?: number;
  readonly overhear?: Setup['overhear'] | undefined;
}

/** Throws AdapterError, when it is started, where there is no such file or this Node cannot load it. */
export function moduleAdapter(name: string, options: ModuleOptions = {}): Adapter {
  const path = resolve(name);
  const host = options.host ?? new URL(import.meta.url.endsWith('.ts') ? './host.ts' : './module-host.js', import.meta.url);
  return {
    name,
    async start() {
      if (!existsSync(path)) throw new AdapterError(`${name}: there is no such file`, `It was looked for as ${path}. Write the path of a module that exports an adapter.`);
      if (!statSync(path).isFile()) throw new AdapterError(`${name} is no file`, 'Name the module: ./folder/adapter.js.');
      const { file, args } = nodeHost(host, [path]);
      return protocolAdapter({
        name, shown: name, open: linkToChild({ file, args: [...loaderFor(path), ...args] }),
        hint: 'It is loaded in a process of its own and must come to an end: what it does at the top of the module belongs into functions.',
        startMilliseconds: options.startMilliseconds ?? 30_000, overhear: options.overhear,
      }).start();
    },
  };
}
