// The only place for the table of what was injected and what came out: judged anew, as rows for the page and for the terminal.

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Injury } from './injury.ts';

const runner = fileURLToPath(new URL('./judge-hostile.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Judges every hostile adapter, in a runner of its own; takes a minute or more. */
export async function injuriesOfAll(): Promise<readonly Injury[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--import', tsx, runner], { maxBuffer: 1 << 26 });
  return stdout.trim().split('\n').map((line): Injury => JSON.parse(line));
}

/** In Markdown; `measured` adds what differs from run to run. */
export function tableOf(injuries: readonly Injury[], measured = false): string {
  const heads = ['the adapter', 'verdicts on seven programs, in order', 'processes', ...(measured ? ['left', 'runner grew by', 'seconds'] : []), 'what the first that is not green says'];
  const rows = injuries.map((injury) => [
    injury.name, grouped(injury.verdicts), processes(injury),
    ...(measured ? [String(injury.left), `${injury.megabytes.toFixed(0)} MB`, (injury.milliseconds / 1000).toFixed(1)] : []), injury.told,
  ]);
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n').replaceAll('| --- ', '|---').replaceAll('--- |\n', '---|\n');
}

/** How many it started, by which a hang that cost its time twice would show. After five in a row it depends on the moment. */
function processes({ verdicts, started }: Injury): string {
  return verdicts.includes('not-run') ? 'five or more' : String(started);
}

function grouped(verdicts: Injury['verdicts']): string {
  const groups: { kind: string; count: number }[] = [];
  for (const kind of verdicts) {
    const last = groups.at(-1);
    if (last?.kind === kind) last.count += 1;
    else groups.push({ kind, count: 1 });
  }
  return groups.map(({ kind, count }) => `${count} ${kind}`).join(', ');
}
