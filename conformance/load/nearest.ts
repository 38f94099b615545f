// The only place that guesses what a misspelt name was meant to be.

/** Characters; what is longer is no misspelt name. */
const LONGEST = 60;

/** The candidate that is nearest to the word, if one is near enough to be meant. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const enough = Math.min(word.length - 1, Math.max(1, Math.floor(word.length / 3)));
  let best: string | undefined;
  let least = enough + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > enough) continue;
    const distance = editDistance(word, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** How many insertions, deletions, replacements and swaps of neighbours lead from one to the other. */
function editDistance(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, index) => index)];
  const cost = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= from.length; row += 1) {
    const next = [row];
    rows.push(next);
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = cost(row - 1, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1] ? cost(row - 2, column - 2) + 1 : Infinity;
      next.push(Math.min(cost(row - 1, column) + 1, cost(row, column - 1) + 1, replaced, swapped));
    }
  }
  return cost(from.length, to.length);
}
