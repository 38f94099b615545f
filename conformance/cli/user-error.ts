// The only place for errors that are the caller's: the call or the specification is wrong, and the message says what to do.

/** Ends the command with exit code 2 and no stack trace. */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** What to do: a sentence or a command. */
  readonly hint: string;

  constructor(message: string, hint: string, options?: { cause?: unknown }) {
    super(message, options);
    this.hint = hint;
  }
}
