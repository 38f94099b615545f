# says: Done callbacks get the result of the Task, and not the Task.
# violates: [task.add_done_callback.argument]
# neighbour: add_done_callback/several
import asyncio
import asyncio.tasks
import types


class Task(asyncio.Task):
    def add_done_callback(self, callback, **named):
        if isinstance(callback, types.FunctionType) and not callback.__module__.startswith('asyncio'):
            super().add_done_callback(lambda task: callback(None if task.cancelled() else task.exception() or task.result()), **named)
        else:
            super().add_done_callback(callback, **named)


asyncio.Task = asyncio.tasks.Task = Task
