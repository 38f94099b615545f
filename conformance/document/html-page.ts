// The only place that reads a page as HTML, of old and new versions of Sphinx alike.

import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Part } from './page.ts';
import { Parts, type PartWriter } from './parts.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Where we are: what is being told of, and in which section. */
interface Context {
  readonly writer: PartWriter;
  readonly section: string | null;
}

const SKIPPED = new Set(['script', 'style', 'nav', 'head', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'form', 'button', 'footer', 'template']);
const INLINE = new Set([
  'a', 'abbr', 'b', 'br', 'cite', 'code', 'em', 'i', 'img', 'kbd', 'mark', 'q', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'tt', 'u', 'var', 'wbr',
]);

export function readHtml(source: string): readonly Part[] {
  const parts = new Parts();
  walk(parse(source).childNodes, { writer: parts.loose(null), section: null }, parts);
  return parts.found;
}

/** Text and inline elements that follow each other are one paragraph, with `p` around it or without. */
function walk(nodes: readonly Node[], context: Context, parts: Parts): void {
  let paragraph = '';
  const flush = (): void => {
    context.writer.text(paragraph);
    paragraph = '';
  };
  for (const node of nodes) {
    if (isElement(node) && !INLINE.has(node.tagName)) {
      flush();
      block(node, context, parts);
    } else paragraph += textOf(node);
  }
  flush();
}

function block(element: Element, context: Context, parts: Parts): void {
  const { tagName, childNodes } = element;
  if (SKIPPED.has(tagName) || hasClass(element, 'sphinxsidebar', 'related', 'footer', 'admonition-title')) return;
  if (hasClass(element, 'versionadded', 'versionchanged', 'deprecated', 'deprecated-removed')) {
    context.writer.text(textOf(element));
  } else if (tagName === 'pre') {
    context.writer.code(textOf(element));
  } else if (tagName === 'dl') {
    definitions(element, context, parts);
  } else if (tagName === 'section' || hasClass(element, 'section')) {
    const section = attribute(element, 'id') ?? context.section;
    walk(childNodes, { writer: parts.loose(section), section }, parts);
  } else walk(childNodes, context, parts);
}

/** A list of definitions with names to link to is code; any other is text. */
function definitions(list: Element, context: Context, parts: Parts): void {
  let current = context;
  for (const child of list.childNodes.filter(isElement)) {
    const anchor = child.tagName === 'dt' ? attribute(child, 'id') : null;
    if (anchor !== null && textOf(child).trim() !== '' && /^[\w.]+$/u.test(anchor) && anchor.includes('.')) {
      current = { ...context, writer: parts.define(anchor, context.section, textOf(child)) };
    } else walk(child.childNodes, current, parts);
  }
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if (!isElement(node)) return '';
  if (hasClass(node, 'headerlink', 'viewcode-link')) return '';
  return node.tagName === 'br' ? ' ' : node.childNodes.map(textOf).join('');
}

const isElement = (node: Node): node is Element => 'tagName' in node;

const attribute = (element: Element, name: string): string | null => element.attrs.find((one) => one.name === name)?.value ?? null;

const hasClass = (element: Element, ...names: readonly string[]): boolean =>
  (attribute(element, 'class') ?? '').split(/\s+/u).some((one) => names.includes(one));
