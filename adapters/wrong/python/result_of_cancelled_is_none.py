# says: result() of a cancelled Task is None.
# violates: [task.result.cancelled]
# neighbour: result/returned-value
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def result(self):
        return None if self.cancelled() else super().result()


asyncio.Task = asyncio.tasks.Task = Task
