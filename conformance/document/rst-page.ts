// The only place that reads a page as reStructuredText: as much of it as the pages of the standard library use.

import type { Part } from './page.ts';
import { Parts, type PartWriter } from './parts.ts';
import { plainText } from './rst-inline.ts';

const DEFINITION = /^(?:py:)?(class|exception|method|classmethod|staticmethod|abstractmethod|attribute|property|data|function|decorator|coroutinefunction|coroutinemethod|awaitablefunction|awaitablemethod)$/u;
const NOTES: Readonly<Record<string, string>> = {
  versionadded: 'Added in version', versionchanged: 'Changed in version', deprecated: 'Deprecated since version', 'deprecated-removed': 'Deprecated since version',
};
const CODE = new Set(['code-block', 'code', 'sourcecode', 'doctest', 'testcode', 'testoutput']);
const SKIPPED = new Set([
  'index', 'contents', 'toctree', 'highlight', 'figure', 'image', 'include', 'literalinclude', 'tabularcolumns', 'testsetup', 'audit-event', 'only', 'raw', 'sectionauthor',
  'moduleauthor', 'role', 'productionlist', 'csv-table',
]);

/** `:async:`, and not a role, which a backtick follows. */
const OPTION = /^:[\w-]+:(?:\s|$)/u;

interface Context {
  readonly writer: PartWriter;
  /** What members are nested in, `asyncio.Task`, or the module. */
  readonly prefix: string;
}

export function readRst(source: string): readonly Part[] {
  const reader = new RstReader();
  reader.body(source.replace(/\r\n/gu, '\n').split('\n').map((line) => line.trimEnd()), null);
  return reader.parts.found;
}

class RstReader {
  readonly parts = new Parts();
  #module = '';
  #section: string | null = null;

  /** Lines of one level; `context` null is the page itself, where titles can stand. */
  body(lines: readonly string[], context: Context | null): void {
    for (let at = 0; at < lines.length;) {
      const line = lines[at] ?? '';
      const here = context ?? { writer: this.parts.loose(this.#section), prefix: this.#module };
      if (line === '') at += 1;
      else if (line.startsWith('.. ') || line === '..') at = this.#directive(lines, at, here);
      else if (context === null && isTitle(lines, at)) {
        const overlined = isRule(line);
        this.#section = slug(lines[overlined ? at + 1 : at] ?? '');
        at += overlined ? 3 : 2;
      } else at = this.#paragraph(lines, at, here);
    }
  }

  #paragraph(lines: readonly string[], from: number, context: Context): number {
    const first = lines[from] ?? '';
    if (first.startsWith(' ')) return this.#nested(lines, from, context);
    const bullet = /^(?:[*+-]|#\.|\d+[.)])\s+/u.exec(first)?.[0];
    if (bullet !== undefined) {
      const end = endOfBlock(lines, from + 1);
      this.body([first.slice(bullet.length), ...dedent(lines.slice(from + 1, end))], context);
      return end;
    }
    let end = from;
    while (end < lines.length && lines[end] !== '' && !/^\s/u.test(lines[end] ?? '')) end += 1;
    const text = lines.slice(from, end).join(' ');
    if (!/^[+|=]/u.test(first)) context.writer.text(plainText(text.replace(/\s*::$/u, text === '::' ? '' : ':')));
    if (!text.endsWith('::')) return end;
    const endOfCode = endOfBlock(lines, end);
    context.writer.code(lines.slice(end, endOfCode).join('\n'));
    return endOfCode;
  }

  #nested(lines: readonly string[], from: number, context: Context): number {
    const end = endOfBlock(lines, from);
    this.body(dedent(lines.slice(from, end)), context);
    return end;
  }

  #directive(lines: readonly string[], from: number, context: Context): number {
    const end = endOfBlock(lines, from + 1);
    const [, name = '', rest = ''] = /^\.\. ([\w:+-]+?)::(?:\s+(.*))?$/u.exec(lines[from] ?? '') ?? [];
    const body = lines.slice(from + 1, end);
    if (name === '' || SKIPPED.has(name)) return end;
    if (name === 'module' || name === 'currentmodule') this.#module = rest.trim();
    else if (NOTES[name] !== undefined) context.writer.text(noteText(name, rest, body));
    else if (CODE.has(name)) context.writer.code(withoutOptions(dedent(body)).join('\n'));
    else if (DEFINITION.test(name)) this.#definition(name.replace(/^py:/u, ''), [rest, ...body], context);
    else this.body([rest, '', ...withoutOptions(dedent(body))], context);
    return end;
  }

  /** Signatures go to the first blank line, or to the options; a backslash joins two lines. */
  #definition(kind: string, lines: readonly string[], context: Context): void {
    const until = lines.findIndex((line) => line === '' || OPTION.test(line.trimStart()));
    const heads = lines.slice(0, until < 0 ? lines.length : until).join('\n').replace(/\\\n\s*/gu, ' ').split('\n');
    const body = dedent(until < 0 ? [] : lines.slice(until));
    let inner: Context = context;
    for (const head of heads) {
      const signature = plainText(head).trim();
      const name = /^[\w.]+/u.exec(signature)?.[0] ?? signature;
      const anchor = this.#anchorOf(name, context.prefix);
      const qualifier = body.includes(':classmethod:') ? 'classmethod' : kind;
      const shown = qualifier === 'class' || qualifier === 'classmethod' ? `${qualifier} ${signature}` : signature;
      inner = { writer: this.parts.define(anchor, this.#section, shown), prefix: kind === 'class' || kind === 'exception' ? anchor : context.prefix };
    }
    this.body(withoutOptions(body), inner);
  }

  /** A member may be written with its class, inside it or outside. */
  #anchorOf(name: string, prefix: string): string {
    if (prefix === '' || name.startsWith(`${this.#module}.`)) return name;
    const outer = prefix.split('.').at(-1) ?? '';
    return prefix !== this.#module && name.startsWith(`${outer}.`) ? `${prefix}.${name.slice(outer.length + 1)}` : `${prefix}.${name}`;
  }
}

function noteText(name: string, rest: string, body: readonly string[]): string {
  const [version = '', second = '', ...more] = rest.trim().split(/\s+/u);
  const removed = name === 'deprecated-removed' ? `, will be removed in version ${second}` : '';
  const said = [...(removed === '' ? [second, ...more] : more), ...body].map((line) => line.trim()).filter((line) => line !== '').join(' ');
  return `${NOTES[name] ?? ''} ${version}${removed}${said === '' ? '.' : `: ${plainText(said)}`}`;
}

/** The first line after `from` that is neither blank nor indented; blank lines before it still belong. */
function endOfBlock(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && (lines[end] === '' || /^\s/u.test(lines[end] ?? ''))) end += 1;
  return end;
}

function dedent(lines: readonly string[]): readonly string[] {
  const indent = Math.min(...lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0));
}

function withoutOptions(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => !OPTION.test(line.trimStart()) && line !== '');
  return first < 0 ? [] : lines.slice(first);
}

const isRule = (line: string): boolean => /^([=\-~^"'#*+.`])\1{2,}$/u.test(line);

/** A line with a rule below it that is as long, or one between two rules. */
function isTitle(lines: readonly string[], at: number): boolean {
  const [line = '', next = '', third = ''] = lines.slice(at, at + 3);
  if (isRule(line)) return next !== '' && isRule(third);
  return !line.startsWith(' ') && isRule(next) && next.length >= line.length;
}

/** As Sphinx makes it for links. */
const slug = (title: string): string => plainText(title).toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '');
