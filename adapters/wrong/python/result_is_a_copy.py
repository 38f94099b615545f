# says: result() gives a copy of a list that was returned.
# violates: [task.result.value]
# neighbour: result/value-every-time
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def result(self):
        value = super().result()
        return value[:] if isinstance(value, list) else value


asyncio.Task = asyncio.tasks.Task = Task
