// The only place for checks of unknown JSON: each gives a typed value, or names the path at which something else came.

/** What an adapter said breaks the protocol. The message names the place: `done.end.kind: expected …, got 3`. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

export type Check<T> = (data: unknown, path: string) => T;

export type Fields = Readonly<Record<string, unknown>>;

const shownCharacters = 80;

export function refuse(path: string, expected: string, data: unknown): never {
  const text = data === undefined ? 'nothing' : JSON.stringify(data);
  const shown = text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
  throw new ProtocolError(`${path}: expected ${expected}, got ${shown}`);
}

/** A place whose name is longer lies deeper than any value that a scenario can make. */
const longestPath = 1000;

/** Whoever walks a value later walks it by calling itself, so none may be nested without end. */
export function notTooDeep(path: string): void {
  if (path.length > longestPath) throw new ProtocolError(`${path.slice(0, shownCharacters)}…: expected values that are nested less deeply`);
}

export function isFields(data: unknown): data is Fields {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

export const fields: Check<Fields> = (data, path) => (isFields(data) ? data : refuse(path, 'an object', data));

export const text: Check<string> = (data, path) => (typeof data === 'string' ? data : refuse(path, 'a text', data));

/** Counts and numbers of things; JavaScript and Python agree on integers up to 2 ** 53 only. */
export const natural: Check<number> = (data, path) =>
  typeof data === 'number' && Number.isSafeInteger(data) && data >= 0 ? data : refuse(path, 'an integer from 0', data);

export const isConstant = (data: unknown): data is null | boolean | string | number =>
  data === null || typeof data === 'boolean' || typeof data === 'string' || Number.isSafeInteger(data);

export function oneOf<const T extends string>(...choices: readonly T[]): Check<T> {
  return (data, path) =>
    choices.find((choice) => choice === data) ?? refuse(path, `one of ${choices.map((choice) => JSON.stringify(choice)).join(', ')}`, data);
}

export function listOf<T>(each: Check<T>): Check<readonly T[]> {
  return (data, path) =>
    Array.isArray(data) ? data.map((item: unknown, index) => each(item, `${path}[${index}]`)) : refuse(path, 'a list', data);
}

export function recordOf<T>(each: Check<T>): Check<Readonly<Record<string, T>>> {
  return (data, path) =>
    Object.fromEntries(Object.entries(fields(data, path)).map(([name, value]) => [name, each(value, `${path}.${name}`)]));
}

/** The field of that name below `path`, checked. */
export function field<T>(of: Fields, path: string, name: string, check: Check<T>): T {
  return check(of[name], `${path}.${name}`);
}

/** The same, or `otherwise` where it is not given. */
export function optional<T, U>(of: Fields, path: string, name: string, check: Check<T>, otherwise: U): T | U {
  return of[name] === undefined ? otherwise : check(of[name], `${path}.${name}`);
}
