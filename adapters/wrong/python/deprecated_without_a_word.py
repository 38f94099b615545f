# says: The class methods do not warn that they are deprecated.
# violates: [task.all_tasks.deprecated, task.current_task.deprecated]
# neighbour: all_tasks/unfinished
# newest: '3.7'
import asyncio
import asyncio.tasks
import warnings


class Task(asyncio.Task):
    @classmethod
    def all_tasks(cls, loop=None):
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            return super().all_tasks(loop)

    @classmethod
    def current_task(cls, loop=None):
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            return super().current_task(loop)


asyncio.Task = asyncio.tasks.Task = Task
