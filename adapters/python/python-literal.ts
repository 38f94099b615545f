// The only place where a text of a scenario becomes Python source: nothing in it can end the literal that holds it.

/** Everything but letters, marks, digits, punctuation, symbols and the plain space: controls, bidi, lone surrogates … */
const unprintable = /[\p{C}\p{Z}]/gu;

/** Nearly every text of a scenario; asking this first spares the far slower question above. */
const plain = /^[ !#-&(-[\]-~]*$/;

function escape(character: string): string {
  if (character === ' ') return character;
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x0a) return '\\n';
  if (code === 0x09) return '\\t';
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

/** A Python text literal in single quotes. */
export function textLiteral(text: string): string {
  return plain.test(text) ? `'${text}'` : `'${text.replace(/[\\']/g, '\\$&').replace(unprintable, escape)}'`;
}

/** A one-line docstring; the quotes are escaped one by one, so that three in a row end nothing. */
export function docstring(title: string): string {
  // Python 3.13 compiles no docstring with half of a surrogate pair.
  const text = title.replace(/\p{Cs}/gu, '\ufffd');
  return plain.test(text) ? `"""${text}"""` : `"""${text.replace(/[\\"]/g, '\\$&').replace(unprintable, escape)}"""`;
}

/** A Python literal for plain JSON data, on one line. */
export function dataLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return integerLiteral(value);
  if (typeof value === 'string') return textLiteral(value);
  if (Array.isArray(value)) return `[${value.map(dataLiteral).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${textLiteral(key)}: ${dataLiteral(item)}`);
  return `{${entries.join(', ')}}`;
}

export function integerLiteral(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`bug: ${value} is no integer that Python and JavaScript share`);
  return String(value);
}

/** Python's keywords from 3.7 to 3.14; soft ones (`match`, `type`) are good names. */
const keywords = new Set(
  ('False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield').split(' '),
);

/** The name itself, where it is one; the loader has refused all others, so anything else is a bug of ours. */
export function identifier(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || keywords.has(name)) {
    throw new Error(`bug: ${JSON.stringify(name)} is no name in Python`);
  }
  return name;
}
