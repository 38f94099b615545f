# The floor of what a scenario can cost: its emitted source compiled and run in a bare loop, nothing observed, nothing sent.
# Reads a JSON list of sources, runs each once, as a run of the suite does, and prints CPU milliseconds for one of them;
# start-up is not counted.
import asyncio
import asyncio.base_events
import contextvars
import io
import json
import sys
import time


class Bare(asyncio.base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = self
        self._now = 0

    def time(self):
        return self._now

    def select(self, timeout):
        if timeout is None:
            raise SystemExit
        self._now += timeout
        return []

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


def ignore(*values):
    return values[-1]


def run(source):
    loop = Bare()
    asyncio.set_event_loop(loop)
    loop.set_exception_handler(ignore)

    def run_cycles(count, loop=loop):
        for _ in range(count):
            loop.call_soon(loop.stop)
            loop.run_forever()

    def run_until_idle(*loops):
        try:
            loop.run_forever()
        except SystemExit:
            pass

    def printed(stream):
        return stream.getvalue().splitlines()

    scope = {
        'loop': loop, 'see': ignore, 'caught': ignore, 'log': ignore, 'never': ignore, 'run_cycles': run_cycles,
        'run_until_idle': run_until_idle, 'printed': printed, 'warned': list, 'stdout': io.StringIO(), 'stderr': io.StringIO(),
    }
    try:
        contextvars.Context().run(exec, compile(source, '<scenario>', 'exec'), scope)
    except BaseException:
        pass


sources = json.load(sys.stdin)
before = time.process_time()
for source in sources:
    run(source)
print((time.process_time() - before) * 1000 / len(sources))
