// The only place where tests overhear whole conversations with the example adapter in JavaScript.

import { fileURLToPath } from 'node:url';
import { loadSpec } from '../../../conformance/load/load-spec.ts';
import { defaultBudget } from '../../../conformance/run.ts';
import type { Program } from '../../../conformance/program.ts';
import { javascriptPuppet } from '../../puppet/test/puppets.ts';
import { stdioAdapter } from '../stdio-adapter.ts';

export const { spec } = loadSpec(fileURLToPath(new URL('../../../spec', import.meta.url)));

export interface Line {
  readonly from: 'runner' | 'adapter';
  readonly text: string;
}

export function programOf(id: string): Program {
  const found = spec.scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`there is no scenario ${id}`);
  return found.program;
}

/** All lines of a conversation about these programs, with `nonce` for the nonce. */
export async function overhear(programs: readonly Program[], options: { readonly notes: boolean }): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const session = await stdioAdapter(javascriptPuppet, { overhear: (from, text) => lines.push({ from, text }) }).start();
  for (const program of programs) await session.run(program, defaultBudget, options);
  await session.stop();
  const nonce = /"nonce":"([0-9a-f]+)"/u.exec(lines[0]?.text ?? '')?.[1] ?? 'none';
  return lines.map(({ from, text }) => ({ from, text: text.replaceAll(nonce, 'nonce') }));
}
