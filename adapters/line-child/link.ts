// The only place for what lines go over, whoever is at the other end: a child process, or a socket.

import { LineChild, type Command, type Listener } from './line-child.ts';

export interface Link {
  /** Writes whole lines, each with its end. */
  send(lines: string): void;
  /** The end of what it said that nobody understood. */
  readonly output: string;
  /** Adds to `output`. */
  keep(text: string): void;
  /** Says that nothing more will be sent. */
  finish(): void;
  /** Ends whoever is at the other end, or cuts it off; the listener hears of it. */
  kill(): void;
}

/** Makes the link. What is sent before somebody is there waits. A line of more than `longestLine` characters ends it. */
export type OpenLink = (listener: Listener, longestLine: number) => Link;

export const linkToChild = (command: Command): OpenLink => (listener, longestLine) => new LineChild(command, listener, longestLine);
