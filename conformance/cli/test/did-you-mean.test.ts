import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { didYouMean } from '../did-you-mean.ts';

const meaning = suite('did you mean');
const many = Array.from({ length: 13 }, (_, index) => `name-${index}`);

meaning('a name that is near is offered', () => assert.is(didYouMean('cancl', ['done', 'cancel'], ''), 'Did you mean cancel?'));
meaning('where none is near, a few are listed', () => assert.is(didYouMean('zzz', ['done', 'cancel'], ''), 'There are: done, cancel.'));
meaning('many are not listed, but said where they are', () => assert.is(didYouMean('zzz', many, 'Look there.'), 'Look there.'));

meaning.run();
