# says: What is to be given by keyword can be given by position as well.
# violates: [task.class.signature, task.add_done_callback.signature, task.get_stack.signature, task.print_stack.signature]
# neighbour: get_stack/limit-of-a-stack
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def __init__(self, coro, loop=None, **named):
        super().__init__(coro, loop=loop, **named)

    def add_done_callback(self, callback, context=None):
        if context is None:
            super().add_done_callback(callback)
        else:
            super().add_done_callback(callback, context=context)

    def get_stack(self, limit=None):
        return super().get_stack(limit=limit)

    def print_stack(self, limit=None, file=None):
        super().print_stack(limit=limit, file=file)


asyncio.Task = asyncio.tasks.Task = Task
