import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { installed, whereFound } from './where-found.ts';

const leaving = suite('leaving out');

const tests = (): { readonly register: ReturnType<typeof registering>; readonly ran: string[]; readonly left: string[] } => {
  const ran: string[] = [];
  const left: string[] = [];
  return { register: registering(ran, left), ran, left };
};
const registering = (ran: string[], left: string[]) =>
  Object.assign((title: string, _: null): void => void ran.push(title), { skip: (title: string, _: null): void => void left.push(title) });

leaving('what is there is tested', () => {
  const { register, ran, left } = tests();
  whereFound(register, installed(true, 'a thing', 'get thing'))('works', null);
  assert.equal([ran, left], [['works'], []]);
});

leaving('what is not is skipped, and the command that brings it is printed', () => {
  const { register, ran, left } = tests();
  const printed: unknown[] = [];
  const { write } = process.stdout;
  process.stdout.write = (text: unknown): boolean => printed.push(text) > 0;
  try {
    whereFound(register, installed(false, 'a thing', 'get thing'))('works', null);
  } finally {
    process.stdout.write = write;
  }
  assert.equal([ran, left], [[], ['works']]);
  assert.equal(printed, ['skipped: what needs a thing. `get thing` installs it\n']);
});

leaving.run();
