// The only place that keeps each thing once, and knows it by its number.

export class Pool<Thing> {
  readonly all: Thing[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #made = new Map<string, number>();

  /** The number of what is just like it. */
  add(thing: Thing): number {
    const key = JSON.stringify(thing);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.all.push(thing) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** The number of what is made of something that this key tells whole; what was made once is not made again. */
  addMade(key: string, make: () => Thing): number {
    const known = this.#made.get(key) ?? this.add(make());
    this.#made.set(key, known);
    return known;
  }
}
