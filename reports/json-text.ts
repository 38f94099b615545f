// The only place that writes JSON: whatever is in it, it can be read by any parser and shown on any terminal.

/** What JSON.stringify leaves as it is although it acts on a terminal or in the log of a CI, or breaks lines in JavaScript. */
const acting = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]|#(?=#\w*\[)/gu;
/** Whatever most reports have not; they are large. */
const suspicious = /[^\n -~]|##/u;
const halfCharacter = /\p{Cs}/gu;

/** Half a character is no text, and many parsers refuse its escape: it becomes one that is spelt out. */
export function jsonText(value: unknown, indent = 0): string {
  const text = JSON.stringify(value, null, indent);
  const whole = /\\ud[89a-f]/u.test(text) ? JSON.stringify(value, spelt, indent) : text;
  if (!suspicious.test(whole)) return whole;
  return whole.replace(acting, (character) => escapesOf(character));
}

function spelt(_: string, value: unknown): unknown {
  if (typeof value === 'string') return spellOut(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, content]) => [spellOut(key), content]));
}

function spellOut(text: string): string {
  return text.replace(halfCharacter, (half) => `\\u{${half.charCodeAt(0).toString(16)}}`);
}

function escapesOf(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}
