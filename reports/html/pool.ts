// The only place that keeps each thing once, and knows it by its number.

export class Pool<Thing> {
  readonly all: Thing[] = [];
  readonly #numbers = new Map<unknown, number>();

  /** The number of what is made of something that this key tells whole, or is; what was made once is not made again. */
  add(key: unknown, make: () => Thing): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.all.push(make()) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
