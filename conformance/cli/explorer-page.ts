// The only place that finds the explorer's page: the one that the package carries, or one built from the sources at hand.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from './package-root.ts';

/** The build puts it beside the bundle. */
export const pageName = 'explorer.html';
const built = join(dirname(fileURLToPath(import.meta.url)), pageName);

export async function explorerPage(): Promise<string> {
  if (existsSync(built)) return readFileSync(built, 'utf8');
  const { buildPage } = await import('./build-page.ts');
  return (await buildPage(packageRoot())).text;
}
