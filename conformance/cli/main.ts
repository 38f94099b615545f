// The only place where the process begins and ends: it hands argv to the command and sets the exit code.

import { main } from './dispatch.ts';
import { expectShortRun } from './short-run.ts';
import { processTerminal } from './terminal.ts';

expectShortRun();
const terminal = processTerminal();
const code = await main(process.argv.slice(2), terminal);
const reason: unknown = terminal.signal.reason;
process.exitCode = typeof reason === 'number' ? reason : code;
// Whatever a broken adapter left open must not keep the command from ending once all is written.
if (terminal.signal.aborted) process.exit();
