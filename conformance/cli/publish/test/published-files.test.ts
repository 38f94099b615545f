// What is published is true: of the present specification, whole, made of its own streams, and of no machine.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { conclude } from '../../../conclusion.ts';
import { judgedOf } from '../../../report.ts';
import { whereFound } from '../../../test/where-found.ts';
import { illustrate } from '../../illustrate.ts';
import { openSpec } from '../../spec-source.ts';
import { candidates, examples, streamFile } from '../candidates.ts';
import { keptStreams } from '../kept-streams.ts';
import { pathsIn } from '../machine.ts';
import { command, divergencesFile, publishedFiles, publishedFolder } from '../published-files.ts';
import { summaryIn } from '../summary-in.ts';
import { staleness } from './stale.ts';

const published = suite('what is published');
const root = fileURLToPath(new URL('../../../..', import.meta.url));
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const spec = await openSpec(undefined);
const kept = keptStreams(root);
const streams = kept.flatMap((one) => ('stream' in one ? [one.stream] : []));
const stale = staleness(spec, streams);

/** A page whose data can be read: another zlib may pack it into other bytes. */
const unpacked = (page: string): string =>
  page.replace(/(data-packed="deflate-raw" id="data">)([^<]+)/u, (_, tag: string, packed: string) => `${tag}${inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8')}`);

const whilePresent = whereFound(published, stale);

published('every stream is whole', () => {
  assert.equal(kept.flatMap((one) => ('problem' in one ? [`${one.file}: ${one.problem}`] : [])), []);
});

whilePresent('the divergences are of the present specification too', () => {
  assert.is(JSON.parse(text(divergencesFile)).spec, spec.digest);
});

published('no scenario is left out, nothing is flaky, and each implementation was judged', () => {
  for (const stream of streams) {
    const { name, selected } = stream.header;
    if (stale === null) assert.is(selected, spec.scenarios.length, name);
    assert.ok(['conforms', 'does not conform'].includes(conclude(judgedOf(stream))), name);
    assert.is(stream.footer.totals.flaky, 0, name);
  }
});

published('the least that it is of: the reference, CPython of both Tasks, others, and both examples', () => {
  const names = streams.map(({ header }) => header.name);
  for (const wanted of ['reference', 'python:3.7', 'python+pure:3.7', 'python:3.13', 'pypy', 'uvloop', 'pyodide', 'micropython', ...examples]) assert.ok(names.includes(wanted), wanted);
  assert.equal(kept.map(({ file }) => file), names.map(streamFile));
  assert.equal(candidates(names.filter((name) => !name.startsWith('stdio:')).map((name) => ({ name, found: true, what: '', hint: null }))), names);
});

whilePresent('every page is what its streams give, the summary in the README of the project too', async () => {
  const { files, summary } = publishedFiles(spec, streams, await illustrate(spec));
  for (const [file, made] of files) assert.ok(unpacked(text(file)) === unpacked(made), `${file} is not what the streams give: \`${command} -- --render\` makes it again`);
  const readme = text('README.md');
  assert.ok(summaryIn(readme, summary) === readme, `the table in README.md is not what the streams give: \`${command} -- --render\` writes it again`);
});

published('nothing in it tells where or whose the machine was', () => {
  const files = [...readdirSync(join(root, publishedFolder)).map((name) => `${publishedFolder}/${name}`), divergencesFile];
  for (const file of files) assert.equal(pathsIn(unpacked(text(file))), [], file);
});

published.run();
