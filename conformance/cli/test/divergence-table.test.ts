// The table of known divergences in adapters/README.md stays true to the names: its scenarios are there, and its implementations can be asked for.

import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { implementationOf } from '../implementations.ts';
import { openSpec } from '../spec-source.ts';

const table = suite('the table of known divergences');

const page = readFileSync(new URL('../../../adapters/README.md', import.meta.url), 'utf8');
const section = page.split(/^## /mu).find((part) => part.startsWith('Known divergences\n')) ?? '';
const names = (cell: string | undefined): readonly string[] => [...(cell ?? '').matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name);
const rows = section.split('\n').filter((line) => line.startsWith('| ')).slice(1).map((line) => line.split(' | '));

table('it has rows, each with its scenarios, and every scenario is there', async () => {
  const known = new Set((await openSpec(undefined)).scenarios.map(({ id }) => id));
  assert.ok(rows.length > 15, `${rows.length} rows were found`);
  for (const [what, , shown] of rows) {
    assert.ok(names(shown).length > 0, `no scenario shows: ${what}`);
    assert.equal(names(shown).filter((id) => !known.has(id)), [], what);
  }
});

table('the implementations that it names can be asked for', () => {
  for (const name of new Set(rows.flatMap(([, on]) => names(on)))) assert.is(implementationOf(name).name, name);
});

table.run();
