import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { accepted, refused, scenarioFile } from './bad-file.ts';

const names = suite('check-names');

names('a name that only its own body mentions belongs to each run of the body', () => {
  const { program } = accepted(scenarioFile(`
    coroutines:
      main:
        - call: Future()
          as: own
        - check: own.done()
          is: false
  `));
  assert.equal(program.shared, []);
});

names('a name that another body or an expectation mentions is one for the scenario, and so is what is declared', () => {
  const { program } = accepted(scenarioFile(`
    variables: [color]
    futures: [f]
    coroutines:
      worker:
        - check: seen_by_others.done()
          is: false
      main:
        - call: Future()
          as: seen_by_others
        - call: Future()
          as: expected
        - check: expected
          is: expected
        - await: worker()
  `));
  assert.equal(program.shared, ['color', 'expected', 'f', 'seen_by_others']);
});

names('two bodies may bind a name of the same spelling if nobody else mentions it', () => {
  const { program } = accepted(scenarioFile(`
    coroutines:
      worker:
        - call: Future()
          as: own
        - call: own.cancel()
      main:
        - await: worker()
          as: own
        - return: own
  `));
  assert.equal(program.shared, []);
});

names('a name of two bodies that a third or an expectation mentions could be either', () => {
  refused(scenarioFile(`
    coroutines:
      worker:
        - call: Future()
          as: §mine
        - call: Future()
          as: §ours
      main:
        - await: worker()
          as: §mine
        - call: Future()
          as: §ours
        - check: Future()
          is_not: ours
        - call: loop.call_soon(third)
    callbacks:
      third:
        - call: mine.cancel()
  `),
  ['name-clash', "'mine' is bound by worker and main, and mentioned elsewhere", 'Give each its own name.'],
  ['name-clash', "'ours' is bound by worker and main, and mentioned elsewhere", 'Give each its own name.'],
  ['name-clash', "'mine' is bound by main and worker, and mentioned elsewhere", 'Give each its own name.'],
  ['name-clash', "'ours' is bound by main and worker, and mentioned elsewhere", 'Give each its own name.']);
});

names('a parameter may not be called like something of the whole scenario', () => {
  refused(scenarioFile(`
    futures: [f]
    coroutines:
      §worker(f):
        - await: f
      main:
        - await: worker(f)
  `), ['name-clash', "the parameter 'f' is also a name of the whole scenario", 'Rename one.']);
});

names('a text of the program that equals a name could not be told from it in an expectation', () => {
  refused(scenarioFile(`
    exceptions: {Fatal: BaseException}
    futures: [f]
    coroutines:
      main:
        - call: f.set_result(§'f')
        - call: print_it(§'main', [§'Fatal', 'harmless', §"loop"])
        - raise: ValueError(§'TypeError', §'...')
    callbacks:
      print_it(a, b):
        - log: called
  `),
  ['text-is-name', "the text 'f' is also a name of the scenario", 'Choose another text.'],
  ['text-is-name', "the text 'main' is also a name of the scenario", 'Choose another text.'],
  ['text-is-name', "the text 'Fatal' is also a name of the scenario", 'Choose another text.'],
  ['text-is-name', "the text 'loop' is also a name of the scenario", 'Choose another text.'],
  ['text-is-name', "the text 'TypeError' is also a name of the scenario", 'Choose another text.'],
  ['text-is-name', "the text '...' stands for texts that the scenario does not know", 'Choose another text.']);
});

names.run();
