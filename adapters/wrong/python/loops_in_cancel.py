# says: cancel() never returns.
# violates: [task.cancel.example]
# neighbour: done/returned
# ends-with: hang
# at: cancel/documented-example
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def cancel(self, *given, **named):
        while True:
            pass


asyncio.Task = asyncio.tasks.Task = Task
