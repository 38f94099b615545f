// The only place that judges every wrong Task on the whole suite, in TypeScript as in Python.

import type { Adapter } from '../adapter.ts';
import { type Interpreter, discover } from '../../adapters/python/discover.ts';
import { type WrongPython, interpreterFor, wrongPythonAdapter, wrongPythons } from '../../adapters/wrong/wrong-python.ts';
import type { WrongTask } from '../../adapters/wrong/wrong-task.ts';
import { wrongTypeScriptAdapter, wrongTypeScripts } from '../../adapters/wrong/wrong-typescript.ts';
import type { Proof } from '../proofs.ts';
import { provenBy } from '../proven-by.ts';
import type { Judged } from '../result.ts';
import { run } from '../run.ts';
import type { Spec } from '../spec.ts';

/** The minor version whose verdicts are kept, for wrong Tasks that any newer Python shows as well. */
export const provenOn = '3.13';

/** A wrong Task that is to be judged on the whole suite. */
export interface Candidate {
  readonly wrong: WrongTask;
  readonly language: Proof['language'];
  /** Null where it cannot be had on this machine. */
  readonly adapter: (() => Promise<Adapter>) | null;
  /** Whether what it proves here is what is kept; on another Python other scenarios may catch it, too. */
  readonly exact: boolean;
  /** The command that installs what is missing. */
  readonly hint: string;
}

/** Every wrong Task but those that prove the watchdog, sorted by name. */
export async function candidates(): Promise<readonly Candidate[]> {
  const found = await discover();
  return [
    ...wrongTypeScripts().map((wrong): Candidate => (
      { wrong, language: 'typescript', adapter: () => wrongTypeScriptAdapter(wrong), exact: true, hint: '' }
    )),
    ...wrongPythons().filter(({ ending }) => ending === null).map((wrong) => pythonCandidate(wrong, found)),
  ].sort((one, other) => (one.wrong.name < other.wrong.name ? -1 : 1));
}

function pythonCandidate(wrong: WrongPython, found: readonly Interpreter[]): Candidate {
  const wanted = wrong.newest ?? provenOn;
  const interpreter = interpreterFor(wrong, found.filter(({ version }) => version === wanted)) ?? interpreterFor(wrong, found);
  return {
    wrong,
    language: 'python',
    adapter: interpreter === null ? null : () => Promise.resolve(wrongPythonAdapter(wrong, interpreter)),
    exact: interpreter?.version === wanted,
    hint: `pyenv install ${wanted}`,
  };
}

/** All scenarios on a wrong Task. */
export async function judgeWrong(adapter: Adapter, spec: Spec): Promise<Judged> {
  const session = await adapter.start();
  try {
    return await run(session, spec, spec.scenarios);
  } finally {
    await session.stop();
  }
}

export const proofOf = ({ wrong, language }: Candidate, judged: Judged): Proof => ({ says: wrong.says, language, proves: provenBy(judged) });
