// The only place that knows which files of the reference are mutated: those that Stryker's configuration names.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Below the root of the project, where Stryker must be started. */
export const strykerConfig = 'conformance/cli/mutation/stryker.config.json';

/** The text of each mutated file, by its name below reference/. */
export function mutatedSources(root: string): ReadonlyMap<string, string> {
  const config: unknown = JSON.parse(readFileSync(join(root, strykerConfig), 'utf8'));
  if (typeof config !== 'object' || config === null || !('mutate' in config) || !Array.isArray(config.mutate)) {
    throw new Error(`${strykerConfig} lacks the list 'mutate'`);
  }
  return new Map(config.mutate.map((path) => [basename(String(path)), readFileSync(join(root, String(path)), 'utf8')]));
}
