"""The only place for Pyodide's own loop under the Tasks: JavaScript's queue and WebLoop's handles, on a clock that jumps."""
import asyncio
from asyncio import events

from pyodide.webloop import PyodideTask, WebLoop

from jumping_loop import JumpingLoop

# It cannot be left by an exception, and nobody can wait for it: what is over is told to the program by its marker.
Over = SystemExit


class VirtualWebLoop(JumpingLoop, WebLoop):

    def __init__(self):
        super().__init__()
        self.start_clock()

    def queue(self, callback, *args, context=None):
        return WebLoop.call_later(self, 0, callback, *args, context=context)

    def call_soon(self, callback, *args, context=None):
        if self.program.end is not None:
            return asyncio.Handle(callback, args, self, context)  # the program is over: nothing more is to run
        return super().call_soon(callback, *args, context=context)

    def run_until_complete(self, future):
        """As WebLoop has it: it answers at once, with a task that will be run."""
        task = super().run_until_complete(future)
        self.program.awaits(task)
        return task

    def marker(self):
        if self.program.looks():
            self._busy = True
        super().marker()

    def rest(self):
        # Once the program is over, there is nothing more in the queue either.
        if self.program.end is None:
            super().rest()
        else:
            self.program.drained()

    def nothing_left(self):
        self.program.stuck()
        self.program.drained()


def make_task(loop, coroutine, **more):
    """A task factory: Pyodide's Task on any loop."""
    return PyodideTask(coroutine, loop=loop, **more)


def open_loop(program):
    VirtualWebLoop.program = program
    loop = VirtualWebLoop()
    events._set_running_loop(loop)  # it is always running
    return loop


def run_cycles(loop, count):
    raise NotImplementedError('no program that works the loop from outside is sent here')


run_until_idle = run_cycles
