// The only place that knows how to run a module of ours in a Node of its own, from source and from the bundle.

import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Command } from './line-child.ts';

/** The command that runs it. */
export function nodeHost(host: URL, args: readonly string[]): Command {
  return { file: process.execPath, args: [...loaderOf(host), fileURLToPath(host), ...args] };
}

/** Only a checkout runs TypeScript, and it has tsx. */
function loaderOf(host: URL): readonly string[] {
  if (!host.pathname.endsWith('.ts')) return [];
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];
}
