/** The only place that knows which Tasks there are. */

/** A set whose members are held until they retire, and after that only as long as somebody else holds them. */
export class Registry<T extends object> {
  readonly #active = new Set<T>()
  #retired: WeakRef<T>[] = []
  #room = 64

  add(member: T): void {
    this.#active.add(member)
  }

  retire(member: T): void {
    this.#active.delete(member)
    this.#retired.push(new WeakRef(member))
    if (this.#retired.length > this.#room) this.#sweep()
  }

  members(): Set<T> {
    const members = new Set(this.#active)
    for (const reference of this.#retired) {
      const member = reference.deref()
      if (member !== undefined) members.add(member)
    }
    return members
  }

  #sweep(): void {
    this.#retired = this.#retired.filter((reference) => reference.deref() !== undefined)
    this.#room = Math.max(64, 2 * this.#retired.length)
  }
}
