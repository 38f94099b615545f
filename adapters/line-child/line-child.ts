// The only place that starts, feeds and ends a child process that speaks in lines; it knows nothing of what they say.

import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { Lines } from './lines.ts';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** Variables beside those of this process, or instead of them. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Listener {
  /** A line of standard output, without its end. */
  line(text: string): void;
  /** The child is gone, and so is its process group; said once. `how`: `exit code 3`, `signal SIGABRT`, a spawn error. */
  end(how: string): void;
}

/** A longer line is no reply of ours; the child is ended, so that it cannot fill the memory. In characters. */
const longestLineByDefault = 32 * 1024 * 1024;

/** A child that leaves so many bytes unread is ended: whatever asks without end, and hears no answer, would fill the memory. */
const mostUnread = 16 * 1024 * 1024;

/** How much of what the child says beside its replies is kept, in characters. */
const outputKept = 4000;

/** How long the streams of a child that is gone may stay open: so many turns of our event loop, so far apart. */
const streamTurns = 10;
const streamTurnMilliseconds = 50;

/** Groups to end when this process ends without having stopped them. */
const living = new Set<LineChild>();
process.on('exit', () => {
  for (const child of living) child.kill();
});

export class LineChild {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #listener: Listener;
  readonly #lines: Lines;
  #output = '';
  /** Why it was ended by us, where that says more than the signal. */
  #why: string | null = null;
  #ended = false;
  #release = (): void => undefined;

  /** Starts the command in a process group of its own, so that whatever it starts can be ended with it. */
  constructor(command: Command, listener: Listener, longestLine = longestLineByDefault) {
    this.#listener = listener;
    this.#lines = new Lines({
      line: (text) => {
        if (!this.#ended) this.#listener.line(text);
      },
      tooLong: () => this.#endFor(`it wrote a line of more than ${longestLine} characters`),
    }, longestLine);
    this.#process = spawn(command.file, command.args, {
      stdio: 'pipe', detached: true, windowsHide: true, env: { ...process.env, ...command.environment },
    });
    living.add(this);
    this.#process.stdout.setEncoding('utf8').on('data', (chunk: string) => this.#lines.hear(chunk));
    this.#process.stderr.setEncoding('utf8').on('data', (chunk: string) => this.keep(chunk));
    // A write to a child that just died fails here; its end tells the story.
    this.#process.stdin.on('error', () => undefined);
    this.#process.on('error', (error) => this.#end(error.message));
    this.#process.on('exit', (code, signal) => {
      const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
      this.kill();
      // All it wrote is wanted; but something that left the group may hold the streams open. The wait is counted in turns of
      // our own loop, so that a turn that took long, with the rest of the output waiting behind it, is not taken for all of it.
      let turns = streamTurns;
      const patience = setInterval(() => {
        turns -= 1;
        if (turns > 0) return;
        this.keep('\n[cut off: a process that it started left its process group, and keeps its output open]\n');
        this.#end(how);
      }, streamTurnMilliseconds);
      this.#process.once('close', () => this.#end(how));
      this.#release = () => clearInterval(patience);
    });
  }

  /** Writes whole lines, each with its end. */
  send(lines: string): void {
    if (this.#ended) return;
    this.#process.stdin.write(lines);
    if (this.#process.stdin.writableLength > mostUnread) this.#endFor(`it left ${mostUnread} bytes of what it was sent unread`);
  }

  /** Says that nothing more will be sent. */
  finish(): void {
    if (!this.#ended) this.#process.stdin.end();
  }

  /** The end of what it said on standard error and of output that nobody understood. */
  get output(): string {
    return this.#output.slice(-outputKept);
  }

  /** Adds to `output`. */
  keep(text: string): void {
    this.#output += text;
    // Not each time: a flood of short lines would copy all of it for each of them.
    if (this.#output.length > 2 * outputKept) this.#output = this.#output.slice(-outputKept);
  }

  /** Asks it to end, which it may use for last words. */
  terminate(): void {
    this.#process.kill('SIGTERM');
  }

  /** Ends it and all that it started, at once. */
  kill(): void {
    // Once it is gone, its number may be another's.
    if (this.#ended || this.#process.pid === undefined) return;
    try {
      process.kill(-this.#process.pid, 'SIGKILL');
    } catch {
      // The group is gone already, or the system knows none.
      this.#process.kill('SIGKILL');
    }
  }

  #endFor(why: string): void {
    this.#why ??= why;
    this.kill();
  }

  #end(how: string): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#release();
    living.delete(this);
    if (this.#lines.unfinished !== '') this.keep(this.#lines.unfinished);
    this.#process.stdin.destroy();
    this.#process.stdout.destroy();
    this.#process.stderr.destroy();
    this.#listener.end(this.#why ?? how);
  }
}
