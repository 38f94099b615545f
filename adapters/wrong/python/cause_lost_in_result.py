# says: result() raises the error without its cause.
# violates: [task.exception.one-that-left]
# neighbour: exception/none-after-return
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def result(self):
        try:
            return super().result()
        except Exception as error:
            error.__cause__ = None
            raise


asyncio.Task = asyncio.tasks.Task = Task
