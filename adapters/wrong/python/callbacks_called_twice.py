# says: Every done callback is registered twice.
# violates: [task.add_done_callback.each-once]
# neighbour: cancel/documented-example
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def add_done_callback(self, callback, **named):
        super().add_done_callback(callback, **named)
        super().add_done_callback(callback, **named)


asyncio.Task = asyncio.tasks.Task = Task
