// The only place that takes the data out of the page, unpacked where it is packed.

import { explorerFormat } from '../explorer-data.ts';
import type { ExplorerData } from '../explorer-data.ts';

/** Throws where the page carries none that this script can read, which says that somebody took the page apart. */
export async function pageData(): Promise<ExplorerData> {
  const element = document.getElementById('data');
  if (element === null) throw new Error('the page carries no data');
  const text = element.dataset['packed'] === undefined ? element.textContent : await unpacked(element.textContent);
  const data: ExplorerData = JSON.parse(text);
  if (data.format !== explorerFormat) throw new Error(`the data is of format ${String(data.format)}, and the page reads ${explorerFormat}`);
  // What was read once need not be kept twice.
  element.remove();
  return data;
}

async function unpacked(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}
