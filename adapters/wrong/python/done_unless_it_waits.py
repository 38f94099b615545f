# says: done() is True unless the Task waits for a Future.
# violates: [task.done.not-before]
# neighbour: done/returned
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def done(self):
        return super().done() or self._fut_waiter is None


asyncio.Task = asyncio.tasks.Task = Task
