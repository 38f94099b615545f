# says: get_stack() gives a tuple.
# violates: [task.get_stack.list]
# neighbour: get_stack/suspended
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def get_stack(self, *, limit=None):
        return tuple(super().get_stack(limit=limit))


asyncio.Task = asyncio.tasks.Task = Task
