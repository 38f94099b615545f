// PROTOCOL.md stays true: its lists are the closed lists, its examples are as the schema says. (Its conversation: conformance/cli/test/recording.test.ts.)

import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { capabilities } from '../../../conformance/capabilities.ts';
import { words } from '../../../conformance/program.ts';
import { isFields } from '../check.ts';
import { verbs } from '../message.ts';
import { puppetsLack } from '../protocol-adapter.ts';

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

page('the adapters that it gives to copy are short', () => {
  const lines = ['puppet.py', 'puppet.mjs'].map((name) => readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8').split('\n').length - 1);
  assert.ok(lines.every((count) => count < 120), lines.join(', '));
});

page('its examples are as the schema says', () => {
  const schema: unknown = JSON.parse(readFileSync(new URL('../../protocol.schema.json', import.meta.url), 'utf8'));
  if (!isFields(schema)) throw new Error('the schema is an object');
  const validate = new Ajv({ strict: false }).compile(schema);
  const examples = [...text().matchAll(/```json\n([\s\S]*?)```/gu)].flatMap(([, lines = '']) => lines.trim().split('\n'));
  assert.ok(examples.length >= 7);
  assert.equal(examples.filter((line) => !validate(JSON.parse(line))), []);
});

page.run();
