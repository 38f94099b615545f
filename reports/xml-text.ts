// The only place that puts text into XML: what XML forbids does not come through, and nothing in it is markup.

import { visible } from './visible.ts';

/** All but what a document may have by XML 1.0, production Char. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

const suspicious = /[^\w ./+=(),-]/u;

/** Lines stay lines; within each, what would act is shown. For attributes, give it one line. */
export function xmlText(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.split('\n').map(visible).join('\n').replace(forbidden, '').replace(/[&<>"']/gu, (character) => entities[character] ?? '');
}
