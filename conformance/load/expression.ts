// The only place that reads expressions: Python's call syntax by a closed grammar, parsed once, never evaluated as text.
//
//   expression = atom { "." NAME | "(" [argument {"," argument}] ")" }
//   argument   = [NAME "="] expression
//   atom       = NAME | INTEGER | "-" INTEGER | 'text' | "text" | True | False | None | "[" [expression {"," expression}] "]"

import type { Constant } from '../program.ts';

/** An expression whose names are not looked up yet; `offset` is where a mistake in it is shown: its beginning, or the attribute's. */
export type Parsed =
  | { readonly kind: 'constant'; readonly value: Constant; readonly offset: number }
  | { readonly kind: 'name'; readonly name: string; readonly offset: number }
  | { readonly kind: 'list'; readonly items: readonly Parsed[]; readonly offset: number }
  | { readonly kind: 'attribute'; readonly of: Parsed; readonly name: string; readonly offset: number }
  | {
      readonly kind: 'call';
      readonly callee: Parsed;
      readonly positional: readonly Parsed[];
      readonly keywords: readonly ParsedKeyword[];
      readonly offset: number;
    };

export interface ParsedKeyword {
  readonly name: string;
  readonly value: Parsed;
  readonly offset: number;
}

/** Why a text is no expression. */
export class ExpressionError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

interface Token {
  readonly kind: 'name' | 'integer' | 'text' | 'mark' | 'end';
  readonly text: string;
  readonly offset: number;
}

const TOKEN = /\s*(?:([A-Za-z_][A-Za-z0-9_]*)|(-?\d+)|('(?:[^'\\]|\\['"\\n])*'|"(?:[^"\\]|\\['"\\n])*")|(\.(?!\d)|[()[\],=]))/uy;
const CONSTANTS: ReadonlyMap<string, Constant> = new Map<string, Constant>([['True', true], ['False', false], ['None', null]]);

/** Of calls in calls, and of calls and attributes one after the other. */
const DEEPEST = 20;

function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = source.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (match === null) {
      const offset = from + (source.slice(from).length - source.slice(from).trimStart().length);
      throw new ExpressionError(`'${source.slice(offset, offset + 12)}' is not part of an expression`, offset);
    }
    const [whole, name, integer, text, mark] = match;
    const found = name ?? integer ?? text ?? mark ?? '';
    const offset = from + whole.length - found.length;
    const kind = name !== undefined ? 'name' : integer !== undefined ? 'integer' : text !== undefined ? 'text' : 'mark';
    tokens.push({ kind, text: found, offset });
  }
  tokens.push({ kind: 'end', text: 'the end', offset: end });
  return tokens;
}

/** Parses a text; throws ExpressionError. */
export function parseExpression(source: string): Parsed {
  const tokens = tokenize(source);
  let position = 0;
  const end: Token = { kind: 'end', text: 'the end', offset: source.length };
  const peek = (): Token => tokens[position] ?? end;
  const at = (mark: string): boolean => peek().kind === 'mark' && peek().text === mark;
  const take = (): Token => {
    const token = peek();
    position += 1;
    return token;
  };
  const expect = (mark: string): void => {
    if (!at(mark)) throw new ExpressionError(`expected '${mark}', found ${shown(peek())}`, peek().offset);
    position += 1;
  };

  function expression(depth: number): Parsed {
    if (depth > DEEPEST) throw new ExpressionError(`more than ${DEEPEST} levels deep`, peek().offset);
    let node = atom(depth);
    for (let length = 0; ; length += 1) {
      if (length > DEEPEST) throw new ExpressionError(`more than ${DEEPEST} calls and attributes in a row`, peek().offset);
      if (at('.')) {
        position += 1;
        const token = take();
        if (token.kind !== 'name') throw new ExpressionError(`expected a name after '.', found ${shown(token)}`, token.offset);
        node = { kind: 'attribute', of: node, name: token.text, offset: token.offset };
      } else if (at('(')) {
        node = call(node, depth);
      } else return node;
    }
  }

  function call(callee: Parsed, depth: number): Parsed {
    expect('(');
    const positional: Parsed[] = [];
    const keywords: ParsedKeyword[] = [];
    while (!at(')')) {
      const token = peek();
      const following = tokens[position + 1];
      if (token.kind === 'name' && following?.kind === 'mark' && following.text === '=') {
        if (keywords.some(({ name }) => name === token.text)) {
          throw new ExpressionError(`the argument '${token.text}' is given twice`, token.offset);
        }
        position += 2;
        keywords.push({ name: token.text, value: expression(depth + 1), offset: token.offset });
      } else if (keywords.length > 0) {
        throw new ExpressionError('a positional argument after a keyword argument', token.offset);
      } else positional.push(expression(depth + 1));
      if (!at(')')) expect(',');
    }
    expect(')');
    return { kind: 'call', callee, positional, keywords, offset: callee.offset };
  }

  function atom(depth: number): Parsed {
    const token = take();
    const { offset } = token;
    switch (token.kind) {
      case 'name': {
        const constant = CONSTANTS.get(token.text);
        return constant === undefined ? { kind: 'name', name: token.text, offset } : { kind: 'constant', value: constant, offset };
      }
      case 'integer': {
        const value = Number(token.text);
        if (!Number.isSafeInteger(value)) throw new ExpressionError('this number is too large', offset);
        return { kind: 'constant', value: value === 0 ? 0 : value, offset };
      }
      case 'text':
        return { kind: 'constant', value: unquote(token.text), offset };
      case 'mark':
        if (token.text === '[') return list(offset, depth);
        throw new ExpressionError(`expected a name, a number or a text, found ${shown(token)}`, offset);
      case 'end':
        throw new ExpressionError('the expression ends too early', offset);
    }
  }

  function list(offset: number, depth: number): Parsed {
    const items: Parsed[] = [];
    while (!at(']')) {
      items.push(expression(depth + 1));
      if (!at(']')) expect(',');
    }
    expect(']');
    return { kind: 'list', items, offset };
  }

  const whole = expression(0);
  if (peek().kind !== 'end') throw new ExpressionError(`${shown(peek())} is too much`, peek().offset);
  return whole;
}

const shown = (token: Token): string => (token.kind === 'end' ? token.text : `'${token.text}'`);

const unquote = (quoted: string): string =>
  quoted.slice(1, -1).replace(/\\(.)/gu, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));

/** The expression as the file would write it, in one spelling, so that two can be compared. */
export function spell(parsed: Parsed): string {
  switch (parsed.kind) {
    case 'constant':
      if (parsed.value === null) return 'None';
      if (typeof parsed.value === 'boolean') return parsed.value ? 'True' : 'False';
      return typeof parsed.value === 'number' ? String(parsed.value) : JSON.stringify(parsed.value);
    case 'name':
      return parsed.name;
    case 'list':
      return `[${parsed.items.map(spell).join(', ')}]`;
    case 'attribute':
      return `${spell(parsed.of)}.${parsed.name}`;
    case 'call': {
      const given = [...parsed.positional.map(spell), ...parsed.keywords.map(({ name, value }) => `${name}=${spell(value)}`)];
      return `${spell(parsed.callee)}(${given.join(', ')})`;
    }
  }
}
