# says: done() is True as soon as what the Task waits for is done.
# violates: [task.done.not-before]
# neighbour: done/returned
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def done(self):
        return super().done() or (self._fut_waiter is not None and self._fut_waiter.done())


asyncio.Task = asyncio.tasks.Task = Task
