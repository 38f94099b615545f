// The only place that listens on a local socket, and makes a link of whoever connects.

import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { AdapterError } from '../../conformance/adapter.ts';
import type { Listener } from '../line-child/line-child.ts';
import { Lines } from '../line-child/lines.ts';
import type { Link } from '../line-child/link.ts';

/** This machine only: what is judged here runs programs, and nobody else is asked to. */
export const host = '127.0.0.1';

/** How much of what came over it, and is no message, is kept, in characters. */
const outputKept = 4000;

export class Listening {
  readonly port: number;
  readonly #server: Server;
  /** Connected, and nobody has asked for them: an adapter that was started again before its end was noticed. */
  readonly #early: Socket[] = [];
  /** The link that waits for a socket. */
  #waiting: SocketLink | null = null;
  #isClosed = false;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.port = port;
    server.on('connection', (socket) => {
      socket.on('error', () => undefined);
      const link = this.#waiting;
      this.#waiting = null;
      if (link === null) this.#early.push(socket);
      else link.use(socket);
    });
  }

  /** Port 0 is any that is free. Rejects with an AdapterError where it cannot be had. */
  static on(port: number): Promise<Listening> {
    const server = createServer();
    return new Promise((resolve, reject) => {
      server.once('error', (error) => reject(new AdapterError(
        `nobody can connect to port ${port} of ${host}: ${error.message}`, 'Write another port behind attach:, or attach alone for any that is free.', { cause: error },
      )));
      server.listen(port, host, () => {
        const address = server.address();
        if (!isAddress(address)) return reject(new Error(`a server that listens on ${host} has an address, not ${String(address)}`));
        resolve(new Listening(server, address.port));
      });
    });
  }

  /** The link to who is there, or to the next one that comes. */
  link(listener: Listener, longestLine: number): Link {
    const link = new SocketLink(listener, longestLine);
    const socket = this.#early.shift();
    if (socket !== undefined) link.use(socket);
    // Whoever asked has yet to take what is given.
    else if (this.#isClosed) queueMicrotask(() => link.kill());
    else this.#waiting = link;
    return link;
  }

  /** No more are let in, and who waits hears that. What is connected already stays. */
  close(): void {
    this.#isClosed = true;
    this.#server.close();
    for (const socket of this.#early.splice(0)) socket.destroy();
    this.#waiting?.kill();
    this.#waiting = null;
  }
}

const isAddress = (address: AddressInfo | string | null): address is AddressInfo => typeof address === 'object' && address !== null;

class SocketLink implements Link {
  readonly #listener: Listener;
  readonly #lines: Lines;
  #socket: Socket | null = null;
  /** What was said before anybody was there. */
  #unsent = '';
  #output = '';
  #ended = false;
  #why = 'it closed the connection';

  constructor(listener: Listener, longestLine: number) {
    this.#listener = listener;
    this.#lines = new Lines({
      line: (text) => {
        if (!this.#ended) listener.line(text);
      },
      tooLong: () => {
        this.#why = `it wrote a line of more than ${longestLine} characters`;
        this.kill();
      },
    }, longestLine);
  }

  use(socket: Socket): void {
    this.#socket = socket;
    if (this.#ended) return void socket.destroy();
    socket.setEncoding('utf8').setNoDelay().on('data', (chunk) => this.#lines.hear(String(chunk)));
    socket.on('close', () => this.#end());
    socket.write(this.#unsent);
  }

  send(lines: string): void {
    if (this.#socket === null) this.#unsent += lines;
    else this.#socket.write(lines);
  }

  get output(): string {
    return this.#output;
  }

  keep(text: string): void {
    this.#output = (this.#output + text).slice(-outputKept);
  }

  finish(): void {
    this.#socket?.end();
  }

  kill(): void {
    if (this.#socket === null) this.#end();
    else this.#socket.destroy();
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#listener.end(this.#socket === null ? 'nobody connected' : this.#why);
  }
}
