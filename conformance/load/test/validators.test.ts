import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { ajvOptions, clauses, scenario, situations } from '../validators.ts';
import { mainOf, mistakesIn } from './bad-file.ts';

const validators = suite('validators');

const spec = fileURLToPath(new URL('../../../spec', import.meta.url));
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(join(spec, folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.name.endsWith('.yaml')).map((file) => join(file.parentPath, file.name));

/** A validator of its own, as an editor would make one from the schema alone. */
const alone = (name: string): ((value: unknown) => boolean) => {
  const validate = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
    .compile(JSON.parse(readFileSync(join(spec, 'schema', `${name}.schema.json`), 'utf8')));
  return (value) => validate(value);
};

validators('every real file conforms to its schema, for us and for any other reader of the schema', () => {
  for (const [name, folder, ours] of [['scenario', 'scenarios', scenario], ['clauses', 'clauses', clauses]] as const) {
    const theirs = alone(name);
    const files = filesBelow(folder);
    assert.ok(files.length >= 12);
    for (const file of files) {
      const value: unknown = parse(readFileSync(file, 'utf8'));
      assert.ok(ours(value), file);
      assert.ok(theirs(value), file);
    }
  }
});

validators('the file of situations conforms to its schema, for us and for any other reader of the schema', () => {
  const value: unknown = parse(readFileSync(join(spec, 'situations.yaml'), 'utf8'));
  assert.ok(situations(value));
  assert.ok(alone('situations')(value));
  assert.not.ok(situations({ situations: [{ id: 'done/x' }] }));
});

validators('every real file names the schema to editors, by a path that is right', () => {
  for (const file of [...filesBelow('scenarios'), ...filesBelow('clauses'), join(spec, 'situations.yaml')]) {
    const [, path = ''] = /^# yaml-language-server: \$schema=(\S+)\n/u.exec(readFileSync(file, 'utf8')) ?? [];
    const { title } = JSON.parse(readFileSync(join(file, '..', path), 'utf8'));
    const [folder = ''] = relative(spec, file).split(sep);
    assert.match(title, folder === 'clauses' ? 'clauses' : folder === 'scenarios' ? 'scenario' : 'situations');
  }
});

validators('what the schema says of a value, it says with the schema it stands in', () => {
  assert.ok(ajvOptions.verbose && ajvOptions.allErrors);
  assert.not.ok(scenario({ title: 3 }));
  assert.ok(scenario.errors?.every((error) => error.parentSchema !== undefined));
});

validators('what the schema accepts and the language refuses is a mistake, and nothing is thrown', () => {
  const refused = [
    '- call: "((("', '- check: f', '- check: loop\n  raises: nobody', '- return: nobody(()', '- call: nothing', '- raise', '- try:\n    - log: a',
    '- check: loop\n  is: main at nowhere', '- log: a\n- log: a', '- return\n- return', '- cycle: idle', '- async with: loop\n  do:\n    - log: a',
    '- check: loop\n  each: [1]\n  times: 2', '- check: loop\n  words: {is: 1}', '- call: loop\n  as: class', '- try:\n    - log: a\n  except no clause:\n    - log: b',
    '- log: a\n  clause: task.no.where', '- check: loop\n  one_of: [{times: 1}, {each: [1]}]',
  ];
  for (const steps of refused) {
    const text = mainOf(steps);
    assert.ok(alone('scenario')(parse(text)), steps);
    assert.ok(mistakesIn(text).length > 0, steps);
  }
});

validators.run();
