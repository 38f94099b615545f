// The only place that puts text into XML: what XML forbids does not come through, and nothing in it is markup.

import { isPlain, visible } from './visible.ts';

/** All but what a document may have by XML 1.0, production Char. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

const markup = /[&<>"']/gu;

/** Lines stay lines; within each, what would act is shown. For attributes, give it one line. */
export function xmlText(text: string): string {
  const shown = isPlain(text.replaceAll('\n', ' ')) ? text : text.split('\n').map(visible).join('\n').replace(forbidden, '');
  return shown.replace(markup, (character) => entities[character] ?? '');
}
