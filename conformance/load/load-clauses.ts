// The only place that reads a file of clauses.

import { basename } from 'node:path';
import { classes, members, type Clause, type Level } from '../spec.ts';
import { compareTargets } from '../target.ts';
import { checkSchema } from './check-schema.ts';
import { Mistakes, type Mistake } from './mistake.ts';
import { readText } from './read-file.ts';
import { entry, itemsOf, parseTree, textOf, type Tree } from './yaml-tree.ts';

export interface LoadedClauses {
  readonly clauses: readonly Clause[];
  readonly mistakes: readonly Mistake[];
}

/** The clauses of one member's file; `file` is the name that messages give. */
export function loadClauses(path: string, file: string): LoadedClauses {
  const read = readText(path, file);
  if (read.kind === 'mistake') return { clauses: [], mistakes: read.mistakes };
  const mistakes = new Mistakes(file, read.text);
  const root = parseTree(read.text, mistakes);
  if (root === null || !checkSchema('clauses', root, mistakes)) return { clauses: [], mistakes: mistakes.found };

  const memberName = text(root, 'member');
  const member = members.find((known) => known === memberName) ?? 'class';
  if (basename(file, '.yaml') !== memberName) {
    mistakes.add('file-misplaced', entry(root, 'member')?.at ?? root.at, `the clauses of '${memberName}' belong in ${memberName}.yaml`,
      'Rename the file, or mend `member`.');
  }
  const clauses: Clause[] = [];
  for (const item of itemsOf(entry(root, 'clauses')?.value)) {
    const id = text(item, 'id');
    const at = entry(item, 'id')?.value.at ?? item.at;
    if (!id.startsWith(`task.${member}.`)) {
      mistakes.add('clause-of-other-member', at, `'${id}' is no clause of ${member}`, `Its id begins with task.${member}.`);
    }
    if (clauses.some((other) => other.id === id)) {
      mistakes.add('duplicate-clause', at, `'${id}' is there twice`, 'Give each clause an id of its own.');
    }
    const since = text(item, 'since') || null;
    const until = text(item, 'until') || null;
    if (since !== null && until !== null && compareTargets(since, until) >= 0) {
      mistakes.add('schema', entry(item, 'until')?.value.at ?? at, `nothing lies between since '${since}' and until '${until}'`,
        '`until` is the first version that owes it no longer.');
    }
    const sentences = itemsOf(entry(item, 'sentences')?.value).map(textOf);
    clauses.push({
      id, member,
      class: classes.find((known) => known === text(item, 'class')) ?? 'core',
      level: levelOf(text(item, 'tag'), text(item, 'says')),
      text: text(item, 'text').trim().replace(/\s+/gu, ' '),
      sentences,
      link: linkTo(member, sentences),
      since, until,
      file, line: at.line,
    });
  }
  return { clauses, mistakes: mistakes.found };
}

const text = (tree: Tree, key: string): string => textOf(entry(tree, key)?.value);

/** The level follows from the tag, and for what the document says, from how strongly it says it. */
function levelOf(tag: string, says: string): Level {
  if (tag === 'O') return 'observed';
  if (tag === 'X') return 'contested';
  return says === 'should' || says === 'may' ? says : 'must';
}

const LIBRARY = 'https://docs.python.org/3.7/library';

/** The place in the document; a promise that stands on the page it refers to is there. */
function linkTo(member: Clause['member'], sentences: readonly string[]): string {
  const elsewhere = sentences.every((sentence) => /\.r\d+$/u.test(sentence));
  if (!elsewhere) return `${LIBRARY}/asyncio-task.html#asyncio.Task${member === 'class' ? '' : `.${member}`}`;
  if (member !== 'class') return `${LIBRARY}/asyncio-future.html#asyncio.Future.${member}`;
  const creates = sentences.some((sentence) => sentence === 'class.r3' || sentence === 'class.r4');
  return creates ? `${LIBRARY}/asyncio-task.html#asyncio.create_task` : `${LIBRARY}/asyncio-future.html#asyncio.Future`;
}
