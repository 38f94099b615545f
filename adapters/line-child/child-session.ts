// The only place for the life of a session with a child process: pipelining, watchdog, restart, and what is lost of a crash.

import { AdapterError, type Budget, type Description, type Run, type Session } from '../../conformance/adapter.ts';
import type { Program } from '../../conformance/program.ts';
import type { Observation } from '../../conformance/trace.ts';
import { connect, type Connection, type Setup } from './connection.ts';
import { replay } from './replay.ts';
import type { Reply } from './reply.ts';
import { partialOf, runOf } from './run-of.ts';
import { Watchdog } from './watchdog.ts';

/** What a child is asked to do with one program, as the text of a JSON value; often it is known before anything runs. */
export type Encode = (program: Program) => string;

export interface SessionSetup extends Setup {
  readonly encode: Encode;
  /** The child shows each observation as it is made; otherwise they come with the reply, which is faster. */
  readonly streams: boolean;
  /** The child has something to keep when all is done: it is told, and ends by itself. */
  readonly keeps: boolean;
  describe(about: Readonly<Record<string, string>>): Description;
}

/** So many programs at most are on their way to the child: it never waits for us, nor do we fill the pipe. */
const window = 32;

/** More are sent only when so few are left, so that one write carries several: each wakes the other side. */
const refill = 8;

/** How long a child that hangs may take for its last words. */
const lastWordsMilliseconds = 500;

/** How long a child may take to keep what it has to keep. */
const keepingMilliseconds = 2_000;

interface Job {
  readonly id: number;
  readonly program: Program;
  readonly budget: Budget;
  readonly notes: boolean;
  readonly resolve: (run: Run) => void;
  /** What a child that streams has shown so far. */
  readonly seen: Observation[];
}

/** Starts the child; rejects with an AdapterError where it cannot be had. */
export async function startSession(setup: SessionSetup): Promise<Session> {
  const { ready } = connect(setup);
  return new ChildSession(setup, await ready);
}

/**
 * The child answers one by one and in order, so the oldest job sent is the one that runs: its are the time, the hang
 * and the crash. Jobs sent behind it never began, and go to the next child unharmed.
 */
class ChildSession implements Session {
  readonly description: Description;
  readonly #setup: SessionSetup;
  #waiting: Job[] = [];
  #sent: Job[] = [];
  #connection: Connection | null = null;
  #stopped = false;
  #lastId = 0;
  /** A child is being started, or the traces of a dead one are being sought: nothing is sent meanwhile. */
  #busy = false;
  #killStarting: () => void = () => undefined;
  /** Why it did not start again. It is not tried once more: one that hangs at its start would cost its time again and again. */
  #lost: string | null = null;
  readonly #watchdog = new Watchdog<Job>((job) => this.#timeUp(job));
  /** The job that ran out of time, until its child is gone. */
  #hung: { readonly job: Job; last: Extract<Reply, { kind: 'cut' }> | null } | null = null;

  constructor(setup: SessionSetup, connection: Connection) {
    this.#setup = setup;
    this.description = setup.describe(connection.about);
    this.#use(connection);
  }

  run(program: Program, budget: Budget, options: { readonly notes: boolean }): Promise<Run> {
    return new Promise((resolve) => {
      this.#lastId += 1;
      this.#waiting.push({ id: this.#lastId, program, budget, notes: options.notes, resolve, seen: [] });
      // Calls that come together go out together.
      if (this.#waiting.length === 1) queueMicrotask(() => this.#pump());
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const idle = this.#sent.length === 0;
    this.#watchdog.rest();
    for (const job of [...this.#sent.splice(0), ...this.#waiting.splice(0)]) {
      job.resolve({ kind: 'not-run', reason: 'the session was stopped' });
    }
    this.#killStarting();
    const connection = this.#connection;
    this.#connection = null;
    if (connection === null) return;
    await new Promise<void>((resolve) => {
      const patience = setTimeout(() => connection.kill(), keepingMilliseconds);
      connection.listen({
        reply: () => undefined,
        nonsense: () => undefined,
        end: () => {
          clearTimeout(patience);
          resolve();
        },
      });
      if (idle && this.#setup.keeps) connection.finish();
      else connection.kill();
    });
  }

  #use(connection: Connection): void {
    this.#connection = connection;
    connection.listen({
      reply: (reply) => this.#reply(reply),
      nonsense: (message) => {
        const job = this.#abandon(connection);
        job?.resolve({ kind: 'protocol-error', partial: partialOf(job.seen, connection.output), message });
        this.#pump();
      },
      end: (how) => void this.#ended(connection, how),
    });
  }

  /** Sends what there is, as far as the window allows. */
  #pump(): void {
    if (this.#stopped) {
      for (const job of this.#waiting.splice(0)) job.resolve({ kind: 'not-run', reason: 'the session was stopped' });
    }
    const lost = this.#lost;
    if (lost !== null) {
      for (const job of this.#waiting.splice(0)) job.resolve({ kind: 'adapter-error', message: lost });
    }
    if (this.#busy || this.#waiting.length === 0) return;
    if (this.#connection === null) return void this.#restart();
    if (this.#sent.length > refill) return;
    const idle = this.#sent.length === 0;
    let requests = '';
    while (this.#sent.length < window) {
      const job = this.#waiting.shift();
      if (job === undefined) break;
      try {
        requests += this.#request(job, this.#setup.streams);
        this.#sent.push(job);
      } catch (error) {
        job.resolve({ kind: 'adapter-error', message: messageOf(error) });
      }
    }
    this.#connection.send(requests);
    if (idle) this.#watch();
  }

  #request({ id, program, budget: { loopSteps, virtualSeconds }, notes }: Job, stream: boolean): string {
    const options = JSON.stringify({ id, loopSteps, virtualSeconds, notes, stream });
    return `${options.slice(0, -1)},"program":${this.#setup.encode(program)}}\n`;
  }

  /** Starts the time of the job that runs now, if any. */
  #watch(): void {
    const job = this.#sent[0];
    if (job === undefined) this.#watchdog.rest();
    else this.#watchdog.watch(job, job.budget.wallMilliseconds);
  }

  #timeUp(job: Job): void {
    const connection = this.#connection;
    if (connection === null || this.#hung !== null) return;
    this.#hung = { job, last: null };
    connection.terminate();
    setTimeout(() => connection.kill(), lastWordsMilliseconds).unref();
  }

  #reply(reply: Exclude<Reply, { kind: 'ready' | 'refused' }>): void {
    const job = this.#sent[0];
    if (job === undefined || reply.id !== job.id) return;
    if (reply.kind === 'seen') {
      job.seen.push(reply.observation);
    } else if (reply.kind === 'cut') {
      if (this.#hung !== null) this.#hung.last = reply;
    } else {
      this.#sent.shift();
      this.#watch();
      job.resolve(runOf(reply, this.#connection?.output ?? ''));
      this.#pump();
    }
  }

  /** The child is gone: the job that ran has its verdict, all others go on with a new child. */
  async #ended(connection: Connection, how: string): Promise<void> {
    if (this.#connection !== connection) return;
    const hung = this.#hung;
    const job = this.#abandon(connection);
    if (job === null) return this.#pump();
    this.#busy = true;
    const output = [hung?.last?.output ?? '', connection.output].join('').trim();
    const known = hung?.last?.observations ?? (this.#setup.streams ? job.seen : null);
    const partial = partialOf(known ?? (await this.#replay(job)), output);
    const milliseconds = job.budget.wallMilliseconds;
    if (this.#stopped) job.resolve({ kind: 'not-run', reason: 'the session was stopped' });
    else job.resolve(hung === null ? { kind: 'crash', partial, how } : { kind: 'hang', partial, milliseconds });
    this.#busy = false;
    this.#pump();
  }

  /** Forgets a child, and takes back what it has not begun. Gives the job that it was at. */
  #abandon(connection: Connection): Job | null {
    this.#connection = null;
    const hung = this.#hung;
    this.#hung = null;
    connection.kill();
    const jobs = this.#sent.splice(0);
    this.#watch();
    // A job that was taken for hung may have answered at the last moment: then its child ends for no fault of the next.
    const running = hung === null || hung.job === jobs[0] ? jobs.shift() : undefined;
    this.#waiting.unshift(...jobs);
    return running ?? null;
  }

  /** What a crash takes of what was held back is shown by running the job once more. */
  #replay(job: Job): Promise<readonly Observation[]> {
    const start = connect(this.#setup);
    this.#killStarting = start.kill;
    return replay(start, () => this.#request(job, true), job.budget.wallMilliseconds);
  }

  async #restart(): Promise<void> {
    this.#busy = true;
    const start = connect(this.#setup);
    this.#killStarting = start.kill;
    try {
      const connection = await start.ready;
      if (this.#stopped) connection.kill();
      else this.#use(connection);
    } catch (error) {
      this.#lost = `it did not start again: ${messageOf(error)}`;
    }
    this.#busy = false;
    this.#pump();
  }
}

function messageOf(error: unknown): string {
  if (error instanceof AdapterError) return `${error.message}\n${error.hint}`;
  return error instanceof Error ? error.message : String(error);
}
