// The only place that makes text from elsewhere harmless on a terminal: what would act is shown instead.

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\u001b': '\\e' };

/** What a CI that reads a log takes for a command: `::error::` where a line may begin, `##[error]`, `##vso[…]` anywhere. */
const commands = /(?<=^|\s):(?=:)|#(?=#\w*\[)/gu;

/** Whatever most text has not, that of our own reports included, so that it need not be looked at twice. */
const suspicious = /[^ -~│·…✔✘▲≠○–“”’]|::|##/u;

/** Whether a line only shows itself as it is. */
export const isPlain = (text: string): boolean => !suspicious.test(text);

/**
 * One line of text that only shows itself. Controls, format characters (which can turn the direction of a line),
 * separators, surrogates without partner, private and no characters, and the beginnings of a log's commands become escapes.
 */
export function visible(text: string): string {
  if (isPlain(text)) return text;
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\ufffe\uffff]/gu, (character) => escapes[character] ?? spelt(character)).replace(commands, spelt);
}

function spelt(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** The last lines of what a program wrote, each made harmless; none longer than `width`. */
export function lastLines(text: string, count: number, width: number): readonly string[] {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  return lines.slice(-count).map((line) => clip(visible(line.slice(0, 4 * width)), width));
}

/** At most `width` characters; what is cut off is marked. */
export function clip(text: string, width: number): string {
  if (text.length <= width) return text;
  // No character has more than two code units: what comes behind need not be looked at, however long it is.
  const characters = [...text.slice(0, 2 * width + 2)];
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}

/** What shows of a text that may be as long as it likes: made harmless, at most `width` characters. */
export function brief(text: string, width: number): string {
  return clip(visible(text.slice(0, 2 * width + 2)), width);
}

/** Characters of a name, and of a sentence or value, that a report for readers shows; whoever chose them may have chosen more. */
export const longestName = 200;
export const longestText = 2_000;
