// The only place where c-promise2 runs: a process of its own, so that an endless loop costs one verdict.
//
//     node host.js NONCE FILE-OF-C-PROMISE2 VERSION

import { serve } from '../in-process/serve.ts';
import { inProcessAdapter } from '../in-process/session.ts';
import { bindCPromise } from './binding.ts';
import { loadLibrary } from './library.ts';
import { Turns } from './turns.ts';

const [nonce = '', file = '', version = ''] = process.argv.slice(2);
console.log = console.error;
// A task that fails and is never awaited is part of many programs, and no reason for Node to end.
process.on('unhandledRejection', () => undefined);
const turns = new Turns();
await serve(inProcessAdapter('c-promise2', bindCPromise(loadLibrary(file, turns), version, turns)), nonce);
