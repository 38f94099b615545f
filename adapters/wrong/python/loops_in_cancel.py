# cancel() never returns.
# violates: task.cancel.example
# caught-by: cancel/documented-example
# verdict: hang
# neighbour: done/returned
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def cancel(self, *given, **named):
        while True:
            pass


asyncio.Task = asyncio.tasks.Task = Task
