// The only place that finds out in which format a page came, and says clearly what is wrong with one that cannot be read.

import { readHtml } from './html-page.ts';
import type { Page, Part } from './page.ts';
import { readRst } from './rst-page.ts';
import { hasLostNames, readText } from './text-page.ts';

export type PageFormat = 'html' | 'rst' | 'text';

export type ReadPage =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'unreadable'; readonly message: string; readonly hint: string };

const formats: Readonly<Record<PageFormat, (source: string) => readonly Part[]>> = { html: readHtml, rst: readRst, text: readText };
const called: Readonly<Record<PageFormat, string>> = { html: 'HTML', rst: 'reStructuredText', text: 'plain text' };

/** Reads a page by what is in it; `file` gives the page's name, and messages. */
export function readPage(bytes: string, file: string): ReadPage {
  const source = bytes.replace(/^\uFEFF/u, '');
  const format = formatOf(source);
  if (source.trim() === '') return unreadable('it is empty');
  if (format === 'text' && hasLostNames(source)) {
    return {
      kind: 'unreadable',
      message: 'the page has signatures without names, so that nobody can tell the members apart',
      hint: 'Give a page with its names: the HTML, the reStructuredText source, or a text in which they are put back.',
    };
  }
  const parts = formats[format](source);
  if (!parts.some(({ anchor }) => !anchor.startsWith('#'))) return unreadable(`it reads as ${called[format]} and defines no class and no function`);
  return { kind: 'page', page: { name: pageName(file), file, parts } };
}

/** The page that a file is by its name, `asyncio-task.rst.txt`; any other name says nothing. */
export function pageName(file: string): string | null {
  return /(?:^|[\\/])(asyncio-[a-z]+)\.[a-z.]+$/u.exec(file)?.[1] ?? null;
}

function unreadable(what: string): ReadPage {
  return {
    kind: 'unreadable', message: `a page of Python's documentation was expected, but ${what}`,
    hint: 'Give asyncio-task.html, asyncio-task.rst or its plain text; `apt-get install python3.11-doc` brings one.',
  };
}

export function formatOf(source: string): PageFormat {
  if (/^\s*(?:<\?xml|<!doctype|<html|<!--)/iu.test(source) || /<dt\b[^>]*\bid=/iu.test(source)) return 'html';
  return /^\s*\.\. (?:[\w-]+:)?[\w-]+::/mu.test(source) ? 'rst' : 'text';
}
