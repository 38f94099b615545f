# says: A partial function is refused as a callback.
# violates: [task.add_done_callback.partial]
# neighbour: add_done_callback/several
import asyncio
import asyncio.tasks
import functools


class Task(asyncio.Task):
    def add_done_callback(self, callback, **named):
        if isinstance(callback, functools.partial):
            raise TypeError('a function is required')
        super().add_done_callback(callback, **named)


asyncio.Task = asyncio.tasks.Task = Task
