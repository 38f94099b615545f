# says: The error of a Task is kept without the one that was being handled when it was raised.
# violates: [task.exception.implicit-context]
# neighbour: exception/with-a-cause
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def exception(self):
        error = super().exception()
        if error is not None:
            error.__context__ = None
        return error


asyncio.Task = asyncio.tasks.Task = Task
