"""The only place for uvloop under the Tasks: its queue, its handles, its way of running, on a clock that jumps.

libuv's clock cannot be turned, and waiting for it would make order a matter of luck. So timers are ours, and a marker
that goes round in uvloop's own queue tells when there is nothing else to do. It stands first in every pass, and moves
nothing of what the program queued.
"""
import uvloop

from jumping_clock import JumpingClock, run_timer
from virtual_loop import Policy, set_policy

version = uvloop.__version__


class Over(SystemExit):
    """Leaves the loop when the program is over; uvloop lets no other exception out of a callback."""


class VirtualUvloop(JumpingClock, uvloop.Loop):

    program = None  # whose loop it is: told of every loop, of every pass, and of being stuck

    def __init__(self):
        super().__init__()
        self.start_clock()
        self.set_debug(False)
        self._marked = False  # the marker is in the queue
        self._busy = False  # something was queued since the marker last came by
        self._stops = False  # stop() was called: the clock stands still, as asyncio's does in its last pass
        self._idle = None  # while run_until_idle: whether nothing is left
        self.program.opened(self)

    def call_soon(self, callback, *args, context=None):
        self._mark()
        self._busy = True
        return super().call_soon(callback, *args, context=context)

    def stop(self):
        self._stops = True
        super().stop()

    def run_forever(self):
        self._mark()
        try:
            super().run_forever()
        finally:
            self._stops = False

    def _mark(self):
        if not self._marked:
            self._marked = True
            super().call_soon(self._pass)

    def _pass(self):
        self._marked = False
        if self._busy:
            self._busy = False
            self.program.passed(self._now)
            self._mark()
        elif not self._stops:
            self._rest()

    def _rest(self):
        """Nothing is ready."""
        due = self.jump()
        for timer in due:
            self.call_soon(run_timer, timer)
        if not due and self._idle is None:
            self.program.stuck()
            raise Over
        if not due:
            self._idle = True
            self.stop()


class UvloopPolicy(Policy):
    """Makes new_event_loop() and run() give such loops too."""

    _loop_factory = VirtualUvloop


def open_loop(program):
    VirtualUvloop.program = program
    set_policy(UvloopPolicy())
    return VirtualUvloop()


def run_cycles(loop, count):
    """Runs so many passes of a loop that stands still. A stop() that is queued takes uvloop two passes, one before it only one."""
    for _ in range(count):
        loop.stop()
        loop.run_forever()


def run_until_idle(loop):
    """Runs until nothing is ready and no timer is left."""
    loop._idle = False
    try:
        while not loop._idle:
            loop.run_forever()
    finally:
        loop._idle = None
