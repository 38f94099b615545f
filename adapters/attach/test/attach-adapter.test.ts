import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { AdapterError, type Run, type Session } from '../../../conformance/adapter.ts';
import type { Program } from '../../../conformance/program.ts';
import { isFields } from '../../stdio/check.ts';
import { attachAdapter } from '../attach-adapter.ts';

const attaching = suite('an adapter that somebody attaches');
const budget = { loopSteps: 10, virtualSeconds: 1, wallMilliseconds: 0 };
const program: Program = { exceptions: [], variables: [], futures: [], shared: [], bodies: [], drive: [{ kind: 'log', id: 1, label: 'here' }], texts: [] };
const run = (session: Session): Promise<Run> => session.run(program, budget, { notes: false });

/** What the user is told, a text at a time, and the port that the first of them names. */
class Heard {
  readonly texts: string[] = [];
  #waiting: (() => void)[] = [];
  readonly say = (text: string): void => {
    this.texts.push(text);
    for (const wake of this.#waiting.splice(0)) wake();
  };

  async port(nth: number): Promise<number> {
    while (this.texts.length < nth) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return Number(/127\.0\.0\.1:(\d+)/u.exec(this.texts[nth - 1] ?? '')?.[1]);
  }
}

interface Puppeteer {
  readonly socket: Socket;
  /** What the runner said, by type. */
  readonly heard: Readonly<Record<string, unknown>>[];
}

/** An adapter that starts by hand, as a debugger would: `act` says what it answers to a run, after it was ready. */
async function attach(port: number, act: (say: (message: object) => void, id: unknown, socket: Socket) => void): Promise<Puppeteer> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const heard: Readonly<Record<string, unknown>>[] = [];
  let nonce: unknown = null;
  const say = (message: object): void => void socket.write(`${JSON.stringify({ nonce, ...message })}\n`);
  createInterface({ input: socket }).on('line', (line) => {
    const message: unknown = JSON.parse(line);
    if (!isFields(message)) return;
    heard.push(message);
    if (message['type'] === 'hello') {
      nonce = message['nonce'];
      say({ type: 'ready', protocol: 1, implementation: 'by hand', version: '1', language: 'words', target: '3.8', task: 'Task', capabilities: [], modes: ['program'] });
    } else act(say, message['id'], socket);
  });
  await once(socket, 'connect');
  return { socket, heard };
}

const honest = (say: (message: object) => void, id: unknown): void => {
  say({ type: 'observation', id, observation: { kind: 'reached', step: 1 } });
  say({ type: 'done', id, result: 'ok', end: { kind: 'ended' } });
};

attaching('is told where to connect and how, and is judged as any other', async () => {
  const heard = new Heard();
  const starting = attachAdapter('attach', { say: heard.say }).start();
  const port = await heard.port(1);
  assert.match(heard.texts[0] ?? '', new RegExp(`TASKSPEC_ATTACH=${port}`, 'u'));
  assert.match(heard.texts[0] ?? '', new RegExp(`<>/dev/tcp/127\\.0\\.0\\.1/${port} >&0`, 'u'));
  const { socket } = await attach(port, honest);
  const session = await starting;
  assert.is(session.description.implementation, 'by hand');
  assert.is(session.description.name, 'attach');
  assert.equal((await run(session)).kind, 'trace');
  const closed = once(socket, 'close');
  await session.stop();
  await closed;
  assert.is((await run(session)).kind, 'not-run');
});

attaching('has no limit of time: the watchdog, which would have rung at once, is not set, and the adapter is told so', async () => {
  const heard = new Heard();
  const starting = attachAdapter('attach', { say: heard.say }).start();
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    void heard.port(1).then((port) => attach(port, (say, id) => {
      answer = () => honest(say, id);
      resolve();
    })).then(({ heard: said }) => {
      messages = said;
    });
  });
  let messages: readonly Readonly<Record<string, unknown>>[] = [];
  const session = await starting;
  const running = run(session);
  await asked;
  // As long as somebody stands still at a breakpoint; a watchdog of 0 ms would have ended it by now.
  for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setTimeout(resolve, 1));
  answer();
  assert.is((await running).kind, 'trace');
  const days = 2 ** 31 - 1;
  assert.equal(messages.map((message) => [message['type'], message['limits'] ?? message['budget']]), [
    ['hello', { lineCharacters: 1_048_576, runCharacters: 4_194_304, startMilliseconds: days }],
    ['run', { loopSteps: 10, virtualSeconds: 1, wallMilliseconds: days }],
  ]);
  await session.stop();
});

attaching('that goes away has crashed, and is waited for at the same port', async () => {
  const heard = new Heard();
  const starting = attachAdapter('attach', { say: heard.say }).start();
  const port = await heard.port(1);
  await attach(port, (_say, _id, socket) => socket.destroy());
  const session = await starting;
  const first = await run(session);
  assert.is(first.kind === 'crash' ? first.how : first.kind, 'it closed the connection');
  const second = run(session);
  assert.is(await heard.port(2), port);
  assert.match(heard.texts[1] ?? '', /^It is gone\./u);
  await attach(port, honest);
  assert.is((await second).kind, 'trace');
  await session.stop();
});

attaching('that was started again before its end was noticed finds its place', async () => {
  const heard = new Heard();
  const starting = attachAdapter('attach', { say: heard.say }).start();
  const port = await heard.port(1);
  const first = await attach(port, (_say, _id, socket) => socket.destroy());
  const session = await starting;
  const second = await attach(port, honest);
  assert.is((await run(session)).kind, 'crash');
  assert.is((await run(session)).kind, 'trace');
  assert.is(first.heard.length, 2);
  assert.is(second.heard.length, 2);
  await session.stop();
});

attaching('with a line that never ends is cut off', async () => {
  const heard = new Heard();
  const starting = attachAdapter('attach', { say: heard.say }).start();
  await attach(await heard.port(1), (_say, _id, socket) => void socket.write('x'.repeat(4_194_305)));
  const session = await starting;
  const first = await run(session);
  assert.is(first.kind === 'crash' ? first.how : first.kind, 'it wrote a line of more than 4194304 characters');
  await session.stop();
});

attaching('that says what is no message has it kept', async () => {
  const heard = new Heard();
  const starting = attachAdapter('attach', { say: heard.say }).start();
  await attach(await heard.port(1), (_say, _id, socket) => void socket.end('by the way\n'));
  const session = await starting;
  const first = await run(session);
  assert.match(first.kind === 'crash' ? first.partial.output : first.kind, /by the way/u);
  await session.stop();
});

attaching('need not come: whoever gives up is not kept', async () => {
  const controller = new AbortController();
  const heard = new Heard();
  const starting = attachAdapter('attach', { say: heard.say, signal: controller.signal }).start();
  const port = await heard.port(1);
  controller.abort();
  await starting.then(() => assert.unreachable(), (error: unknown) => {
    assert.instance(error, AdapterError);
    assert.match(String(error), /nobody connected/u);
  });
  // Nobody listens there any more.
  const socket = connect(port, '127.0.0.1');
  const [error] = await once(socket, 'error');
  assert.match(String(error), /ECONNREFUSED/u);
});

attaching('is not waited for where somebody has given up before', async () => {
  const controller = new AbortController();
  controller.abort();
  await attachAdapter('attach', { say: () => undefined, signal: controller.signal }).start()
    .then(() => assert.unreachable(), (error: unknown) => assert.instance(error, AdapterError));
});

attaching('cannot be waited for at a port that another has, nor at what is none', async () => {
  const heard = new Heard();
  const controller = new AbortController();
  const starting = attachAdapter('attach', { say: heard.say, signal: controller.signal }).start().catch(() => undefined);
  const port = await heard.port(1);
  await attachAdapter(`attach:${port}`, heard).start().then(() => assert.unreachable(), (error: unknown) => {
    assert.ok(error instanceof AdapterError);
    assert.match(error.message, new RegExp(`port ${port} of 127\\.0\\.0\\.1.*EADDRINUSE`, 'u'));
    assert.match(error.hint, /another port/u);
  });
  controller.abort();
  await starting;
  for (const name of ['attach:65536', 'attach:here', 'attach:']) assert.throws(() => attachAdapter(name, heard), /names no port/u);
});

attaching.run();
