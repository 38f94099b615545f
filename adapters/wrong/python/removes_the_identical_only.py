# says: remove_done_callback() takes away only that very object, not what is equal to it.
# violates: [task.remove_done_callback.equal]
# neighbour: remove_done_callback/removed
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def __init__(self, coro, **named):
        super().__init__(coro, **named)
        self.added = []

    def add_done_callback(self, callback, **named):
        self.added.append(callback)
        super().add_done_callback(callback, **named)

    def remove_done_callback(self, callback):
        return super().remove_done_callback(callback) if any(one is callback for one in self.added) else 0


asyncio.Task = asyncio.tasks.Task = Task
