"""The only place for uvloop under the Tasks: its queue, its handles, its way of running, on a clock that jumps."""
import uvloop

from jumping_loop import JumpingLoop
from virtual_loop import Policy, run_until_idle, set_policy

version = uvloop.__version__


class Over(SystemExit):
    """Leaves the loop when the program is over; uvloop lets hardly another exception out of a callback."""


class VirtualUvloop(JumpingLoop, uvloop.Loop):

    def __init__(self):
        super().__init__()
        self.set_debug(False)
        self._stops = False  # stop() was called: the clock stands still, as asyncio's does in its last pass
        self._idle = None  # while run_until_idle: whether nothing is left
        self.start_clock()

    def queue(self, callback, *args, context=None):
        return uvloop.Loop.call_soon(self, callback, *args, context=context)

    def stop(self):
        self._stops = True
        super().stop()

    def run_forever(self):
        self.mark()
        try:
            super().run_forever()
        finally:
            self._stops = False

    def rest(self):
        if not self._stops:
            super().rest()

    def nothing_left(self):
        if self._idle is None:
            self.program.stuck()
            raise Over
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
    """Runs so many passes of a loop that stands still. A stop() asked for inside takes uvloop a pass more, one before it not."""
    for _ in range(count):
        loop.stop()
        loop.run_forever()
