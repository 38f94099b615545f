// The only place where an adapter behind a command becomes a partner: started, greeted, and ready, or an error that says why not.

import { randomBytes } from 'node:crypto';
import { AdapterError } from '../../conformance/adapter.ts';
import type { OpenLink } from '../line-child/link.ts';
import { Watchdog } from '../line-child/watchdog.ts';
import { ProtocolError } from './check.ts';
import { type Message, type Ready, type Request, protocolVersion } from './message.ts';
import { readMessage } from './read-message.ts';

export interface Setup {
  /** How it was asked for, for messages. */
  readonly name: string;
  /** Starts it, or waits for it. */
  readonly open: OpenLink;
  /** What it is called in messages: its command, where that says something to its user. */
  readonly shown: string;
  /** What to do where it cannot be had. */
  readonly hint: string;
  /** Real time until it must have said that it is ready. Null: no time is watched, in a run neither, as somebody may be at a debugger. */
  readonly startMilliseconds: number | null;
  /** Hears each line of the conversation, for those who record it. */
  readonly overhear?: ((from: 'runner' | 'adapter', line: string) => void) | undefined;
}

export interface Partner {
  /** `characters`: how long its line is. */
  message(message: Exclude<Message, Ready>, characters: number): void;
  /** A line with our nonce that breaks the protocol. */
  broken(error: ProtocolError): void;
  end(how: string): void;
}

export interface Connection {
  readonly ready: Ready;
  /** The end of what it said on standard error, and of output that is no message. */
  readonly output: string;
  send(request: Request): void;
  /** From now on this one hears what the adapter says. */
  listen(partner: Partner): void;
  /** Ends it and all that it started. */
  kill(): void;
}

/** What an adapter is told where no time is watched: the longest, some 24 days, that a timer may be set to in most languages. */
export const unwatchedMilliseconds = 2 ** 31 - 1;

/** A longer line is no message. */
export const lineCharacters = 1_048_576;

/** A line so long ends the adapter, whatever it is: a runner that reads on would fill its memory. */
const longestLine = 4 * lineCharacters;

/** So many characters of messages at most may belong to one run; an endless stream of them is no trace. */
export const runCharacters = 4 * 1_048_576;

/** So much output that is no message, before the adapter was ready, shows that it is something else. */
const garbageTolerated = 100_000;

/** Rejects with an AdapterError where the adapter cannot be started, or does not speak the protocol. */
export function connect(setup: Setup): { readonly ready: Promise<Connection>; kill(): void } {
  const nonce = randomBytes(12).toString('hex');
  const { shown, startMilliseconds } = setup;
  let partner: Partner | null = null;
  let garbage = 0;
  let ended: string | null = null;
  let refuse = (_why: string, _hint: string | null = null): void => undefined;
  let accept = (_ready: Ready): void => undefined;

  const child = setup.open({ line: hear, end: (how) => {
    ended = how;
    if (partner !== null) return partner.end(how);
    refuse(`it ended before it was ready to run programs (${how})`);
  } }, longestLine);

  function hear(line: string): void {
    setup.overhear?.('adapter', line);
    let message: Message | null;
    try {
      message = read(line, nonce);
    } catch (error) {
      // Only its nesting can exhaust the stack of whoever reads a line.
      const mistake = error instanceof RangeError ? new ProtocolError('message: expected JSON that is nested less deeply') : error;
      if (!(mistake instanceof ProtocolError)) throw mistake;
      return partner === null ? refuse(`it broke the protocol: ${mistake.message}`) : partner.broken(mistake);
    }
    if (message === null) {
      child.keep(`${line}\n`);
      garbage += line.length;
      if (partner === null && garbage > garbageTolerated) refuse('it prints without end, and no message');
      return;
    }
    if (partner === null) {
      if (message.type === 'ready') return accept(message);
      if (message.type === 'refused') return refuse(`it cannot be judged: ${message.why}`, message.hint);
      return refuse(`it broke the protocol: message.type: expected "ready" or "refused", got "${message.type}"`);
    }
    if (message.type === 'ready') return partner.broken(new ProtocolError('message.type: expected no second "ready"'));
    partner.message(message, line.length);
  }

  function send(request: Request): void {
    const line = inAscii(JSON.stringify(request));
    setup.overhear?.('runner', line);
    child.send(`${line}\n`);
  }

  const ready = new Promise<Connection>((resolve, reject) => {
    const patience = new Watchdog((milliseconds: number) => refuse(`it started, but said nothing for ${milliseconds / 1000} s`));
    if (startMilliseconds !== null) patience.watch(startMilliseconds, startMilliseconds);
    refuse = (why, hint = null) => {
      patience.rest();
      child.kill();
      const said = child.output.trim();
      reject(new AdapterError(`${shown}: ${why}${said === '' ? '' : `\n${lastLines(said)}`}`, hint ?? setup.hint));
    };
    accept = (about) => {
      patience.rest();
      // What it says next may be in the same chunk, and must find a listener.
      partner = { message: () => undefined, broken: () => undefined, end: () => undefined };
      resolve({
        ready: about,
        get output() {
          return child.output;
        },
        send,
        listen: (listener) => {
          partner = listener;
          if (ended !== null) listener.end(ended);
        },
        kill: () => child.kill(),
      });
    };
  });
  send({ type: 'hello', versions: [protocolVersion], nonce, limits: { lineCharacters, runCharacters, startMilliseconds: startMilliseconds ?? unwatchedMilliseconds } });
  return { ready, kill: () => child.kill() };
}

/** Whoever reads it may cut a line between any two bytes, and take them for what they like. */
const inAscii = (json: string): string =>
  json.replace(/[\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

function read(line: string, nonce: string): Message | null {
  if (line.length <= lineCharacters) return readMessage(line, nonce);
  if (!line.includes(nonce)) return null;
  throw new ProtocolError(`message: expected a line of at most ${lineCharacters} characters, got ${line.length}`);
}

/** Enough of what it said to see what it is. */
function lastLines(output: string): string {
  return output.split('\n').slice(-12).map((line) => `  | ${line.slice(0, 200)}`).join('\n');
}
