// The only place that runs a user's module: a process of its own, which speaks the protocol in program mode.
//
//     node host.js MODULE

import { createInterface } from 'node:readline';
import { AdapterError, type Run, type Session } from '../../conformance/adapter.ts';
import { ProtocolError, isFields } from '../stdio/check.ts';
import type { RunContent, RunRequest } from '../stdio/message.ts';
import { readMessage } from '../stdio/read-message.ts';
import { writeLine } from '../line-child/write-line.ts';
import { loadModule, toldOf } from './load-module.ts';
import { offerOwnPackage } from './own-package.ts';

type RunOfData = RunRequest & Extract<RunContent, { readonly mode: 'program'; readonly program: unknown }>;

/** The runner is ours as well, and says what it says it does. */
const isRun = (message: unknown): message is RunOfData => isFields(message) && message['type'] === 'run' && isFields(message['program']);

class Host {
  readonly #path: string;
  #nonce = '';
  #run = '';
  #session: Session | null = null;
  /** A Binding has shown what it saw already. */
  #shown = false;

  constructor(path: string) {
    this.#path = path;
  }

  async hear(message: unknown): Promise<void> {
    if (isFields(message) && message['type'] === 'hello') return this.#greet(String(message['nonce']));
    if (!isRun(message) || this.#session === null) return;
    this.#run = message.id;
    this.#shown = false;
    try {
      this.#tell(await this.#session.run(message.program, message.budget, { notes: message.notes }));
    } catch (error) {
      this.#say({ type: 'done', id: this.#run, result: 'adapter-error', message: `its session failed: ${toldOf(error)}` });
    }
  }

  async #greet(nonce: string): Promise<void> {
    this.#nonce = nonce;
    try {
      const adapter = await loadModule(this.#path, (observation) => {
        this.#shown = true;
        this.#say({ type: 'observation', id: this.#run, observation });
      });
      const session = await adapter.start();
      this.#say(this.#readyOf(session));
      this.#session = session;
    } catch (error) {
      const known = error instanceof Error && error.name === 'AdapterError' && 'hint' in error;
      this.#say({ type: 'refused', why: known ? error.message : `it does not start: ${toldOf(error)}`, ...(known ? { hint: String(error.hint) } : {}) });
    }
  }

  #readyOf({ description }: Session): object {
    const { implementation, version, target, task, capabilities, environment } = description;
    const ready = {
      type: 'ready', protocol: 1, implementation, version, language: 'JavaScript', target, task, capabilities,
      modes: ['program'], environment: { ...environment, node: process.versions.node },
    };
    try {
      readMessage(JSON.stringify({ ...ready, nonce: this.#nonce }), this.#nonce);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      throw new AdapterError(error.message.replace(/^ready\./u, 'its description.'), 'The type Description of the package taskspec says what stands there.');
    }
    return ready;
  }

  #tell(run: Run): void {
    const done = (result: object): void => this.#say({ type: 'done', id: this.#run, ...result });
    const seen = run.kind === 'trace' ? run.trace.observations : 'partial' in run ? run.partial.observations : [];
    if (!this.#shown) for (const observation of seen) this.#say({ type: 'observation', id: this.#run, observation });
    if ('partial' in run && run.partial.output !== '') process.stderr.write(run.partial.output);
    switch (run.kind) {
      case 'trace':
        return done({ result: 'ok', end: run.trace.end, notes: run.trace.notes });
      case 'unsupported':
        return done({ result: 'unsupported', capability: run.capability });
      case 'budget':
        return done({ result: 'budget', budget: run.budget });
      case 'crash':
        return done({ result: 'crash', how: run.how });
      case 'hang':
        return done({ result: 'hang' });
      case 'adapter-error':
      case 'protocol-error':
        return done({ result: 'adapter-error', message: run.message });
      case 'not-run':
        return done({ result: 'adapter-error', message: `it did not run the program: ${run.reason}` });
    }
  }

  #say(message: object): void {
    writeLine(JSON.stringify({ ...message, nonce: this.#nonce }));
  }
}

async function main([path = '']: readonly string[]): Promise<void> {
  // Standard output is the protocol's.
  console.log = console.error;
  console.info = console.error;
  offerOwnPackage(new URL(import.meta.url.endsWith('.ts') ? '../../conformance/cli/index.ts' : './index.js', import.meta.url));
  const host = new Host(path);
  for await (const line of createInterface({ input: process.stdin })) await host.hear(JSON.parse(line));
  // Timers that a module left behind must not keep it alive.
  process.exit();
}

await main(process.argv.slice(2));
