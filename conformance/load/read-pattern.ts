// The only place that reads the values of expectations: constants, names of objects, exceptions, frames, lists.

import type { Pattern } from '../expectation.ts';
import { ExpressionError, parseExpression, spell, type Parsed } from './expression.ts';
import type { Mistakes } from './mistake.ts';
import type { Outline } from './outline.ts';
import { placeInScalar } from './place-in-scalar.ts';
import type { AwaitPlace } from './read-steps.ts';
import { parseScalar, type Mentions } from './resolve.ts';
import type { ScalarTree, Tree } from './yaml-tree.ts';

export interface PatternScope {
  readonly outline: Outline;
  readonly mentions: Mentions;
  readonly awaits: readonly AwaitPlace[];
  readonly mistakes: Mistakes;
}

export function readPattern(tree: Tree, scope: PatternScope): Pattern | null {
  switch (tree.kind) {
    case 'map':
      scope.mistakes.add('wrong-type', tree.at, 'a map where a value is expected', 'Quote a text that has a colon in it.');
      return null;
    case 'list': {
      const items = tree.items.map((item) => readPattern(item, scope)).filter((item) => item !== null);
      return { kind: 'list', items };
    }
    case 'scalar':
      return typeof tree.value === 'string' ? readText(tree.value, tree, scope) : { kind: 'constant', value: tree.value };
  }
}

const FRAME = /^([A-Za-z_]\w*) at (.+)$/su;

function readText(text: string, tree: ScalarTree, scope: PatternScope): Pattern | null {
  const { outline } = scope;
  const name = readName(text, scope);
  if (name !== null) return name;
  if (text === '...') return { kind: 'frame', name: '...', at: null };
  const frame = FRAME.exec(text);
  const body = frame?.[1];
  if (body !== undefined && outline.isBody(body)) return readFrame(body, frame?.[2] ?? '', tree, scope);
  if (outline.isBody(text)) return { kind: 'frame', name: text, at: null };
  const called = /^([A-Za-z_]\w*)\(/u.exec(text)?.[1];
  if (called !== undefined && outline.isException(called)) {
    const parsed = parseScalar(tree, scope.mistakes);
    if (parsed === null) return null;
    if (parsed.kind === 'call' && parsed.callee.kind === 'name') return readException(called, parsed, tree, scope);
  }
  return { kind: 'constant', value: text };
}

function readName(text: string, scope: PatternScope): Pattern | null {
  if (scope.outline.isBound(text)) {
    scope.mentions.mention(text, '');
    return { kind: 'name', name: text };
  }
  return scope.outline.isException(text) ? { kind: 'exception', type: text, args: null } : null;
}

function readException(type: string, call: Parsed & { kind: 'call' }, tree: ScalarTree, scope: PatternScope): Pattern | null {
  const [keyword] = call.keywords;
  if (keyword !== undefined) {
    scope.mistakes.add('keyword-argument', placeInScalar(tree, keyword.offset), 'arguments of an exception have no names',
      'Write the value alone.');
    return null;
  }
  const args = call.positional.map((argument) => readArgument(argument, tree, scope)).filter((argument) => argument !== null);
  return args.length === call.positional.length ? { kind: 'exception', type, args } : null;
}

function readArgument(parsed: Parsed, tree: ScalarTree, scope: PatternScope): Pattern | null {
  switch (parsed.kind) {
    case 'constant':
      return { kind: 'constant', value: parsed.value };
    case 'name': {
      const name = readName(parsed.name, scope);
      if (name !== null) return name;
      break;
    }
    case 'list':
      return { kind: 'list', items: parsed.items.map((item) => readArgument(item, tree, scope)).filter((item) => item !== null) };
    case 'call':
      if (parsed.callee.kind === 'name' && scope.outline.isException(parsed.callee.name)) {
        return readException(parsed.callee.name, parsed, tree, scope);
      }
      break;
    case 'attribute':
      break;
  }
  scope.mistakes.add('unknown-name', placeInScalar(tree, parsed.offset), `'${spell(parsed)}' is nothing that an exception can be expected with`,
    'Use a constant in Python\'s syntax, a bound name or an exception.');
  return null;
}

function readFrame(body: string, where: string, tree: ScalarTree, scope: PatternScope): Pattern | null {
  if (where === 'start') return { kind: 'frame', name: body, at: 'start' };
  const awaited = /^await (.+)$/su.exec(where)?.[1];
  const parsed = awaited === undefined ? null : tryParse(awaited);
  const spelled = parsed === null ? null : spell(parsed);
  const steps = scope.awaits.filter((place) => place.body === body && place.spelled === spelled);
  const [only] = steps;
  if (only === undefined || steps.length > 1) {
    scope.mistakes.add('frame', tree.at, steps.length > 1 ? `several awaits in ${body} read '${where}'` : `no step of ${body} reads '${where}'`,
      `Write \`${body} at start\` or \`${body} at await EXPR\`, with an EXPR that stands once in ${body}.`);
    return null;
  }
  return { kind: 'frame', name: body, at: only.step };
}

function tryParse(text: string): Parsed | null {
  try {
    return parseExpression(text);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}
