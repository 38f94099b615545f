import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ExpressionError, parseExpression, spell } from '../expression.ts';

const expression = suite('expression');

/** Why a text is no expression, and where. */
const refusal = (text: string): string => {
  try {
    parseExpression(text);
  } catch (error) {
    if (error instanceof ExpressionError) return `${error.offset}: ${error.message}`;
    throw error;
  }
  throw new Error(`it was read: ${text}`);
};

expression('an expression becomes structured data that knows its place', () => {
  assert.equal(parseExpression(' t.add(f, context=box)'), {
    kind: 'call', offset: 3,
    callee: { kind: 'attribute', of: { kind: 'name', name: 't', offset: 1 }, name: 'add', offset: 3 },
    positional: [{ kind: 'name', name: 'f', offset: 7 }],
    keywords: [{ name: 'context', value: { kind: 'name', name: 'box', offset: 18 }, offset: 10 }],
  });
});

expression('every expression has one spelling, which reads as it does itself', () => {
  const spelled = {
    'f( 1,-2 ,\n"a" )': 'f(1, -2, "a")',
    "'it''s'.x": null,
    "f('a\\'b', \"c\\\"d\", 'e\\\\f', 'g\\nh')": 'f("a\'b", "c\\"d", "e\\\\f", "g\\nh")',
    '[True, False, None, []]': '[True, False, None, []]',
    't . done ( ) . x': 't.done().x',
    'f(a, k = [1], l=g())': 'f(a, k=[1], l=g())',
    '-0': '0',
    'f(a,)': 'f(a)',
    '[1,]': '[1]',
    "'😀'": '"😀"',
  };
  for (const [text, expected] of Object.entries(spelled)) {
    if (expected === null) continue;
    const once = spell(parseExpression(text));
    assert.is(once, expected);
    assert.is(spell(parseExpression(once)), once);
  }
});

expression('what is no expression is told with the place where it stops to be one', () => {
  const refused = {
    '': '0: the expression ends too early',
    '   ': '0: the expression ends too early',
    'f(': '2: the expression ends too early',
    'f(a': "3: expected ',', found the end",
    'f(a b)': "4: expected ',', found 'b'",
    'f(,)': "2: expected a name, a number or a text, found ','",
    '[1 2]': "3: expected ',', found '2'",
    '[': '1: the expression ends too early',
    'a.': "2: expected a name after '.', found the end",
    'a.(b)': "2: expected a name after '.', found '('",
    'a b': "2: 'b' is too much",
    'a)': "1: ')' is too much",
    'a = b': "2: '=' is too much",
    'a + b': "2: '+ b' is not part of an expression",
    'lambda: 1': "6: ': 1' is not part of an expression",
    'a.1': "1: '.1' is not part of an expression",
    '1.5': "1: '.5' is not part of an expression",
    '- 5': "0: '- 5' is not part of an expression",
    "'open": "0: ''open' is not part of an expression",
    "'\\x41'": "0: ''\\x41'' is not part of an expression",
    'größe': "2: 'öße' is not part of an expression",
    '{}': "0: '{}' is not part of an expression",
    'a[0]': "1: '[' is too much",
    '__import__("os").system("rm")  ;': "31: ';' is not part of an expression",
    'f(a=1, 2)': '7: a positional argument after a keyword argument',
    'f(a=1, a=2)': "7: the argument 'a' is given twice",
    'f(a=)': "4: expected a name, a number or a text, found ')'",
    '9007199254740993': '0: this number is too large',
    'f(-9007199254740993)': '2: this number is too large',
  };
  for (const [text, expected] of Object.entries(refused)) assert.is(refusal(text), expected, text);
});

expression('no depth and no length makes the reader fall', () => {
  const most = `${'f('.repeat(20)}1${')'.repeat(20)}`;
  assert.is(spell(parseExpression(most)), most);
  assert.match(refusal(`f(${most})`), /more than 20 levels deep/u);
  assert.match(refusal('('.repeat(100_000)), /expected a name/u);
  assert.match(refusal('['.repeat(100_000)), /more than 20 levels deep/u);
  assert.match(refusal(`f${'()'.repeat(100_000)}`), /more than 20 calls and attributes in a row/u);
  assert.match(refusal(`f${'.f'.repeat(100_000)}`), /more than 20 calls and attributes in a row/u);
  assert.match(refusal(`'${'a'.repeat(200_000)}`), /is not part of an expression/u);
  assert.match(refusal(`${' '.repeat(200_000)}+`), /^200000:/u);
});

expression.run();
