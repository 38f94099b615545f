// The only place that splits a command line into words as a shell would, and expands nothing, as no shell runs it.

/** Spaces part words; '…' is taken as it is, in "…" a backslash saves " and \, elsewhere anything. Null where a quote is left open. */
export function splitCommand(line: string): readonly string[] | null {
  const words: string[] = [];
  const part = /\s+|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+)|([\s\S])/gu;
  let word: string | null = null;
  for (const [whole, single, double, escaped, plain, rest] of line.matchAll(part)) {
    if (rest !== undefined) return null;
    const text = single ?? double?.replace(/\\(["\\])/gu, '$1') ?? escaped ?? plain;
    if (text !== undefined) {
      word = (word ?? '') + text;
    } else if (whole !== '' && word !== null) {
      words.push(word);
      word = null;
    }
  }
  return word === null ? words : [...words, word];
}
