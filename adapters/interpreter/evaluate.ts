// The only place that evaluates expressions, in Python's order: what is called, then the arguments from left to right.

import type { Expression, Keyword } from '../../conformance/program.ts';
import { ask } from './raised.ts';
import type { Callee, KeywordOperand, Operand, Work } from './request.ts';
import { type Run, lookUp } from './scope.ts';

/** `inner`: the value goes into one operation, and nowhere else. */
export function* evaluate(run: Run, expression: Expression, inner = false): Work<Operand> {
  switch (expression.kind) {
    case 'constant':
    case 'body':
    case 'exception':
    case 'word':
      return expression;
    case 'variable':
      return yield* lookUp(run, expression.name);
    case 'list':
      return yield* ask({ kind: 'list', items: yield* evaluateAll(run, expression.items, true), inner });
    case 'attribute':
      return yield* ask({ kind: 'attribute', of: yield* evaluate(run, expression.of, true), name: expression.name, inner });
    case 'call': {
      const callee = yield* evaluateCallee(run, expression.callee);
      // To a body of the program arguments become names, which may be asked for again and again.
      const areInner = callee.kind !== 'body';
      const positional = yield* evaluateAll(run, expression.positional, areInner);
      const keywords = yield* evaluateKeywords(run, expression.keywords, areInner);
      return yield* ask({ kind: 'call', callee, positional, keywords, inner });
    }
  }
}

function* evaluateCallee(run: Run, callee: Expression): Work<Callee> {
  if (callee.kind !== 'attribute') return yield* evaluate(run, callee, true);
  return { kind: 'member', of: yield* evaluate(run, callee.of, true), name: callee.name };
}

function* evaluateAll(run: Run, expressions: readonly Expression[], areInner: boolean): Work<readonly Operand[]> {
  const operands: Operand[] = [];
  for (const expression of expressions) operands.push(yield* evaluate(run, expression, areInner));
  return operands;
}

function* evaluateKeywords(run: Run, keywords: readonly Keyword[], areInner: boolean): Work<readonly KeywordOperand[]> {
  const operands: KeywordOperand[] = [];
  for (const { name, value } of keywords) operands.push({ name, value: yield* evaluate(run, value, areInner) });
  return operands;
}
