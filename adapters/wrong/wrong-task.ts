// The only place for what a wrong Task tells about itself, whatever language it is written in.

import { parse } from 'yaml';

export interface WrongTask {
  /** The name of its file, without the ending. */
  readonly name: string;
  /** What it does wrongly, in one sentence. */
  readonly says: string;
  /** The clauses that it is meant to break. */
  readonly violates: readonly string[];
  /** A scenario that passes all the same, so that not everything fails. */
  readonly neighbour: string;
}

/** Keys and values of a file of wrong Tasks, and how to ask for them: each throws where its key is missing or of another kind. */
export interface Told {
  has(key: string): boolean;
  text(key: string): string;
  texts(key: string): readonly string[];
  maps(key: string): readonly Told[];
}

/** Reads YAML. Throws, with the file's name, where it is no map. */
export function readTold(file: string, yaml: string): Told {
  return toldOf(file, parse(yaml));
}

function toldOf(file: string, data: unknown): Told {
  if (!isMap(data)) throw new Error(`${file}: a map with the keys of a wrong Task was expected`);
  const list = (key: string): readonly unknown[] => {
    const value = data[key];
    if (!Array.isArray(value) || value.length === 0) throw new Error(`${file}: '${key}' must be a list with at least one item`);
    return value;
  };
  const asText = (key: string, value: unknown): string => {
    if (typeof value !== 'string') throw new Error(`${file}: '${key}' must be a text`);
    return value;
  };
  return {
    has: (key) => key in data,
    text: (key) => asText(key, data[key]),
    texts: (key) => list(key).map((item) => asText(key, item)),
    maps: (key) => list(key).map((item) => toldOf(file, item)),
  };
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function aboutItself(name: string, told: Told): WrongTask {
  return { name, says: told.text('says'), violates: told.texts('violates'), neighbour: told.text('neighbour') };
}
