# says: A text given to cancel() is accepted, and lost.
# violates: [task.cancel.text]
# neighbour: cancel/documented-example
# oldest: '3.9'
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def cancel(self, msg=None):
        return super().cancel()


asyncio.Task = asyncio.tasks.Task = Task
