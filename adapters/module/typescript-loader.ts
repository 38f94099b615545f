// The only place that decides how Node is made to load a user's module: as it is, without its types, or through tsx.

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { AdapterError } from '../../conformance/adapter.ts';

/** What of a Node decides it. */
export interface NodeAtHand {
  readonly version: string;
  /** It strips types without being asked. */
  readonly strips: boolean;
  /** It knows the flag that makes it strip types. */
  readonly knowsFlag: boolean;
  /** The path of tsx as the module would import it, or null. */
  tsx(module: string): string | null;
}

/** Node's arguments for loading the module. Throws AdapterError where it is TypeScript, and nothing at hand reads that. */
export function loaderFor(module: string, node: NodeAtHand = thisNode): readonly string[] {
  if (!/\.[cm]?ts$/u.test(module) || node.strips) return [];
  if (node.knowsFlag) return ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  const tsx = node.tsx(module);
  if (tsx !== null) return ['--import', pathToFileURL(tsx).href];
  throw new AdapterError(
    `${module} is TypeScript, which Node ${node.version} cannot load`,
    'Install tsx beside it (npm install --save-dev tsx), use Node 22.18 or later, or give it as JavaScript: a .js or .mjs file.',
  );
}

const thisNode: NodeAtHand = {
  version: process.versions.node,
  strips: 'typescript' in process.features && process.features.typescript !== false,
  knowsFlag: process.allowedNodeEnvironmentFlags.has('--experimental-strip-types'),
  tsx(module) {
    try {
      return createRequire(module).resolve('tsx');
    } catch {
      return null; // Not installed there.
    }
  },
};
