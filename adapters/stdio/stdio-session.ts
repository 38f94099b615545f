// The only place for the life of a session over the protocol: one run after the other, watchdog, restart, and what is dropped.

import { AdapterError, type Budget, type Description, type Run, type Session } from '../../conformance/adapter.ts';
import type { Program } from '../../conformance/program.ts';
import { Watchdog } from '../line-child/watchdog.ts';
import { ProtocolError } from './check.ts';
import { type Connection, type Partner, type Setup, connect, runCharacters, unwatchedMilliseconds } from './connection.ts';
import type { Done, Message, Ready } from './message.ts';
import type { Play } from './play.ts';

export interface SessionSetup extends Setup {
  /** Throws AdapterError where the adapter claims what cannot be. */
  describe(ready: Ready): Description;
  play(ready: Ready, program: Program, budget: Budget, options: { readonly notes: boolean }): Play;
}

const stopped: Run = { kind: 'not-run', reason: 'the session was stopped' };

/** Rejects with an AdapterError where the adapter cannot be had. */
export async function startSession(setup: SessionSetup): Promise<Session> {
  const connection = await connect(setup).ready;
  try {
    return new StdioSession(setup, connection);
  } catch (error) {
    connection.kill();
    throw error;
  }
}

class StdioSession implements Session {
  readonly description: Description;
  readonly #setup: SessionSetup;
  #connection: Connection | null = null;
  /** Ends when all runs asked for so far are over: they are sent one at a time, as an ask must not wait behind anything. */
  #last: Promise<unknown> = Promise.resolve();
  #isStopped = false;
  /** Why it did not start again. It is not tried once more: one that hangs at its start would cost its time for each program. */
  #lost: string | null = null;
  #runs = 0;
  #giveUp = (): void => undefined;
  #killStarting = (): void => undefined;

  constructor(setup: SessionSetup, connection: Connection) {
    this.#setup = setup;
    this.description = setup.describe(connection.ready);
    this.#use(connection);
  }

  run(program: Program, budget: Budget, options: { readonly notes: boolean }): Promise<Run> {
    const played = this.#last.then(() => this.#play(program, budget, options));
    this.#last = played;
    return played;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#giveUp();
    this.#killStarting();
    const connection = this.#connection;
    this.#connection = null;
    if (connection === null) return;
    await new Promise<void>((resolve) => {
      connection.listen({ message: () => undefined, broken: () => undefined, end: () => resolve() });
      connection.kill();
    });
  }

  /** Between two runs nothing is expected; but a coroutine left over may ask, and waits for an answer. */
  #use(connection: Connection): void {
    this.#connection = connection;
    connection.listen({
      message: (message) => {
        if (!this.#late(connection, message)) this.#abandon(connection);
      },
      broken: () => this.#abandon(connection),
      end: () => this.#forget(connection),
    });
  }

  #abandon(connection: Connection): void {
    this.#forget(connection);
    connection.kill();
  }

  #forget(connection: Connection): void {
    if (this.#connection === connection) this.#connection = null;
  }

  async #play(program: Program, budget: Budget, options: { readonly notes: boolean }): Promise<Run> {
    if (this.#isStopped) return stopped;
    if (this.#lost !== null) return { kind: 'adapter-error', message: this.#lost };
    try {
      const connection = this.#connection ?? await this.#restart();
      if (this.#isStopped) return stopped;
      const play = this.#setup.play(connection.ready, program, budget, options);
      return await this.#converse(connection, play, budget, options.notes);
    } catch (error) {
      if (this.#isStopped) return stopped;
      const message = messageOf(error);
      if (error instanceof AdapterError) this.#lost = message;
      return { kind: 'adapter-error', message };
    }
  }

  async #restart(): Promise<Connection> {
    const start = connect(this.#setup);
    this.#killStarting = start.kill;
    const connection = await start.ready;
    if (this.#isStopped) connection.kill();
    else this.#use(connection);
    return connection;
  }

  /** Sends a run, answers what is asked, and gives what came of it. Rejects on a bug of ours only. */
  #converse(connection: Connection, play: Play, given: Budget, notes: boolean): Promise<Run> {
    const isWatched = this.#setup.startMilliseconds !== null;
    const budget = isWatched ? given : { ...given, wallMilliseconds: unwatchedMilliseconds };
    this.#runs += 1;
    const id = `run-${this.#runs}`;
    return new Promise((resolve, reject) => {
      const before = connection.output;
      let characters = 0;
      const output = (): string => since(before, connection.output);
      /** What is already known while the adapter's end, and its last words, are waited for. */
      let verdict: (() => Run) | null = null;
      const settle = (run: Run): void => {
        watchdog.rest();
        this.#giveUp = () => undefined;
        resolve(run);
      };
      const kill = (then: () => Run): void => {
        if (verdict !== null) return;
        verdict = then;
        this.#forget(connection);
        connection.kill();
      };
      const broken = (error: unknown): void => {
        if (error instanceof ProtocolError) return kill(() => ({ kind: 'protocol-error', partial: play.partial(output()), message: error.message }));
        watchdog.rest();
        this.#abandon(connection);
        reject(error);
      };
      const watchdog = new Watchdog((milliseconds: number) => kill(() => ({ kind: 'hang', partial: play.partial(output()), milliseconds })));
      if (isWatched) watchdog.watch(budget.wallMilliseconds, budget.wallMilliseconds);
      const partner: Partner = {
        message: (message, length) => {
          if (verdict !== null) return;
          characters += length;
          try {
            if (characters > runCharacters) throw new ProtocolError(`a run: expected messages of at most ${runCharacters} characters, got more`);
            if (!('id' in message) || message.id !== id) {
              if (this.#late(connection, message)) return;
              throw unasked(message);
            }
            if (message.type === 'ask') return connection.send(play.ask(message));
            if (message.type === 'observation') return play.observation(message.observation);
            const run = this.#ended(play, message, output(), budget);
            this.#use(connection);
            if (!notes || run.kind !== 'trace') return settle(run);
            watchdog.rest();
            // What it wrote before it said done is in its pipe by now; one more turn of our own loop may have to look there.
            return void setImmediate(() => setImmediate(() => settle({ ...run, output: output() })));
          } catch (error) {
            broken(error);
          }
        },
        broken,
        end: (how) => {
          this.#forget(connection);
          settle(verdict === null ? { kind: 'crash', partial: play.partial(output()), how } : verdict());
        },
      };
      this.#giveUp = () => settle(stopped);
      connection.listen(partner);
      connection.send({ type: 'run', id, budget, notes, ...play.content });
    });
  }

  #ended(play: Play, done: Done, output: string, { wallMilliseconds }: Budget): Run {
    if (play.fault !== null) return play.fault;
    switch (done.result) {
      case 'ok':
      case 'stopped':
        return play.done(done);
      case 'unsupported': {
        const { capability } = done;
        if (!this.description.capabilities.includes(capability)) return { kind: 'unsupported', capability };
        return { kind: 'adapter-error', message: `it claimed the capability ${capability} when it was ready, and now answers that it is unsupported` };
      }
      case 'adapter-error':
        return { kind: 'adapter-error', message: done.message };
      case 'budget':
        return { kind: 'budget', partial: play.partial(output), budget: done.budget };
      case 'crash':
        return { kind: 'crash', partial: play.partial(output), how: done.how };
      case 'hang':
        return { kind: 'hang', partial: play.partial(output), milliseconds: wallMilliseconds };
    }
  }

  /** What belongs to a run that is over is dropped; an ask is told to stop, so that it does not wait. False: nobody asked for it. */
  #late(connection: Connection, message: Exclude<Message, Ready>): boolean {
    const number = 'id' in message ? /^run-([1-9]\d*)$/u.exec(message.id)?.[1] : undefined;
    if (number === undefined || Number(number) > this.#runs) return false;
    if (message.type === 'ask') connection.send({ type: 'do', id: message.id, frame: message.kind === 'frame' ? message.frame : 0, verb: 'stop' });
    return true;
  }
}

/** What was kept since; where the beginning was dropped meanwhile, all of it. */
const since = (before: string, now: string): string => (now.startsWith(before) ? now.slice(before.length) : now);

function unasked(message: Exclude<Message, Ready>): ProtocolError {
  if (message.type === 'error') return new ProtocolError(`message.type: expected no "error", as all that was said is in the protocol: ${message.message.slice(0, 200)}`);
  if (!('id' in message)) return new ProtocolError('message.type: expected no "refused" after "ready"');
  return new ProtocolError(`${message.type}.id: expected the id of a run, got ${JSON.stringify(message.id.slice(0, 80))}`);
}

function messageOf(error: unknown): string {
  if (error instanceof AdapterError) return `it did not start again: ${error.message}\n${error.hint}`;
  return `a bug of taskspec, not of the adapter: ${error instanceof Error ? error.stack ?? error.message : String(error)}`;
}
