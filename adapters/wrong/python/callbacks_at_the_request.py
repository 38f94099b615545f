# says: A request to cancel has the done callbacks called at once, and no longer at the end.
# violates: [task.add_done_callback.not-before-done]
# neighbour: add_done_callback/after-return
import asyncio
import asyncio.tasks
import types


class Task(asyncio.Task):
    def __init__(self, coro, **named):
        super().__init__(coro, **named)
        self.callbacks = []

    def add_done_callback(self, callback, **named):
        if isinstance(callback, types.FunctionType) and not callback.__module__.startswith('asyncio'):
            self.callbacks.append(callback)
        super().add_done_callback(callback, **named)

    def cancel(self, *given, **named):
        asked = super().cancel(*given, **named)
        for callback in self.callbacks if asked else []:
            self.remove_done_callback(callback)
            self.get_loop().call_soon(callback, self)
        self.callbacks = []
        return asked


asyncio.Task = asyncio.tasks.Task = Task
