# says: A Task can be made of a coroutine function and of a Future, as well as of a coroutine.
# violates: [task.class.coroutines-only]
# neighbour: class/coroutine-in-two-tasks
import asyncio
import asyncio.tasks


async def wait_for(future):
    return await future


class Task(asyncio.Task):
    def __init__(self, coro, **named):
        if asyncio.iscoroutinefunction(coro):
            coro = coro()
        elif asyncio.isfuture(coro):
            coro = wait_for(coro)
        super().__init__(coro, **named)


asyncio.Task = asyncio.tasks.Task = Task
