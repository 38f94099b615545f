# says: exception() gives another object each time.
# violates: [task.exception.every-call]
# neighbour: done/returned
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def exception(self):
        error = super().exception()
        return None if error is None else type(error)(*error.args)


asyncio.Task = asyncio.tasks.Task = Task
