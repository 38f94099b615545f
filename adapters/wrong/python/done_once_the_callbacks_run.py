# says: done() is False until the loop calls the done callbacks.
# violates: [task.done.returned]
# neighbour: done/in-its-callbacks
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    told = False

    def __init__(self, coro, **named):
        super().__init__(coro, **named)
        super().add_done_callback(Task.tell)

    def tell(self):
        self.told = True

    def done(self):
        return self.told


asyncio.Task = asyncio.tasks.Task = Task
