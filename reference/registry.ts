/** The only place that knows which Tasks there are. */

/** How many done ones may come together before they are let go. */
const ROOM = 1000;

/** What can be asked whether it is done. */
interface Doable {
  done(): boolean;
}

/**
 * The Tasks of one loop. CPython holds them weakly, which JavaScript cannot afford here: whatever a WeakRef was made for stays alive
 * until the current job ends, and the whole run of a loop is one job. So those that are done stay until there are many.
 */
export class Registry<T extends Doable> {
  #members: T[] = [];
  #room = ROOM;

  add(member: T): void {
    if (this.#members.length >= this.#room) this.#tidy();
    this.#members.push(member);
  }

  members(): Set<T> {
    return new Set(this.#members);
  }

  /** Those that are not done. */
  pending(): T[] {
    return this.#members.filter((member) => !member.done());
  }

  #tidy(): void {
    this.#members = this.pending();
    this.#room = ROOM + 4 * this.#members.length;
  }
}
