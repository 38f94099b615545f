import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { accepted, refused, scenarioFile } from './bad-file.ts';

const outline = suite('outline');

const RESERVED = 'Choose another name.';
const reserved = (name: string): readonly ['reserved-name', string, string] =>
  ['reserved-name', `'${name}' is a word of Python or of this language`, RESERVED];

outline('exceptions are declared with a base that is known by then', () => {
  const { program } = accepted(scenarioFile(`
    exceptions: {Fatal: BaseException, Worse: Fatal}
    coroutines:
      main:
        - log: reached
  `));
  assert.equal(program.exceptions, [{ name: 'Fatal', base: 'BaseException' }, { name: 'Worse', base: 'Fatal' }]);
  refused(scenarioFile(`
    exceptions:
      Worse: §Fatal
      Fatal: §object
      §ValueError: Exception
      Own: §Own
    coroutines:
      main:
        - log: reached
  `),
  ['unknown-exception', "'Fatal' is no exception", 'Name one of Python, or one declared before.'],
  ['unknown-exception', "'object' is no exception", 'Name one of Python, or one declared before.'],
  reserved('ValueError'),
  ['unknown-exception', "'Own' is no exception", 'Name one of Python, or one declared before.']);
});

outline('no name may be a word of Python, of the language or of the harness', () => {
  refused(scenarioFile(`
    exceptions: {§see: Exception}
    variables: [§class, toString]
    futures: [§_x, §loop]
    coroutines:
      §caught:
        - log: reached
      main:
        - call: caught()
          as: §exc
        - call: caught()
          as: constructor
        - call: match()
        - try:
            - cycle: 1
          §except ValueError as None:
            - call: list(match)
    callbacks:
      §§match(print):
        - log: called
  `),
  reserved('see'), reserved('class'), reserved('_x'), reserved('loop'), reserved('caught'), reserved('exc'), reserved('None'), reserved('match'), reserved('print'));
});

outline('one name is one thing', () => {
  refused(scenarioFile(`
    exceptions: {one: Exception}
    variables: [§one, two]
    futures: [§two, three]
    coroutines:
      §three:
        - log: a
      worker(a, b):
        - call: list([])
          as: §a
      §twice(a, a):
        - call: three()
      main:
        - call: worker(1, 2)
          as: §three
        - call: twice(1, 2)
          as: §worker
    callbacks:
      §main:
        - log: b
  `),
  ['name-clash', "'one' is already an exception", RESERVED],
  ['name-clash', "'two' is already a context variable", RESERVED],
  ['name-clash', "'three' is already a future", RESERVED],
  ['name-clash', "'a' is a parameter of worker", RESERVED],
  ['name-clash', "the parameter 'a' is there twice", 'Rename one.'],
  ['name-clash', "'three' is already a future", RESERVED],
  ['name-clash', "'worker' is already a coroutine", RESERVED],
  ['name-clash', "'main' is already a coroutine", RESERVED]);
});

outline('names bound in any depth of steps are found', () => {
  const { program } = accepted(scenarioFile(`
    coroutines:
      main:
        - repeat: 2
          do:
            - try:
                - call: Future()
                  as: a
              except ValueError as b:
                - call: Future()
                  as: c
              else:
                - call: Future()
                  as: d
              finally:
                - call: Future()
                  as: e
        - check: list([a, b, c, d, e])
          is: [a, b, c, d, e]
          times: 1
  `));
  assert.equal(program.shared, ['a', 'b', 'c', 'd', 'e']);
});

outline('parameters may be written with blanks, or not at all', () => {
  const { program } = accepted(scenarioFile(`
    coroutines:
      worker( a ,b ):
        - return: a
      other():
        - call: worker(1, 2)
      main:
        - call: other()
  `));
  assert.equal(program.bodies.map(({ name, parameters }) => [name, parameters]), [['worker', ['a', 'b']], ['other', []], ['main', []]]);
});

outline('the words come first among the variants', () => {
  refused(scenarioFile(`
    variants: §[cpython, words]
    coroutines:
      main:
        - log: reached
  `), ['unknown-variant', 'the words come first', 'Begin the list with `words`.']);
  accepted(scenarioFile(`
    variants: [cpython<3.8, cpython>=3.8]
    coroutines:
      main:
        - log: reached
          cpython<3.8: {times: 1}
          cpython>=3.8: {times: 0}
  `));
});

outline.run();
