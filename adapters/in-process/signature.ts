// The only place that fits the arguments of a call to a signature as Python's documentation writes it.

/** The arguments of a call, by value. */
export interface Arguments {
  readonly positional: readonly unknown[];
  readonly keywords: ReadonlyMap<string, unknown>;
}

export interface Signature {
  readonly text: string;
  readonly parameters: readonly Parameter[];
  /** How many parameters can be given by position, before a `*`. */
  readonly positional: number;
  /** Where the rest of the positional arguments goes, -1 if nowhere. */
  readonly rest: number;
  /** Whether every parameter can be given by position, so that the arguments often fit as they are. */
  readonly isPlain: boolean;
}

interface Parameter {
  readonly name: string;
  readonly isRequired: boolean;
}

/** Reads `callback, *args, context=None`; of a default only that there is one is used. */
export function signature(text: string): Signature {
  const parts = text.split(',').map((part) => part.trim()).filter((part) => part !== '');
  const star = parts.findIndex((part) => part.startsWith('*'));
  const parameters = parts.filter((part) => part !== '*').map((part) => {
    const [name = ''] = part.replace('*', '').split('=');
    return { name, isRequired: !part.includes('=') && !part.startsWith('*') };
  });
  return {
    text, parameters,
    positional: star === -1 ? parameters.length : star,
    rest: star === -1 || parts[star] === '*' ? -1 : star,
    isPlain: star === -1,
  };
}

/**
 * The arguments in the order of the parameters: `undefined` where none is given, an array for `*args`. Null where they do not
 * fit: to refuse them is the work of Python's own calls, which no JavaScript function does.
 */
export function fit(signature: Signature, { positional, keywords }: Arguments): readonly unknown[] | null {
  const { parameters, rest } = signature;
  if (signature.isPlain && keywords.size === 0 && positional.length === parameters.length) return positional;
  const fitted: unknown[] = parameters.map((_, index) => (index < signature.positional ? positional[index] : undefined));
  if (rest !== -1) fitted[rest] = positional.slice(signature.positional);
  else if (positional.length > signature.positional) return null;
  for (const [keyword, value] of keywords) {
    const index = parameters.findIndex((parameter) => parameter.name === keyword);
    if (index === -1 || index === rest || fitted[index] !== undefined) return null;
    fitted[index] = value;
  }
  return parameters.some(({ isRequired }, index) => isRequired && fitted[index] === undefined) ? null : fitted;
}
