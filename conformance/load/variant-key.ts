// The only place that knows for which variants a key of a step, or of `order`, speaks.

/** A key speaks for the variant of its name and for those that only add to it: `cpython` for `cpython<3.8`. */
export const speaksFor = (key: string, variant: string): boolean =>
  variant === key || (variant.startsWith(key) && /^[+<>=]/u.test(variant.slice(key.length)));

/** The key that speaks for a variant: the longest of those that do. */
export function keyFor(variant: string, keys: readonly string[]): string | undefined {
  return keys.filter((key) => speaksFor(key, variant)).sort((one, other) => other.length - one.length)[0];
}

/** Keys that speak for no variant, because none is so called or because longer ones speak for all of theirs. */
export function idleKeys(keys: readonly string[], variants: readonly string[]): readonly string[] {
  const used = new Set(variants.map((variant) => keyFor(variant, keys)));
  return keys.filter((key) => !used.has(key));
}
