/** The only place for how a stack or a traceback is cut and printed. */
import type { Frame } from './coroutine.ts';

/** Source: `asyncio.Task.get_stack`. */
export interface StackOptions {
  /** At most so many frames, none when 0 or less; default: all. */
  readonly limit?: number | null | undefined;
}

/** What a stack can be printed to: a stream, or anything with its `write`. */
export interface Writable {
  write(text: string): unknown;
}

/** Source: `asyncio.Task.print_stack`. */
export interface PrintOptions extends StackOptions {
  /** Default: standard error. */
  readonly file?: Writable | null | undefined;
}

/** The newest frames, which a stack keeps. */
export function newest(frames: readonly Frame[], limit: number | null | undefined): Frame[] {
  return frames.slice(Math.max(0, frames.length - Math.max(0, limit ?? frames.length)));
}

/** The oldest frames, which a traceback keeps. */
export function oldest(frames: readonly Frame[], limit: number | null | undefined): Frame[] {
  return frames.slice(0, Math.max(0, limit ?? frames.length));
}

/** The text of a stack, or of a traceback when there is a `failure`; each line ends. */
export function formatStack(title: string, frames: readonly Frame[], failure?: { readonly error: unknown }): string {
  const kind = failure === undefined ? 'Stack' : 'Traceback';
  const heading = frames.length === 0 ? `No stack for ${title}` : `${kind} for ${title} (most recent call last):`;
  const lines = [heading, ...frames.map((frame) => `  in ${frame.name}`)];
  if (failure !== undefined) lines.push(String(failure.error));
  return lines.map((line) => `${line}\n`).join('');
}
