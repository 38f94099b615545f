// The only place that evaluates expressions, in Python's order: what is called, then the arguments from left to right.

import type { Expression, Keyword } from '../../conformance/program.ts';
import { ask } from './raised.ts';
import type { Callee, KeywordOperand, Operand, Work } from './request.ts';
import { type Run, lookUp } from './scope.ts';

export function* evaluate(run: Run, expression: Expression): Work<Operand> {
  switch (expression.kind) {
    case 'constant':
    case 'body':
    case 'exception':
    case 'word':
      return expression;
    case 'variable':
      return yield* lookUp(run, expression.name);
    case 'list':
      return yield* ask({ kind: 'list', items: yield* evaluateAll(run, expression.items) });
    case 'attribute':
      return yield* ask({ kind: 'attribute', of: yield* evaluate(run, expression.of), name: expression.name });
    case 'call': {
      const callee = yield* evaluateCallee(run, expression.callee);
      const positional = yield* evaluateAll(run, expression.positional);
      const keywords = yield* evaluateKeywords(run, expression.keywords);
      return yield* ask({ kind: 'call', callee, positional, keywords });
    }
  }
}

function* evaluateCallee(run: Run, callee: Expression): Work<Callee> {
  if (callee.kind !== 'attribute') return yield* evaluate(run, callee);
  return { kind: 'member', of: yield* evaluate(run, callee.of), name: callee.name };
}

function* evaluateAll(run: Run, expressions: readonly Expression[]): Work<readonly Operand[]> {
  const operands: Operand[] = [];
  for (const expression of expressions) operands.push(yield* evaluate(run, expression));
  return operands;
}

function* evaluateKeywords(run: Run, keywords: readonly Keyword[]): Work<readonly KeywordOperand[]> {
  const operands: KeywordOperand[] = [];
  for (const { name, value } of keywords) operands.push({ name, value: yield* evaluate(run, value) });
  return operands;
}
