// The only place that says which steps of a check make sense for which kind of implementation, and why the others do not.

import { isModuleName } from '../../adapters/module/module-name.ts';
import type { Adapter, Budget } from '../adapter.ts';
import type { CheckSetup } from '../check/check-adapter.ts';
import type { Heard } from '../check/session-steps.ts';
import { type Bystander, implementationOf } from './implementations.ts';
import type { Overhear } from './recording.ts';

/** Milliseconds that an adapter may take to start, where the call does not say more. */
const startMilliseconds = 10_000;

/** Lines of the conversation that are shown where a step goes wrong. */
const linesKept = 4;

export async function adapterToCheck(
  name: string, budget: Budget, bystander: Bystander,
): Promise<Pick<CheckSetup, 'adapter' | 'heard' | 'cannotHang' | 'cannotRestart' | 'conversation'>> {
  const { conversation, conversationNotApplicable } = await import('../../adapters/stdio/conversation.ts');
  const lines: Record<keyof Heard, readonly string[]> = { sent: [], came: [] };
  const overhear: Overhear = (from, line) => {
    const side = from === 'runner' ? 'sent' : 'came';
    lines[side] = [...lines[side], line.slice(0, 1000)].slice(-linesKept);
  };
  const heard: Heard = lines;
  const implementation = implementationOf(name, overhear);
  const silent = (why: string): CheckSetup['conversation'] => async () => conversationNotApplicable(why);
  if (name.startsWith('stdio:')) {
    const { stdioAdapter, openStdio } = await import('../../adapters/stdio/stdio-adapter.ts');
    const patience = Math.max(startMilliseconds, budget.wallMilliseconds);
    const adapter: Adapter = stdioAdapter(name, { startMilliseconds: patience, overhear });
    return { adapter, heard, cannotHang: null, cannotRestart: null, conversation: () => conversation(openStdio(name), budget.wallMilliseconds) };
  }
  const adapter = await implementation.load(bystander);
  if (isModuleName(name)) {
    return { adapter, heard, cannotHang: null, cannotRestart: null, conversation: silent('taskspec itself speaks the protocol with the process that loads the module') };
  }
  const kind = name.replace(/[+:].*$/su, '');
  return {
    adapter, heard: null,
    cannotHang: kind === 'reference' ? 'it runs in this very process, where nothing could end it' : kind === 'attach' ? 'in a debugger no time is watched' : null,
    cannotRestart: kind === 'attach' ? 'you start it by hand, once' : null,
    conversation: silent(kind === 'attach' ? 'it takes an adapter that is started anew for each, and you start it by hand, once' : 'no protocol is spoken with it'),
  };
}
