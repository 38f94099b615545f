# says: The coroutine can be given by position only.
# violates: [task.class.coroutine-keyword]
# neighbour: class/ways-to-create
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def __init__(self, *given, **named):
        if not given:
            raise TypeError('the coroutine is missing')
        super().__init__(*given, **named)


asyncio.Task = asyncio.tasks.Task = Task
