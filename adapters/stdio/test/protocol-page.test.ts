// PROTOCOL.md stays true: its conversation is a real one, its lists are the closed lists, its examples are as the schema says.

import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { capabilities } from '../../../conformance/capabilities.ts';
import { words } from '../../../conformance/program.ts';
import { isFields } from '../check.ts';
import { verbs } from '../message.ts';
import { puppetsLack } from '../protocol-adapter.ts';
import { overhear, programOf } from './overheard.ts';

const page = suite('the page of the protocol');

const file = new URL('../../PROTOCOL.md', import.meta.url);
const text = (): string => readFileSync(file, 'utf8');
const names = (part: string): readonly string[] => [...part.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name);
const section = (title: string): string => text().split(/^## /mu).find((part) => part.startsWith(`${title}\n`)) ?? '';
const firstCells = (part: string): readonly string[] => [...part.matchAll(/^\| ([^|]+) \|/gmu)].map(([, cell = '']) => cell);

page('its table of capabilities is the closed list', () => {
  assert.equal(firstCells(section('Capabilities')).flatMap(names), [...capabilities]);
});

page('its table of verbs has each of them', () => {
  const cells = firstCells(section('Puppet mode')).map((cell) => names(cell)[0] ?? '');
  assert.equal(verbs.filter((verb) => !cells.includes(verb)), []);
});

page('it names what no puppet can show', () => {
  const [, sentence = ''] = /^Not to be had in this mode([\s\S]*?)\n\n/mu.exec(text()) ?? [];
  assert.equal(new Set(names(sentence)), new Set(puppetsLack));
});

page('it explains every word that a puppet may be asked for', () => {
  const [, row = ''] = /^\| `\{"word":"sleep"\}` \|(.*)$/mu.exec(text()) ?? [];
  const explained = new Set(row.split(/[^A-Za-z_]+/u));
  const notInPuppets = ['printed', 'stdout', 'stderr'];
  assert.equal(words.filter((word) => !explained.has(word) && !notInPuppets.includes(word)), []);
});

page('its examples are as the schema says', () => {
  const schema: unknown = JSON.parse(readFileSync(new URL('../../protocol.schema.json', import.meta.url), 'utf8'));
  if (!isFields(schema)) throw new Error('the schema is an object');
  const validate = new Ajv({ strict: false }).compile(schema);
  const examples = [...text().matchAll(/```json\n([\s\S]*?)```/gu)].flatMap(([, lines = '']) => lines.trim().split('\n'));
  assert.ok(examples.length >= 7);
  assert.equal(examples.filter((line) => !validate(JSON.parse(line))), []);
});

page('its conversation is what runner and adapter say', async () => {
  const lines = await overhear([programOf('cancel/answered-with-an-error')], { notes: false });
  const said = lines.map(({ from, text: line }) => `${from === 'runner' ? '→' : '←'} ${line}`).join('\n');
  const block = /(<!-- conversation: .*-->\n)([\s\S]*?)(<!-- end of the conversation -->)/u;
  const expected = text().replace(block, (_, begin: string, __, end: string) => `${begin}\n\`\`\`\n${said}\n\`\`\`\n\n${end}`);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, expected);
  assert.fixture(text(), expected, 'UPDATE_GOLDEN=1 writes the conversation anew');
});

page.run();
