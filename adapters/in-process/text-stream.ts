// The only place for streams: text that a program lets be written, and that is told as lines.

/** What `StringIO()`, `stdout` and `stderr` are in process. */
export class TextStream {
  #text = '';

  write(text: string): void {
    this.#text += text;
  }

  /**
   * The lines of print_stack, freed of what differs between implementations: addresses, paths, line numbers, source. A heading
   * becomes its first word or two, a frame `in NAME`; the line of the exception stays as it is.
   */
  printed(): string[] {
    const lines: string[] = [];
    for (const line of this.#text.split('\n')) {
      const heading = /^(Stack|Traceback|No stack) for /u.exec(line)?.[1];
      const frame = /^ .*\bin (\S+)$/u.exec(line)?.[1];
      if (heading !== undefined) lines.push(heading);
      else if (frame !== undefined) lines.push(`in ${frame}`);
      else if (line !== '' && !line.startsWith(' ')) lines.push(line);
    }
    return lines;
  }
}

/** Runs something whose output to the process's own streams belongs into these; nothing else may write meanwhile. */
export function redirected<T>(stdout: TextStream, stderr: TextStream, action: () => T): T {
  const restore = [redirect(process.stdout, stdout), redirect(process.stderr, stderr)];
  try {
    return action();
  } finally {
    for (const undo of restore) undo();
  }
}

function redirect(from: NodeJS.WriteStream, to: TextStream): () => void {
  const write = from.write;
  from.write = (chunk: string | Uint8Array): boolean => {
    to.write(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    return true;
  };
  return () => {
    from.write = write;
  };
}
