# says: get_stack() is empty for a Task that is suspended in an async generator.
# violates: [task.get_stack.one-frame]
# neighbour: get_stack/suspended-deep
# oldest: '3.8'
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def get_stack(self, *, limit=None):
        awaited = getattr(self.get_coro(), 'cr_await', None)
        return [] if type(awaited).__name__ == 'async_generator_asend' else super().get_stack(limit=limit)


asyncio.Task = asyncio.tasks.Task = Task
