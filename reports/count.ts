// The only place that counts nouns.

/** `1 scenario`, `2 scenarios`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
