# says: exception() gives a StopIteration that left the coroutine as it was raised.
# violates: [task.exception.stop-iteration]
# neighbour: exception/with-a-cause
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def exception(self):
        error = super().exception()
        cause = getattr(error, '__cause__', None)
        return cause if isinstance(cause, StopIteration) else error


asyncio.Task = asyncio.tasks.Task = Task
