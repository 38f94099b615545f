// The only place that makes the package: bundles the command and the two libraries, compiles the specification and the
// schemas into them, and writes the type declarations. `npm run build` runs it; nothing imports it.

import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { encodeForPython } from '../../adapters/python/encode.ts';
import { buildPage } from './build-page.ts';
import { writeCompiled } from './compiled-spec.ts';
import { emittedName, writeEmitted } from './emitted-programs.ts';
import { pageName } from './explorer-page.ts';
import { startTogether } from './start-together.ts';
import { loadSpec } from '../load/load-spec.ts';
import { renderMistake } from '../load/mistake.ts';
import { ajvOptions } from '../load/validators.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const schemas = ['scenario', 'clauses', 'situations', 'baseline', 'ledger'] as const;

/** Puts the compiled schemas where the sources compile them, so that ajv stays a tool of the build. */
const compiledSchemas: Plugin = {
  name: 'compiled-schemas',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]load[\\/]validators\.ts$/ }, () => ({ contents: compileSchemas(), loader: 'js', resolveDir: root }));
  },
};

function compileSchemas(): string {
  const ajv = new Ajv({ ...ajvOptions, code: { source: true, esm: true } });
  for (const name of schemas) {
    ajv.addSchema(JSON.parse(readFileSync(join(root, 'spec', 'schema', `${name}.schema.json`), 'utf8')), name);
  }
  const code = standalone.default(ajv, Object.fromEntries(schemas.map((name) => [name, name])));
  const imports: string[] = [];
  const body = code.replace(/require\("(ajv\/dist\/runtime\/[a-z0-9]+)"\)/gu, (_, path: string) => {
    imports.push(`import runtime${imports.length} from "${path}.js";`);
    return `runtime${imports.length - 1}`;
  });
  return `${imports.join('\n')}\n${body}`;
}

/** Files that run outside the bundle: Python for a child process. */
function copyPython(): void {
  for (const folder of ['python', 'micropython'].map((name) => join(root, 'adapters', name))) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.py'))) copyFileSync(join(folder, file), join(dist, file));
  }
}

/** What is bundled came under terms that ask for their text to go along. */
function copyLicences(inputs: readonly string[]): void {
  const packages = [...new Set(inputs.flatMap((input) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(input)?.[1] ?? []))].sort();
  const texts = packages.map((name) => {
    const folder = join(root, 'node_modules', name);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.\w+)?$/iu.test(entry));
    if (file === undefined) throw new Error(`${name} is bundled and has no licence file`);
    return `${name}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  writeFileSync(join(dist, 'third-party-licences.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}

function compileSpec(): void {
  const { spec, mistakes } = loadSpec(join(root, 'spec'));
  if (mistakes.length > 0) {
    process.stderr.write(`${mistakes.map(renderMistake).join('\n\n')}\n`);
    process.exit(2);
  }
  writeCompiled(dist, spec);
  writeFileSync(join(dist, emittedName), writeEmitted(spec.scenarios, encodeForPython));
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const apart = {
  reference: 'reference/index.ts',
  'module-host': 'adapters/module/host.ts',
  'pyodide-host': 'adapters/pyodide/host.ts',
  'micropython-host': 'adapters/micropython/host.ts',
  'c-promise2-host': 'adapters/c-promise2/host.ts',
};
const bundle = {
  absWorkingDir: root,
  entryPoints: { taskspec: 'conformance/cli/main.ts', index: 'conformance/cli/index.ts', ...apart },
  outdir: dist,
  bundle: true,
  splitting: true,
  chunkNames: '[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['esbuild', 'yaml', 'pyodide', '@micropython/micropython-webassembly-pyscript', 'c-promise2'],
  plugins: [compiledSchemas],
  legalComments: 'inline',
  logLevel: 'warning',
} satisfies BuildOptions;
const { metafile } = await build({ ...bundle, plugins: [...bundle.plugins, await startTogether(bundle, Object.values(apart))], metafile: true });
const command = join(dist, 'taskspec.js');
writeFileSync(command, `#!/usr/bin/env node\n${readFileSync(command, 'utf8')}`);
chmodSync(command, 0o755);
copyPython();
const page = await buildPage(root);
writeFileSync(join(dist, pageName), page.text);
copyLicences([...Object.keys(metafile.inputs), ...page.inputs]);
compileSpec();
execFileSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
