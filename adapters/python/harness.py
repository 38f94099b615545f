"""The only place that talks to the runner: requests on standard input, replies on standard output, a JSON line each.

    python harness.py NONCE [pure] [eager] [uvloop]

Written so that any Python, however old, can say that it is too old.
"""
import gc
import os
import sys

gc.disable()


def main(nonce, options):
    # The protocol keeps the real streams to itself: what anybody else prints goes to standard error.
    requests = os.fdopen(os.dup(0), 'rb')
    replies = os.dup(1)
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    if sys.version_info < (3, 7):
        why = 'it is Python %s, and the oldest that can be judged is 3.7' % '.'.join(map(str, sys.version_info[:3]))
        os.write(replies, ('{"nonce": "%s", "refused": "%s"}\n' % (nonce, why)).encode('ascii'))
        return
    if 'pure' in options:
        sys.modules['_asyncio'] = None
    import faulthandler
    import json
    import signal
    # Our own folder comes first for our own modules only: what is tested must not find them before its own.
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [here] + [path for path in sys.path if path != here]
    import about
    import compiled
    import program
    sys.path.append(sys.path.pop(0))
    faulthandler.enable(2)
    known = compiled.Compiled(compiled.path_beside(compiled))

    def reply(message):
        message['nonce'] = nonce
        line = (json.dumps(message) + '\n').encode('ascii')
        while line:
            line = line[os.write(replies, line):]

    def cut_short(signum, frame):
        # The watchdog: what was seen until now is all there will be.
        current = runner.current
        if current is not None:
            reply({'id': current.request['id'], 'cut': True, 'observations': current.observations,
                   'output': current.output()})
        os._exit(0)

    ready = about.describe()
    if 'pure' in options and ready['task'] == '_asyncio.Task':
        return reply({'refused': 'something at its start has imported asyncio already, with the Task written in C'})
    ways = {}
    if set(options) - {'pure'}:
        import ways as possible  # rare, and nothing that a start should pay for
        try:
            ways, more = possible.arguments(options)
        except possible.Lacking as lacking:
            return reply({'refused': str(lacking)})
        ready.update(more)
    stranger = None if 'loops' in ways else about.stranger(ways.get('task_factory'))
    if stranger is not None:
        return reply({'refused': 'asyncio.Task is %s, but nearly every scenario would judge %s, which create_task() makes; '
                      '%s' % (ready['task'], stranger, 'eager_task_factory knows no other' if 'task_factory' in ways else
                              'its loops take asyncio.tasks.Task, so put yours there as well')})
    runner = program.Runner(compile=known, **ways)
    signal.signal(signal.SIGTERM, cut_short)
    ready['executable'] = sys.executable
    os.write(replies, b'\n')  # whatever was printed at the start may have left a line unfinished
    reply({'ready': ready})
    for line in requests:
        request = json.loads(line.decode('utf-8'))
        show = None
        if request['stream']:
            def show(observation):
                reply({'id': request['id'], 'seen': observation})
        answer = runner.answer(request, show)
        answer['id'] = request['id']
        reply(answer)
    known.keep()
    os._exit(0)  # nothing of what programs left behind may still run


main(sys.argv[1], sys.argv[2:])
