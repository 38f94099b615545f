# says: Done callbacks are called only if the coroutine returned.
# violates: [task.add_done_callback.called]
# neighbour: add_done_callback/after-return
import asyncio
import asyncio.tasks
import types


class Task(asyncio.Task):
    def add_done_callback(self, callback, **named):
        # What asyncio adds by itself, and what resumes an awaiter, stays as it is.
        if isinstance(callback, types.FunctionType) and not callback.__module__.startswith('asyncio'):
            super().add_done_callback(lambda task: task.cancelled() or task.exception() or callback(task), **named)
        else:
            super().add_done_callback(callback, **named)


asyncio.Task = asyncio.tasks.Task = Task
