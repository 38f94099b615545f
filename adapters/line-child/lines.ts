// The only place that cuts a stream of text into lines, and gives up on one that never ends.

export interface Heard {
  /** A line, without its end. */
  line(text: string): void;
  /** The unfinished line has more characters than may be; they are dropped. */
  tooLong(): void;
}

export class Lines {
  readonly #heard: Heard;
  readonly #longest: number;
  #unfinished = '';

  /** `longest`: characters that a line may have before it is given up; a chunk with its end in it may have more. */
  constructor(heard: Heard, longest: number) {
    this.#heard = heard;
    this.#longest = longest;
  }

  hear(chunk: string): void {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      const line = this.#unfinished + chunk.slice(start, end);
      this.#unfinished = '';
      start = end + 1;
      this.#heard.line(line);
    }
    this.#unfinished += chunk.slice(start);
    if (this.#unfinished.length <= this.#longest) return;
    this.#unfinished = '';
    this.#heard.tooLong();
  }

  /** What came after the last end of a line. */
  get unfinished(): string {
    return this.#unfinished;
  }
}
