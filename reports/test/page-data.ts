// The only place that takes the data out of a page that a report made, as a browser would find it.

import { inflateRawSync } from 'node:zlib';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { ExplorerData } from '../html/explorer-data.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** All elements, in the order of the text. */
export function elementsOf(node: DefaultTreeAdapterTypes.Node): readonly Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

/** Throws where there is none. */
export function dataIn(page: string): ExplorerData {
  const element = elementsOf(parse(page)).find(({ attrs }) => attrs.some(({ name, value }) => name === 'id' && value === 'data'));
  const text = element?.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
  if (element === undefined || text === undefined) throw new Error('the page has no data');
  const packed = element.attrs.some(({ name }) => name === 'data-packed');
  return JSON.parse(packed ? inflateRawSync(Buffer.from(text, 'base64')).toString('utf8') : text);
}
