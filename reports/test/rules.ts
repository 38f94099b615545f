// The only place that holds each format to its own rules, with the package that knows them where there is one.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Ajv } from 'ajv';
import { validate as validateCtrf } from 'ctrf';
import { parse } from 'parse5';
import { Parser } from 'tap-parser';
import { validateXML } from 'xmllint-wasm';
import { dataIn, elementsOf } from './page-data.ts';

/** What is wrong with a text by the rules of its format; nothing where it is right. */
type Rules = (text: string) => Promise<readonly string[]>;

const file = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const require = createRequire(import.meta.url);

function schemaRules(ajv: Ajv, schema: Readonly<Record<string, unknown>>): (value: unknown) => readonly string[] {
  const valid = ajv.compile({ ...schema });
  return (value) => (valid(value) ? [] : (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message ?? ''}`));
}

const ours = (name: string): ((value: unknown) => readonly string[]) =>
  schemaRules(new Ajv2020({ allErrors: false, strict: true, allowUnionTypes: true, strictRequired: false }), JSON.parse(file(`../schema/${name}.schema.json`)));
const json = ours('json');
const jsonl = ours('jsonl');

/** The official schema is draft 4: without its two keys that name it so, ajv reads it. */
const { $schema: _, id: __, ...sarifSchema } = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const formats = {
  uri: (text: string): boolean => URL.canParse(text),
  'uri-reference': (text: string): boolean => URL.canParse(text, 'file:///') && !/[\s<>"{}|\\^`]/u.test(text),
  'date-time': (text: string): boolean => !Number.isNaN(Date.parse(text)),
} as const;
const sarif = schemaRules(new Ajv({ strict: false, unicodeRegExp: false, formats }), sarifSchema);

/** https://shields.io/badges/endpoint-badge */
const badge = schemaRules(new Ajv(), {
  type: 'object', additionalProperties: false, required: ['schemaVersion', 'label', 'message'],
  properties: {
    schemaVersion: { const: 1 }, label: { type: 'string' }, message: { type: 'string', minLength: 1 },
    color: { enum: ['brightgreen', 'green', 'yellowgreen', 'yellow', 'orange', 'red', 'blue', 'lightgrey'] }, isError: { type: 'boolean' },
  },
});

export const rules: Readonly<Record<string, Rules>> = {
  console: async () => [],
  json: async (text) => json(JSON.parse(text)),
  jsonl: async (text) => (text.endsWith('\n') ? text.trimEnd().split('\n').flatMap((line) => jsonl(JSON.parse(line))) : ['no line break at the end']),
  junit: async (text) => {
    const { valid, errors } = await validateXML({ xml: text, schema: file('junit.xsd') });
    return valid ? [] : errors.map(({ message }) => message);
  },
  tap: async (text) => tapProblems(text),
  ctrf: async (text) => {
    const { valid, errors } = validateCtrf(JSON.parse(text));
    return valid ? [] : errors.map((error) => JSON.stringify(error));
  },
  sarif: async (text) => [...sarif(JSON.parse(text)), ...limits(JSON.parse(text), text)],
  github: async (text) => commandProblems(text),
  markdown: async (text) => (Buffer.byteLength(text) <= 1024 * 1024 ? [] : ['it is larger than 1 MiB']),
  html: async (text) => pageProblems(text),
  badge: async (text) => badge(JSON.parse(text)),
};

export interface TapPoint {
  readonly ok: boolean;
  readonly name: string;
  readonly skip: string | boolean;
  readonly todo: string | boolean;
}

export interface Tap {
  readonly ok: boolean;
  readonly suites: readonly { readonly name: string; readonly points: readonly TapPoint[] }[];
  readonly points: readonly TapPoint[];
  readonly problems: readonly string[];
}

const point = ({ ok, name, skip, todo }: { ok: boolean; name: string; skip: boolean | string; todo: boolean | string }): TapPoint => ({ ok, name, skip, todo });

/** As tap-parser reads it, strictly: whatever is no TAP is a failure. */
export function readTap(text: string): Tap {
  const suites: { name: string; points: TapPoint[] }[] = [];
  const points: TapPoint[] = [];
  const problems: string[] = [];
  const parser = new Parser({ strict: true });
  let ok = false;
  parser.on('assert', (result) => points.push(point(result)));
  parser.on('extra', (extra) => problems.push(`no TAP: ${extra}`));
  parser.on('child', (child: Parser) => {
    const suite = { name: child.name, points: Array<TapPoint>() };
    suites.push(suite);
    child.on('assert', (result) => suite.points.push(point(result)));
    child.on('extra', (extra) => problems.push(`no TAP: ${extra}`));
    child.on('complete', ({ failures }) => problems.push(...tapErrors(failures)));
  });
  parser.on('complete', (results) => {
    ok = results.ok;
    problems.push(...tapErrors(results.failures), ...(results.plan.end === results.count ? [] : [`${results.count} points, ${results.plan.end} planned`]));
  });
  parser.end(text);
  return { ok, suites, points, problems };
}

/** What is no TAP at all, beside points that are not ok. */
function tapErrors(failures: readonly object[]): readonly string[] {
  return failures.flatMap((failure) => ('tapError' in failure && typeof failure.tapError === 'string' ? [failure.tapError] : []));
}

const tapProblems = (text: string): readonly string[] => readTap(text).problems;

/** https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads */
function limits(log: { readonly runs: readonly { readonly results: readonly unknown[]; readonly tool: { readonly driver: { readonly rules: readonly unknown[] } } }[] }, text: string): readonly string[] {
  return [
    ...(log.runs.length > 20 ? ['more than 20 runs'] : []),
    ...log.runs.flatMap(({ results, tool }) => [
      ...(results.length > 5_000 ? ['more results than are shown'] : []), ...(tool.driver.rules.length > 25_000 ? ['more than 25,000 rules'] : []),
    ]),
    ...(Buffer.byteLength(text) > 10_000_000 ? ['larger than 10 MB'] : []),
  ];
}

export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** As the runner of GitHub Actions reads a log: commands begin a line, those of the old kind stand anywhere. */
export function commandsOf(text: string): readonly Command[] {
  return text.split(/\r\n|\r|\n/u).flatMap((line): Command[] => {
    const { name = '', list = '', message = '' } = /^\s*::(?<name>[^\s:]+)(?: (?<list>[^]*?))?::(?<message>.*)$/u.exec(line)?.groups ?? {};
    if (name === '') return /##\w*\[/u.test(line) ? [{ name: 'of the old kind', properties: {}, message: line }] : [];
    const undo = (data: string): string => data.replace(/%0D/gu, '\r').replace(/%0A/gu, '\n').replace(/%3A/gu, ':').replace(/%2C/gu, ',').replace(/%25/gu, '%');
    const properties = Object.fromEntries(list.split(',').filter((part) => part !== '').map((part) => [part.slice(0, part.indexOf('=')), undo(part.slice(part.indexOf('=') + 1))]));
    return [{ name, properties, message: undo(message) }];
  });
}

function commandProblems(text: string): readonly string[] {
  const commands = commandsOf(text);
  const known = ['file', 'line', 'endLine', 'col', 'endColumn', 'title'];
  return [
    ...(commands.length > 10 ? ['more annotations than are shown'] : []),
    ...commands.filter(({ name }) => name !== 'error' && name !== 'warning').map(({ name }) => `the command ${name}`),
    ...commands.flatMap(({ properties }) => Object.keys(properties).filter((name) => !known.includes(name)).map((name) => `the property ${name}`)),
  ];
}

/** As a browser reads it: the page as it was, and one element of data that begins nothing and ends nothing. */
function pageProblems(text: string): readonly string[] {
  const problems: string[] = [];
  const tree = parse(text, { onParseError: ({ code, startLine }) => problems.push(`${code} in line ${startLine}`) });
  const names = elementsOf(tree).map(({ tagName }) => tagName);
  if (names.join(' ') !== 'html head title body script') problems.push(`the elements ${names.join(' ')}`);
  if (dataIn(text).format !== 1) problems.push('the format of the data is not 1');
  return problems;
}
