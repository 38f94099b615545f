# exception() gives another object each time.
# violates: task.exception.every-call
# caught-by: exception/asking-changes-nothing
# verdict: fail
# neighbour: done/returned
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def exception(self):
        error = super().exception()
        return None if error is None else type(error)(*error.args)


asyncio.Task = asyncio.tasks.Task = Task
