# cancel() ends the process.
# violates: task.cancel.example
# caught-by: cancel/documented-example
# verdict: crash
# neighbour: done/returned
import asyncio
import asyncio.tasks
import os


class Task(asyncio.Task):
    def cancel(self, *given, **named):
        os.abort()


asyncio.Task = asyncio.tasks.Task = Task
