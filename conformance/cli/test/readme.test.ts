// The figures of the README of the project are those that the commands print.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { whereFound } from '../../test/where-found.ts';
import { keptStreams } from '../publish/kept-streams.ts';
import { publishedFolder } from '../publish/published-files.ts';
import { staleness } from '../publish/test/stale.ts';
import { openSpec } from '../spec-source.ts';
import { commandIn } from './taskspec.ts';

const figures = suite('the figures of the README');
const root = fileURLToPath(new URL('../../..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const taskspec = commandIn(root);
const spec = await openSpec(undefined);
const streams = keptStreams(root).flatMap((kept) => ('stream' in kept ? [kept.stream] : []));
const whilePresent = whereFound(figures, staleness(spec, streams));

figures('coverage, in the table and as it is printed', async () => {
  const { out } = await taskspec(['coverage']);
  const printed = out.split('\n').filter((line) => /^ {2}(?:sentences|testable clauses|observed|contested) +\d|^[\d.]+ % of/u.test(line));
  assert.is(printed.length, 5);
  assert.equal(printed.filter((line) => !readme.includes(`${line}\n`)), []);
  const levels = (...wanted: readonly string[]): number => spec.clauses.filter(({ level }) => wanted.includes(level)).length;
  const testable = levels('must', 'should', 'may');
  assert.ok(readme.includes(`**${spec.ledger.rows.length} of ${spec.ledger.rows.length}**`));
  assert.ok(readme.includes(`**${testable} of ${testable} (and all ${levels('observed', 'contested')} that`));
});

figures('the mutants', () => {
  const { totals }: { readonly totals: Readonly<Record<string, number>> } = JSON.parse(readFileSync(join(root, 'spec', 'proofs', 'mutants.json'), 'utf8'));
  const { ignored = 0, survived = 0, 'no-coverage': unreached = 0 } = totals;
  const tried = Object.values(totals).reduce((sum, count) => sum + count, 0) - ignored;
  assert.ok(readme.includes(`${tried} mutants: ${tried - survived - unreached} noticed`), `${tried} mutants: ${tried - survived - unreached} noticed`);
});

/** Lines such as `  reference  conforms  3 passed`, whose totals may go on in the next one; with one space for several. */
const conclusionsIn = (text: string): readonly string[] =>
  [...text.replace(/\n {30,}/gu, ' ').matchAll(/^ {2}(\S.*?) {2,}(conforms|does not conform) {2,}(\d.*)$/gmu)].map((line) => line.slice(1).join(' '));

whilePresent('how the implementations come out', async () => {
  const files = readdirSync(join(root, publishedFolder)).filter((file) => file.endsWith('.jsonl')).map((file) => `${publishedFolder}/${file}`);
  const { out } = await taskspec(['report', ...files]);
  const told = new Set(conclusionsIn(out));
  const said = conclusionsIn(readme).map((line) => line.replace('my-adapter/adapter.py', 'adapters/examples/puppet.py'));
  assert.ok(said.length > 8, `${said.length} lines`);
  assert.equal(said.filter((line) => !told.has(line)), []);
});

figures.run();
