// The only place that looks up names: what a name in an expression stands for, and who mentions which.

import { attributes, words, type Expression } from '../program.ts';
import { ExpressionError, parseExpression, type Parsed } from './expression.ts';
import type { Mistakes, Place } from './mistake.ts';
import { nearest } from './nearest.ts';
import type { BodyOutline, Outline } from './outline.ts';
import { placeInScalar } from './place-in-scalar.ts';
import { isPythonKeyword } from './vocabulary.ts';
import type { ScalarTree } from './yaml-tree.ts';

/** What reading the steps of one scenario has found out about its names; filled as the reading goes on. */
export class Mentions {
  /** Bodies that mention a name, `''` for an expectation. */
  readonly #by = new Map<string, Set<string>>();
  /** Text constants of the program, each with its first place. */
  readonly texts = new Map<string, Place>();
  /** Bodies that each body, or drive, starts or hands on. */
  readonly #starts = new Map<string, Set<string>>();

  mention(name: string, body: string): void {
    const bodies = this.#by.get(name) ?? new Set<string>();
    bodies.add(body);
    this.#by.set(name, bodies);
  }

  addText(text: string, at: Place): void {
    if (!this.texts.has(text)) this.texts.set(text, at);
  }

  start(name: string, by: string): void {
    const started = this.#starts.get(by) ?? new Set<string>();
    started.add(name);
    this.#starts.set(by, started);
  }

  /** Bodies that can come to run when drive does: who only starts itself is none of them. */
  get started(): ReadonlySet<string> {
    const found = new Set<string>();
    const open = ['drive'];
    for (let by = open.pop(); by !== undefined; by = open.pop()) {
      for (const name of this.#starts.get(by) ?? []) {
        if (found.has(name)) continue;
        found.add(name);
        open.push(name);
      }
    }
    return found;
  }

  /** `''` for an expectation. */
  isMentionedBy(name: string, body: string): boolean {
    return this.#by.get(name)?.has(body) ?? false;
  }

  /** Whether the name is one for the whole scenario: another body or an expectation mentions it. */
  isMentionedOutside(name: string, body: string): boolean {
    return [...(this.#by.get(name) ?? [])].some((other) => other !== body);
  }
}

export interface Scope {
  readonly outline: Outline;
  readonly body: BodyOutline;
  readonly mentions: Mentions;
  readonly mistakes: Mistakes;
}

/** The text of a scalar parsed, or null with the mistake told. */
export function parseScalar(scalar: ScalarTree, mistakes: Mistakes): Parsed | null {
  const text = scalar.value === null ? 'None' : scalar.value === true ? 'True' : scalar.value === false ? 'False' : String(scalar.value);
  try {
    return parseExpression(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    mistakes.add('expression-syntax', placeInScalar(scalar, error.offset), error.message,
      'An expression is a call in Python\'s syntax, `t.add_done_callback(done, context=box)`: names, whole numbers, '
      + 'quoted texts, True, False, None, lists; no operators.');
    return null;
  }
}

/** The expression with each name looked up; a name that is nothing is a mistake, and null is returned. */
export function resolve(parsed: Parsed, scalar: ScalarTree, scope: Scope): Expression | null {
  switch (parsed.kind) {
    case 'constant':
      if (typeof parsed.value === 'string') scope.mentions.addText(parsed.value, placeInScalar(scalar, parsed.offset));
      return { kind: 'constant', value: parsed.value };
    case 'name':
      return resolveName(parsed.name, placeInScalar(scalar, parsed.offset), scope);
    case 'list': {
      const items = resolveAll(parsed.items, scalar, scope);
      return items && { kind: 'list', items };
    }
    case 'attribute': {
      const name = attributes.find((known) => known === parsed.name);
      const of = resolve(parsed.of, scalar, scope);
      if (name === undefined) {
        const meant = nearest(parsed.name, attributes);
        scope.mistakes.add('unknown-attribute', placeInScalar(scalar, parsed.offset), `'${parsed.name}' is no attribute of this language`,
          meant === undefined ? `Known: ${attributes.join(', ')}.` : `Did you mean '${meant}'?`);
        return null;
      }
      return of && { kind: 'attribute', of, name };
    }
    case 'call': {
      const callee = resolve(parsed.callee, scalar, scope);
      const positional = resolveAll(parsed.positional, scalar, scope);
      const keywords: { name: string; value: Expression }[] = [];
      for (const { name, value, offset } of parsed.keywords) {
        if (isPythonKeyword(name)) {
          scope.mistakes.add('keyword-argument', placeInScalar(scalar, offset), `'${name}' is a keyword of Python`, 'Use another name.');
        }
        const resolved = resolve(value, scalar, scope);
        if (resolved !== null) keywords.push({ name, value: resolved });
      }
      if (callee === null || positional === null || keywords.length < parsed.keywords.length) return null;
      return { kind: 'call', callee, positional, keywords };
    }
  }
}

function resolveAll(parsed: readonly Parsed[], scalar: ScalarTree, scope: Scope): readonly Expression[] | null {
  const resolved = parsed.map((item) => resolve(item, scalar, scope));
  const found = resolved.filter((item) => item !== null);
  return found.length === resolved.length ? found : null;
}

function resolveName(name: string, at: Place, scope: Scope): Expression | null {
  const { outline, body, mentions } = scope;
  if (body.parameters.includes(name)) return { kind: 'variable', name };
  if (outline.isBody(name)) {
    mentions.start(name, body.name);
    return { kind: 'body', name };
  }
  if (name !== 'loop' && outline.isBound(name)) {
    mentions.mention(name, body.name);
    return { kind: 'variable', name };
  }
  if (outline.isException(name)) return { kind: 'exception', name };
  const word = words.find((known) => known === name);
  if (word !== undefined) return { kind: 'word', name: word };
  const known = [...words, ...outline.bodies.map((other) => other.name), ...outline.bodies.flatMap((other) => [...other.binds.keys()]),
    ...body.parameters, ...outline.variables, ...outline.futures];
  const meant = nearest(name, known);
  scope.mistakes.add('unknown-name', at, `nothing is called '${name}'`,
    meant === undefined ? 'Bind it with `as:`, declare it, or write a text in quotes.' : `Did you mean '${meant}'?`);
  return null;
}
