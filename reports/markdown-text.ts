// The only place that puts text into Markdown, GitHub's included: it shows itself, and is no markup, link, mention or number.

import { brief } from './visible.ts';

/** Characters of one piece; whoever chose it, a page has room for no more. */
const longest = 600;

/** Nothing in it means anything to Markdown, not even in a cell of a table. */
const plain = /^[A-Za-z0-9][A-Za-z0-9 ,./_=<>()+:;'"-]*$/u;
const active = /[&<>"'`*_[\]\\|~$#!@{}^=+-]|:|(?<=www)\./giu;

/** For whatever an implementation or a file chose. In code GitHub makes no mentions, numbers and emoji either. */
export function code(text: string): string {
  const shown = brief(text, longest);
  if (plain.test(shown) && shown.trimEnd() === shown) return `\`${shown}\``;
  return shown === '' ? '' : `<code>${shown.replace(active, entity)}</code>`;
}

/** For sentences. */
export function words(text: string): string {
  return brief(text, longest).replace(active, entity);
}

/** A link that leads where it says, or the text alone where its address is none. */
export function link(text: string, address: string): string {
  return /^https?:\/\/[\w.~:/?#@!$&*+,;=%-]+$/u.test(address) ? `[${words(text)}](<${address}>)` : words(text);
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
