// The files for pipelines: what of them is a script is run, with the command from the sources in the place of the installed one.

import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { aFolder } from './folder.ts';
import { argumentsOf, withoutColour } from './taskspec.ts';

const pipelines = suite('files for pipelines');
const { path, remove } = aFolder();
pipelines.after(remove);
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Stands in for the installed command: npx, taskspec and the built file all are the command from the sources. */
const bin = join(path, 'bin');
const call = [process.execPath, ...argumentsOf([])].map((word) => `'${word}'`).join(' ');
pipelines.before(() => {
  mkdirSync(bin);
  for (const [name, text] of [['npx', `shift; exec ${call} "$@"`], ['taskspec', `exec ${call} "$@"`], ['npm', 'exit 0'], ['node', `shift; exec ${call} "$@"`]] as const) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  }
});

interface Ended {
  readonly code: number;
  readonly out: string;
}
const bash = (script: string, variables: Readonly<Record<string, string>>): Promise<Ended> => new Promise((resolve) => {
  const env = { ...withoutColour(), PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, ...variables };
  execFile('bash', ['-e', '-c', script], { cwd: path, env }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out: out + err }));
});
const yaml = (...place: readonly string[]) => parse(readFileSync(join(root, ...place), 'utf8'));

const action = (inputs: Readonly<Record<string, string>>): Promise<Ended> => {
  const judge: { readonly env: Readonly<Record<string, string>>; readonly run: string } = yaml('action.yml').runs.steps.at(-1);
  const variables = Object.fromEntries(Object.entries(judge.env).map(([name, value]) =>
    [name, value.replace(/\$\{\{ inputs\.([a-z-]+) \}\}/gu, (_, input: string) => inputs[input] ?? '').replace('${{ github.action_path }}', root)]));
  return bash(judge.run, variables);
};

pipelines('the action judges, alone or against a baseline, and passes the exit code on', async () => {
  const run = await action({ implementation: 'reference', options: '--filter=done/*' });
  assert.is(run.code, 0, run.out);
  assert.match(run.out, /reference {2}conforms/u);
  assert.is((await action({ implementation: 'reference', options: '--update', baseline: 'base line.yaml' })).code, 0);
  assert.is((await action({ implementation: 'reference', baseline: 'base line.yaml' })).code, 0);
  assert.is((await action({ implementation: 'no-such-thing' })).code, 2);
});

pipelines('nothing that the action is given is run', async () => {
  const { code, out } = await action({ implementation: '$(touch broken) `touch broken`; touch broken', options: '"; touch broken #' });
  assert.is(code, 2, out);
  assert.not.ok(readdirSync(path).includes('broken'));
  assert.not.match(yaml('action.yml').runs.steps.map((step: { readonly run: string }) => step.run).join('\n'), /\$\{\{/u);
});

pipelines('the jobs of GitLab judge a part each, and the last one joins and compares', async () => {
  const jobs: Readonly<Record<string, { readonly script: readonly string[] }>> = yaml('conformance', 'cli', 'ci', 'gitlab.yml');
  const script = (name: string): string => (jobs[name]?.script ?? []).join('\n').replaceAll('./my-adapter.ts', 'reference');
  for (const index of ['1', '2', '3']) assert.is((await bash(script('taskspec'), { CI_NODE_INDEX: index, CI_NODE_TOTAL: '3' })).code, 0);
  assert.is((await action({ implementation: 'reference', options: '--update', baseline: 'taskspec-baseline.yaml' })).code, 0);
  const { code, out } = await bash(script('conformance'), {});
  assert.is(code, 0, out);
  assert.match(out, /no regression against taskspec-baseline\.yaml/u);
});

pipelines('the pods of the indexed Job judge a part each, counted from 0', async () => {
  const { spec } = yaml('conformance', 'cli', 'ci', 'kubernetes.yaml');
  const [container] = spec.template.spec.containers;
  const shards = container.env.find(({ name }: { readonly name: string }) => name === 'SHARDS').value;
  assert.is(Number(shards), spec.completions);
  const { code, out } = await bash(container.args[0], { JOB_COMPLETION_INDEX: '7', SHARDS: shards, IMPLEMENTATIONS: 'reference' });
  assert.is(code, 0, out);
  assert.ok(readdirSync(join(path, '.taskspec')).includes('reference.8-of-8.jsonl'));
});

pipelines.run();
