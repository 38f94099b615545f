// The only place that counts in words on the page: `1 clause`, `1,000 scenarios`.

export const count = (number: number, what: string): string => `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
