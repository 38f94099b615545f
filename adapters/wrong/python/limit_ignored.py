# says: get_stack() ignores its limit.
# violates: [task.get_stack.limit-stack]
# neighbour: get_stack/suspended
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def get_stack(self, *, limit=None):
        return super().get_stack()


asyncio.Task = asyncio.tasks.Task = Task
