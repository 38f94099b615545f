// The only place for colours: names for what they mean here, and nothing at all where no colour is wanted.

export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
}

const codes = { strong: 1, faint: 2, good: 32, bad: 31, warning: 33, note: 36 } as const;

export function paint(colours: boolean): Paint {
  const with_ = (code: number) => (text: string): string => (colours && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    strong: with_(codes.strong),
    faint: with_(codes.faint),
    good: with_(codes.good),
    bad: with_(codes.bad),
    warning: with_(codes.warning),
    note: with_(codes.note),
  };
}
