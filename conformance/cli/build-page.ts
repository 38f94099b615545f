// The only place that builds the explorer's page, without data: script and style in one file of HTML, which forbids itself to
// ask for anything else. The package's build keeps it; a checkout builds it when it is asked for.

import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import { dataPlace } from '../../reports/html/embed.ts';

export interface BuiltPage {
  readonly text: string;
  /** Files that went into it. */
  readonly inputs: readonly string[];
}

/** `root`: the folder of the package. */
export async function buildPage(root: string): Promise<BuiltPage> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root, entryPoints: ['reports/html/app/main.tsx'], outdir: 'page', write: false, metafile: true,
    bundle: true, minify: true, format: 'esm', platform: 'browser', target: ['chrome105', 'firefox113', 'safari16.4'],
    jsx: 'automatic', jsxImportSource: 'preact', tsconfigRaw: {}, legalComments: 'inline', charset: 'utf8', logLevel: 'warning',
  });
  const part = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? '';
  return { text: page(part('.js'), part('.css')), inputs: Object.keys(metafile.inputs) };
}

/** The script is named by its digest: whatever else got into the page could not run. */
function page(script: string, style: string): string {
  const digest = createHash('sha256').update(script).digest('base64');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${digest}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="taskspec">
<link rel="icon" href="data:,">
<title>asyncio.Task: conformance · taskspec</title>
<style>${style}</style>
</head>
<body>
<div id="root"><noscript><p>This page shows results of taskspec and needs its own script for that; it asks no server for anything. Without scripts: taskspec report --reporter markdown.</p></noscript></div>
${dataPlace}
<!-- Preact, MIT licence, copyright (c) 2015-present Jason Miller -->
<script type="module">${script}</script>
</body>
</html>
`;
}
