// The only place that puts data into a page: as JSON that cannot end its element, packed where it is large.

import { deflateRawSync } from 'node:zlib';
import { jsonText } from '../json-text.ts';

/** Stands in the page where its data goes. */
export const dataPlace = '<!--data-->';

/** Characters of JSON: below it the data can be read, and above it packing makes it a fifth. */
const longestPlain = 200_000;

/** Text of the page with its data. Throws where the page has no place for any, which is a bug of whoever made it. */
export function embed(page: string, data: unknown): string {
  const place = page.indexOf(dataPlace);
  if (place < 0) throw new Error(`the page has no ${dataPlace}`);
  return `${page.slice(0, place)}${element(data)}${page.slice(place + dataPlace.length)}`;
}

function element(data: unknown): string {
  // Read by JSON.parse as it was; read by a parser of HTML there is no tag, comment or entity in it.
  const json = jsonText(data).replace(/[<>&]/gu, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
  if (json.length <= longestPlain) return `<script type="application/json" id="data">${json}</script>`;
  return `<script type="application/octet-stream;base64" data-packed="deflate-raw" id="data">${deflateRawSync(json).toString('base64')}</script>`;
}
