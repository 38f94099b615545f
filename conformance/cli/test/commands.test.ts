import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { helpOf } from '../command.ts';
import { commands } from '../commands.ts';

const listed = suite('commands');

for (const { name, load } of commands) {
  listed(`${name} is there under its own name, and its help says how it is called, with examples`, async () => {
    const command = await load();
    assert.is(command.name, name);
    assert.ok(command.examples.length > 0);
    const help = helpOf(command);
    assert.match(help, new RegExp(`^Usage: taskspec ${name}`, 'u'));
    for (const option of command.options) assert.ok(help.includes(`--${option.name}`), option.name);
  });
}

listed.run();
