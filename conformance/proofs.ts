// The only place for proofs: which deliberately wrong Task shows that a clause can be broken, and is then caught.

/** What one wrong Task proves. */
export interface Proof {
  /** What it does wrongly, in our words. */
  readonly says: string;
  readonly language: 'typescript' | 'python';
  /** By clause, the scenarios in which a check of that clause is the first to diverge. */
  readonly proves: Readonly<Record<string, readonly string[]>>;
}

/** By the wrong Task's name. */
export type Proofs = Readonly<Record<string, Proof>>;

export type ReadProofs =
  | { readonly kind: 'proofs'; readonly proofs: Proofs }
  /** What is wrong with the data, and where in it: `late-cancel › language`. */
  | { readonly kind: 'mistake'; readonly where: string; readonly message: string };

/** Reads parsed JSON; what is not exactly a file of proofs is refused, since a proof half read would be one lost. */
export function readProofs(value: unknown): ReadProofs {
  if (!isRecord(value)) return refuse('the whole file', 'a map of wrong Tasks was expected');
  const proofs: Record<string, Proof> = {};
  for (const [name, data] of Object.entries(value)) {
    const read = readProof(name, data);
    if (read.kind === 'mistake') return read;
    proofs[name] = read.proof;
  }
  return { kind: 'proofs', proofs };
}

type Mistaken = Extract<ReadProofs, { kind: 'mistake' }>;

function readProof(name: string, data: unknown): { readonly kind: 'proof'; readonly proof: Proof } | Mistaken {
  if (!isRecord(data)) return refuse(name, 'a map with says, language and proves was expected');
  const { says, language, proves } = data;
  if (typeof says !== 'string' || says === '') return refuse(`${name} › says`, 'a sentence was expected');
  if (language !== 'typescript' && language !== 'python') return refuse(`${name} › language`, 'typescript or python was expected');
  if (!isRecord(proves)) return refuse(`${name} › proves`, 'a map of clauses was expected');
  const read: Record<string, readonly string[]> = {};
  for (const [clause, scenarios] of Object.entries(proves)) {
    if (!Array.isArray(scenarios) || scenarios.length === 0) return refuse(`${name} › proves › ${clause}`, 'a list of scenarios was expected, one or more');
    const ids: readonly unknown[] = scenarios;
    const texts = ids.filter((id) => typeof id === 'string');
    if (texts.length < ids.length) return refuse(`${name} › proves › ${clause}`, 'a scenario is named by its id');
    read[clause] = texts;
  }
  return { kind: 'proof', proof: { says, language, proves: read } };
}

const refuse = (where: string, message: string): Mistaken => ({ kind: 'mistake', where, message });

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
