# says: cancel() ends the process.
# violates: [task.cancel.example]
# neighbour: done/returned
# ends-with: crash
# at: cancel/documented-example
import asyncio
import asyncio.tasks
import os


class Task(asyncio.Task):
    def cancel(self, *given, **named):
        os.abort()


asyncio.Task = asyncio.tasks.Task = Task
