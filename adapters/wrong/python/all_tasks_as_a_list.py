# says: all_tasks() gives a list.
# violates: [task.all_tasks.set]
# neighbour: all_tasks/unfinished
# newest: '3.8'
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    @classmethod
    def all_tasks(cls, loop=None):
        return list(super().all_tasks(loop))


asyncio.Task = asyncio.tasks.Task = Task
