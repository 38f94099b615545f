// The only place for an adapter that is a command and speaks the protocol, however somebody asks for it.

import { AdapterError, type Adapter, type Budget, type Description } from '../../conformance/adapter.ts';
import type { Capability } from '../../conformance/capabilities.ts';
import type { Program } from '../../conformance/program.ts';
import { Puppet } from '../puppet/puppet.ts';
import { encodePython } from '../python/encode.ts';
import type { Setup } from './connection.ts';
import type { Ready, RunContent } from './message.ts';
import type { Play } from './play.ts';
import { ProgramPlay } from './program-play.ts';
import { startSession } from './stdio-session.ts';

/** What no puppet can show: its frames all bear one name, and what only Python's syntax can run stays in the runner. */
export const puppetsLack: readonly Capability[] = [
  'get_stack', 'print_stack', 'frames', 'frame-positions', 'python-syntax', 'implicit-context',
];

export function protocolAdapter(setup: Setup): Adapter {
  const { name } = setup;
  return { name, start: () => startSession({ ...setup, describe: (ready) => describe(name, ready), play }) };
}

function describe(name: string, ready: Ready): Description {
  const { implementation, version, target, task, capabilities, language, environment } = ready;
  const mode = modeOf(ready);
  const claimed = mode === 'puppet' ? capabilities.find((capability) => puppetsLack.includes(capability)) : undefined;
  if (claimed !== undefined) {
    throw new AdapterError(
      `${name}: ready.capabilities: it claims ${claimed}, which no implementation can show in puppet mode`,
      `Leave out ${puppetsLack.join(', ')}, or run programs by yourself, in the mode "program".`,
    );
  }
  return { name, implementation, version, target, task, capabilities, environment: { ...environment, language, mode } };
}

const modeOf = ({ modes: [first = 'program'] }: Ready): 'program' | 'puppet' => first;

function play(ready: Ready, program: Program, budget: Budget, options: { readonly notes: boolean }): Play {
  return modeOf(ready) === 'puppet' ? new Puppet(program, budget, options) : new ProgramPlay(contentFor(ready, program));
}

function contentFor({ programAs }: Ready, program: Program): RunContent {
  return programAs === 'python' ? { mode: 'program', python: encodePython(program) } : { mode: 'program', program };
}
