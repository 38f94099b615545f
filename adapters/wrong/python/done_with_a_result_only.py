# says: done() is True only for a Task that returned.
# violates: [task.done.raised, task.done.cancelled]
# neighbour: done/returned
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def done(self):
        return super().done() and not self.cancelled() and self.exception() is None


asyncio.Task = asyncio.tasks.Task = Task
