// The only place for a conversation with an adapter line by line, below any session: for whoever tries what a session never says.

import { randomBytes } from 'node:crypto';
import type { OpenLink } from '../line-child/link.ts';
import { Watchdog } from '../line-child/watchdog.ts';
import { type Fields, isFields } from './check.ts';
import { lineCharacters, runCharacters } from './connection.ts';

export type Reply =
  | { readonly kind: 'message'; readonly of: Fields; readonly line: string }
  | { readonly kind: 'end'; readonly how: string }
  | { readonly kind: 'silence' };

/** Messages that nobody has read; who says more is ended, as it would say them for ever. */
const mostUnread = 10_000;

export class Talk {
  readonly nonce = randomBytes(12).toString('hex');
  readonly sent: string[] = [];
  readonly came: string[] = [];
  readonly #link: ReturnType<OpenLink>;
  readonly #milliseconds: number;
  readonly #unread: Reply[] = [];
  #wake = (): void => undefined;
  #ended: Extract<Reply, { kind: 'end' }> | null = null;

  /** `milliseconds`: real time until silence is an answer. */
  constructor(open: OpenLink, milliseconds: number) {
    this.#milliseconds = milliseconds;
    this.#link = open({ line: (line) => this.#hear(line), end: (how) => this.#end(how) }, 4 * lineCharacters);
  }

  say(request: Fields): void {
    const line = JSON.stringify(request);
    this.sent.push(line);
    this.#link.send(`${line}\n`);
  }

  hello(versions: readonly number[], more: Fields = {}): void {
    this.say({ type: 'hello', versions, nonce: this.nonce, limits: { lineCharacters, runCharacters, startMilliseconds: this.#milliseconds }, ...more });
  }

  /** The next message with our nonce, or that it is gone, or that nothing came in time. */
  async next(): Promise<Reply> {
    const read = this.#unread.shift();
    if (read !== undefined) return read;
    if (this.#ended !== null) return this.#ended;
    const patience = new Watchdog(() => this.#wake());
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      patience.watch(null, this.#milliseconds);
    });
    patience.rest();
    const reply = this.#unread.shift() ?? this.#ended ?? { kind: 'silence' };
    if (reply.kind === 'silence') this.came.push(`nothing within ${this.#milliseconds / 1000} s`);
    return reply;
  }

  /** Says that nothing more will be said. */
  finish(): void {
    this.#link.finish();
  }

  /** Ends it, and waits until it is gone. */
  async kill(): Promise<void> {
    this.#link.kill();
    while (this.#ended === null) await new Promise<void>((resolve) => { this.#wake = resolve; });
  }

  /** The end of what it said beside its messages. */
  get output(): string {
    return this.#link.output;
  }

  #hear(line: string): void {
    const of = messageIn(line, this.nonce);
    if (of === null) return this.#link.keep(`${line}\n`);
    if (this.#unread.length >= mostUnread) return this.#link.kill();
    this.came.push(line);
    this.#unread.push({ kind: 'message', of, line });
    this.#wake();
  }

  #end(how: string): void {
    this.came.push(`it ended (${how})`, ...lastWords(this.#link.output).map((line) => `| ${line}`));
    this.#ended = { kind: 'end', how };
    this.#wake();
  }
}

/** What it said last, and its error, which some languages put first and others last. */
function lastWords(output: string): readonly string[] {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.filter((line, index) => index >= lines.length - 2 || /^\S*(?:Error|Exception)\b/u.test(line)).slice(-5);
}

/** Null: no message of its. A line with our nonce that is no JSON is a message without any field. */
function messageIn(line: string, nonce: string): Fields | null {
  if (!line.includes(nonce)) return null;
  try {
    const data: unknown = JSON.parse(line);
    return isFields(data) && data['nonce'] === nonce ? data : null;
  } catch {
    return {};
  }
}
