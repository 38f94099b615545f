// The only place that tells V8 how long a run is: mostly a fraction of a second, which its optimising compiler does not know.

import { setFlagsFromString } from 'node:v8';

/**
 * Lets code run eight times as long before it is optimised: in V8 11, Node 20's, that costs a quarter of the CPU time of a run over the
 * whole suite, and is not earned back in it. What really is long is optimised all the same. Later versions know no such flag.
 */
export function expectShortRun(version: string = process.versions.v8, set: (flag: string) => void = setFlagsFromString): void {
  if (version.startsWith('11.')) set('--interrupt-budget=1000000');
}
