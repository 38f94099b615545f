"""The only place for the event loop that scenarios run on: asyncio's own, with a clock that jumps instead of waiting."""
import asyncio
from asyncio import events

# 3.14 renamed both, because policies are to go.
Policy = getattr(events, '_BaseDefaultEventLoopPolicy', None) or events.BaseDefaultEventLoopPolicy
set_policy = getattr(events, '_set_event_loop_policy', None) or events.set_event_loop_policy


class Over(BaseException):
    """Leaves the loop when the program is over: stuck, or out of its budget."""


class VirtualLoop(asyncio.BaseEventLoop):
    """A loop without sockets; it is its own selector, which BaseEventLoop asks once a pass."""

    program = None  # whose loop it is: told of every loop, of every pass, and of being stuck

    def __init__(self):
        super().__init__()
        self.set_debug(False)  # whatever PYTHONASYNCIODEBUG says
        self._selector = self
        self._now = 0.0
        self._idle = None  # while run_until_idle: whether nothing is left
        self.program.opened(self)

    def time(self):
        return self._now

    def select(self, timeout):
        if timeout is not None:
            self._now += timeout
        elif self._idle is None:
            self.program.stuck()
            raise Over
        else:
            self._idle = True
            self.stop()
        self.program.passed(self._now)
        return []

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


class VirtualPolicy(Policy):
    """Makes new_event_loop() and run() give virtual loops too."""

    _loop_factory = VirtualLoop


def open_loop(program):
    """A program's first loop, which makes all others that it opens virtual too."""
    VirtualLoop.program = program
    set_policy(VirtualPolicy())
    return VirtualLoop()


def run_cycles(loop, count):
    """Runs so many passes of a loop that stands still."""
    for _ in range(count):
        loop.call_soon(loop.stop)
        loop.run_forever()


def run_until_idle(loop):
    """Runs until nothing is ready and no timer is left."""
    loop._idle = False
    try:
        while not loop._idle:
            loop.run_forever()
    finally:
        loop._idle = None
