// Every report of what is published, by many real implementations, is held to the rules of its format.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rules } from '../../../../reports/test/rules.ts';
import { whereFound } from '../../../test/where-found.ts';
import { openSpec } from '../../spec-source.ts';
import { aFolder } from '../../test/folder.ts';
import { commandIn } from '../../test/taskspec.ts';
import { keptStreams } from '../kept-streams.ts';
import { publishedFolder } from '../published-files.ts';
import { staleness } from './stale.ts';

const reporting = suite('reports of what is published');
const { path, remove } = aFolder();
reporting.after(remove);
const root = fileURLToPath(new URL('../../../..', import.meta.url));
const spec = await openSpec(undefined);
const streams = keptStreams(root).flatMap((kept) => ('stream' in kept ? [kept.stream] : []));
const whilePresent = whereFound(reporting, staleness(spec, streams));
/** The page needs a build; it is held to its rules in a browser. */
const formats = Object.keys(rules).filter((name) => name !== 'html');

whilePresent('one command makes them all, and each is right by its own rules', async () => {
  const files = readdirSync(join(root, publishedFolder)).filter((file) => file.endsWith('.jsonl')).map((file) => join(root, publishedFolder, file));
  assert.ok(files.length >= 15, `${files.length} implementations`);
  const { code, err } = await commandIn(path)(['report', ...files, ...formats.flatMap((name) => ['--reporter', `${name}=${name}.out`])]);
  assert.equal([code, err], [1, ''], 'some of them do not conform');
  for (const name of formats) assert.equal(await rules[name]?.(readFileSync(join(path, `${name}.out`), 'utf8')), [], name);
});

reporting.run();
