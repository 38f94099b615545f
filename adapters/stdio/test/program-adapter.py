"""An adapter in program mode for tests: Python source, run by the harness of the python adapter, whose folder is the argument."""
import json
import os
import sys

sys.path.append(sys.argv[1])
import about
import program

runner, to_runner = os.fdopen(os.dup(0), encoding='utf-8'), os.dup(1)
os.dup2(2, 1)
nonce = json.loads(runner.readline())['nonce']
described = about.describe()


def say(**message):
    os.write(to_runner, (json.dumps(dict(message, nonce=nonce)) + '\n').encode())


say(type='ready', protocol=1, implementation=described['implementation'], version=described['version'], language='Python', task=described['task'],
    target='.'.join(described['version'].split('.')[:2]), capabilities=sys.argv[2].split(), modes=['program'], programAs='python')
harness = program.Runner()


def main():  # one frame more below the program, as in harness.py: a stack of a running task shows how many there are
    for line in runner:
        run = json.loads(line)
        request = dict(program=run['python'], notes=run['notes'], **{name: run['budget'][name] for name in ('loopSteps', 'virtualSeconds')})
        answer = harness.answer(request, lambda observation: say(type='observation', id=run['id'], observation=observation))
        if answer.get('end', {}).get('kind') == 'budget':
            say(type='done', id=run['id'], result='budget', budget=answer['end']['budget'])
        elif 'end' in answer:
            say(type='done', id=run['id'], result='ok', end=answer['end'], notes=answer.get('notes', []))
        else:
            say(type='done', id=run['id'], result='adapter-error', message=answer['bug'])


main()
