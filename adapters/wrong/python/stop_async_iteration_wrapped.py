# says: A StopAsyncIteration that leaves the coroutine is told as RuntimeError, as an async generator would have it.
# violates: [task.exception.error]
# neighbour: exception/error-returned
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def exception(self):
        error = super().exception()
        return RuntimeError('the coroutine raised StopAsyncIteration') if isinstance(error, StopAsyncIteration) else error


asyncio.Task = asyncio.tasks.Task = Task
