// The only place for the names that a scenario may not take, and for the exceptions that it may mention.

import { words } from '../program.ts';

/** Exception types that every implementation in Python has, with the base that the document's Python gives them. */
export const knownExceptions = [
  'BaseException', 'Exception', 'GeneratorExit', 'KeyboardInterrupt', 'SystemExit',
  'ArithmeticError', 'AssertionError', 'AttributeError', 'IndexError', 'KeyError', 'LookupError', 'NameError',
  'NotImplementedError', 'OSError', 'RecursionError', 'RuntimeError', 'StopAsyncIteration', 'StopIteration', 'TypeError',
  'UnboundLocalError', 'ValueError', 'ZeroDivisionError',
  'CancelledError', 'InvalidStateError', 'TimeoutError',
] as const;

const pythonKeywords = [
  'False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif',
  'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or',
  'pass', 'raise', 'return', 'try', 'while', 'with', 'yield', 'match', 'case', 'type',
];

/** What emitted Python and its harness call their own. */
const harnessNames = [
  'see', 'caught', 'log', 'never', 'exc', 'run_cycles', 'run_until_idle', 'derived', 'asyncio', 'contextvars', 'contextlib',
  'functools', 'io', 'sys', 'range', 'print', 'drive', 'start', 'words',
];

const reserved = new Set<string>([...words, ...knownExceptions, ...pythonKeywords, ...harnessNames]);

/** Whether a scenario may not bind this name; names with a leading underscore belong to the implementations. */
export const isReserved = (name: string): boolean => name.startsWith('_') || reserved.has(name);

export const isPythonKeyword = (name: string): boolean => pythonKeywords.includes(name);
