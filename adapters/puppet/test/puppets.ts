// The only place where tests name the example adapters, by absolute paths.

import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const example = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
const quoted = (path: string): string => `'${path}'`;

export const pythonPuppet = (python: string): string => `stdio:${quoted(python)} ${quoted(example('puppet.py'))}`;

/** With a patched asyncio, as a variable of its environment gives it. */
export const patchedPuppet = (python: string, folder: string): string =>
  `stdio:/usr/bin/env ${quoted(`PYTHONPATH=${folder}`)} ${quoted(python)} ${quoted(example('puppet.py'))}`;

/** The reference from its sources, which takes tsx. */
export const javascriptPuppet = [
  `stdio:${quoted(process.execPath)} --import`, quoted(pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href),
  quoted(example('puppet.mjs')), quoted(fileURLToPath(new URL('../../../reference/index.ts', import.meta.url))),
].join(' ');
