# says: Done callbacks are called after an hour at the latest.
# violates: [task.add_done_callback.not-before-done]
# neighbour: add_done_callback/after-return
import asyncio
import asyncio.tasks
import types


class Task(asyncio.Task):
    def add_done_callback(self, callback, **named):
        if isinstance(callback, types.FunctionType) and not callback.__module__.startswith('asyncio'):
            self.get_loop().call_later(3600, lambda: self.done() or callback(self))
        super().add_done_callback(callback, **named)


asyncio.Task = asyncio.tasks.Task = Task
