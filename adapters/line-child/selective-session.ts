// The only place for a session that answers by itself what its implementation cannot be asked.

import type { Run, Session } from '../../conformance/adapter.ts';
import type { Capability } from '../../conformance/capabilities.ts';
import type { Program } from '../../conformance/program.ts';

/** Programs for which `lacking` names a capability are unsupported, and never sent. */
export function selective(session: Session, lacking: (program: Program) => Capability | null): Session {
  return {
    description: session.description,
    run(program, budget, options): Promise<Run> {
      const capability = lacking(program);
      return capability === null ? session.run(program, budget, options) : Promise.resolve({ kind: 'unsupported', capability });
    },
    stop: () => session.stop(),
  };
}
