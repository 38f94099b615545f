// The only place that reads a page as plain text: indented definitions, as Sphinx's text builder writes them or with names
// in braces.

import type { Part } from './page.ts';
import { Parts, type PartWriter } from './parts.ts';

const MODULE = 'asyncio';
const HEAD = /^( *)((?:(?:async|class|classmethod|static|staticmethod|coroutine|awaitable) )*)\{?((?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*)\}?(\(.*\))(?: *(?:→|->).*)?¶?$/u;

interface Level {
  readonly indent: number;
  readonly anchor: string;
  readonly writer: PartWriter;
}

/** Signatures that have lost their names, as text extracted from HTML can: `(callback, *, context=None)¶`. */
export const hasLostNames = (source: string): boolean => (source.match(/^ *(?:class |classmethod )?\(.*\)¶?\s*$/gmu) ?? []).length > 2;

export function readText(source: string): readonly Part[] {
  const lines = source.replace(/\r\n/gu, '\n').split('\n').map((line) => line.trimEnd());
  const parts = new Parts();
  let section: string | null = null;
  let levels: readonly Level[] = [];
  let asksForCode = false;
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    const indent = indentOf(line);
    if (line === '') {
      at += 1;
      continue;
    }
    if (indent === 0 && /^([=*\-~^])\1{2,}$/u.test(lines[at + 1] ?? '')) {
      section = line.toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '');
      levels = [];
      at += 2;
      continue;
    }
    const head = (lines[at - 1] ?? '') === '' && indentOf(lines.slice(at + 1).find((next) => next !== '') ?? '') > indent ? HEAD.exec(line) : null;
    if (head !== null) {
      const outer: readonly Level[] = levels.filter((level) => level.indent < indent);
      const [, , qualifier = '', name = '', parameters = ''] = head;
      const anchor = name.startsWith(`${MODULE}.`) ? name : `${outer.at(-1)?.anchor ?? MODULE}.${name}`;
      levels = [...outer, { indent, anchor, writer: parts.define(anchor, section, `${qualifier}${name}${parameters}`) }];
      asksForCode = false;
      at += 1;
      continue;
    }
    const within: Level | undefined = levels.filter((level) => level.indent < indent).at(-1);
    const writer = within?.writer ?? parts.loose(section);
    const end: number = asksForCode && !line.trimStart().startsWith('{') ? endOfIndented(lines, at, indent) : endOfParagraph(lines, at, indent);
    const block = lines.slice(at, end);
    if (asksForCode && !line.trimStart().startsWith('{')) writer.code(block.join('\n'));
    else if (isRemark(block)) writer.leaveOut();
    else writer.text(plainText(block.join(' ')));
    // Code is what stands deeper below a colon.
    const next: string = lines.slice(end).find((one) => one !== '') ?? '';
    asksForCode = /:$/u.test(block.at(-1) ?? '') && indentOf(next) > indent;
    at = end;
  }
  return parts.found;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Words of whoever made the text, about what is not in it: braces around a whole paragraph. */
function isRemark(block: readonly string[]): boolean {
  const text = block.join(' ').trim();
  return text.startsWith('{') && text.endsWith('}') && text.indexOf('}') === text.length - 1;
}

function endOfParagraph(lines: readonly string[], from: number, indent: number): number {
  const isRemarked = (lines[from] ?? '').trimStart().startsWith('{') && !(lines[from] ?? '').includes('}');
  let end = from + 1;
  while (end < lines.length && lines[end] !== '' && (isRemarked ? indentOf(lines[end] ?? '') >= indent : indentOf(lines[end] ?? '') === indent)) end += 1;
  return end;
}

function endOfIndented(lines: readonly string[], from: number, indent: number): number {
  let end = from;
  while (end < lines.length && (lines[end] === '' || indentOf(lines[end] ?? '') >= indent)) end += 1;
  return end;
}

/** Without braces around names, the text builder's emphasis, and the marks of list items. */
const plainText = (text: string): string => text.trim().replace(/^[*-] /u, '').replace(/[{}]|(?<!\w)\*+(?=\w)|(?<=\w)\*+(?!\w)/gu, '');
