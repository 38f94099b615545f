// The only place where a child becomes a partner: started, known by a nonce, and ready, or an error that says why not.

import { randomBytes } from 'node:crypto';
import { AdapterError } from '../../conformance/adapter.ts';
import { LineChild, type Command } from './line-child.ts';
import { readReply, type Reply } from './reply.ts';
import { Watchdog } from './watchdog.ts';

/** What is particular to one kind of child. */
export interface Setup {
  /** How it was asked for, for messages. */
  readonly name: string;
  /** The command to start, given the nonce that its replies must carry. */
  command(nonce: string): Command;
  /** Real time until it must have said that it is ready. */
  readonly startMilliseconds: number;
  /** What the user can do where it does not start. */
  readonly hint: string;
}

export interface Partner {
  reply(reply: Exclude<Reply, { kind: 'ready' | 'refused' }>): void;
  /** A line with our nonce that makes no sense. */
  nonsense(message: string): void;
  end(how: string): void;
}

export interface Connection {
  readonly about: Readonly<Record<string, string>>;
  readonly output: string;
  /** Sends requests, whole lines, each with its end. */
  send(requests: string): void;
  /** From now on this one hears what the child says. */
  listen(partner: Partner): void;
  finish(): void;
  terminate(): void;
  kill(): void;
}

/** So much output that is no reply, before the child was ready, shows that it is something else. */
const garbageTolerated = 100_000;

/** Rejects with an AdapterError where the child cannot be started, or is not what it should be. */
export function connect(setup: Setup): { readonly ready: Promise<Connection>; kill(): void } {
  const nonce = randomBytes(12).toString('hex');
  const command = setup.command(nonce);
  const shown = command.file;
  let partner: Partner | null = null;
  let garbage = 0;
  let ended: string | null = null;
  let refuse = (_message: string, _hint = setup.hint): void => undefined;
  let accept = (_about: Readonly<Record<string, string>>): void => undefined;

  const child = new LineChild(command, {
    line(text) {
      let reply: Reply | null;
      try {
        reply = readReply(text, nonce);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return partner === null ? refuse(`${shown} answered with ${message}`) : partner.nonsense(message);
      }
      if (reply === null) {
        child.keep(`${text}\n`);
        garbage += text.length;
        if (partner === null && garbage > garbageTolerated) refuse(`${shown} prints without end, and no reply`);
      } else if (reply.kind === 'ready') accept(reply.about);
      else if (reply.kind === 'refused') refuse(`${shown} cannot be judged: ${reply.why}`);
      else partner?.reply(reply);
    },
    end(how) {
      ended = how;
      if (partner !== null) return partner.end(how);
      refuse(`${shown} ended before it was ready to run programs (${how})`);
    },
  });

  const ready = new Promise<Connection>((resolve, reject) => {
    const patience = new Watchdog((milliseconds: number) => refuse(`${shown} started, but said nothing for ${milliseconds / 1000} s`));
    patience.watch(setup.startMilliseconds, setup.startMilliseconds);
    refuse = (message, hint = setup.hint) => {
      patience.rest();
      child.kill();
      const said = child.output.trim();
      reject(new AdapterError(`${setup.name}: ${message}${said === '' ? '' : `\n${lastLines(said)}`}`, hint));
    };
    accept = (about) => {
      patience.rest();
      resolve({
        about,
        get output() {
          return child.output;
        },
        send: (requests) => child.send(requests),
        listen: (listener) => {
          partner = listener;
          if (ended !== null) listener.end(ended);
        },
        finish: () => child.finish(),
        terminate: () => child.terminate(),
        kill: () => child.kill(),
      });
    };
  });
  return { ready, kill: () => child.kill() };
}

/** Enough of what it said to see what it is. */
function lastLines(output: string): string {
  return output
    .split('\n')
    .slice(-12)
    .map((line) => `  | ${line.slice(0, 200)}`)
    .join('\n');
}
