import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findCommand, isExecutable } from '../find-command.ts';

const finding = suite<{ folder: string }>('finding a command');

finding.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
  for (const name of ['first', 'second']) mkdirSync(join(context.folder, name));
  for (const file of ['first/plain', 'second/tool', 'first/plain-too']) writeFileSync(join(context.folder, file), '#!/bin/sh\n');
  chmodSync(join(context.folder, 'second/tool'), 0o755);
  mkdirSync(join(context.folder, 'first/tool'));
});
finding.after.each(({ folder }) => rmSync(folder, { recursive: true }));

finding('it is the first on PATH that is a file and can be run', ({ folder }) => {
  const path = ['', join(folder, 'first'), join(folder, 'second')].join(delimiter);
  assert.is(findCommand('tool', path), join(folder, 'second', 'tool'));
  assert.is(findCommand('nothing', path), null);
});

finding('with a slash it is the file itself', ({ folder }) => {
  assert.is(findCommand(join(folder, 'second', 'tool'), ''), join(folder, 'second', 'tool'));
  assert.is(findCommand(join(folder, 'nothing'), ''), null);
  assert.not(isExecutable(join(folder, 'first')));
});

finding.run();
