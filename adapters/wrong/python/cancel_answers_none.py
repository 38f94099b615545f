# says: cancel() answers None.
# violates: [task.cancel.true-while-pending]
# neighbour: cancel/documented-example
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def cancel(self, *given, **named):
        super().cancel(*given, **named)


asyncio.Task = asyncio.tasks.Task = Task
