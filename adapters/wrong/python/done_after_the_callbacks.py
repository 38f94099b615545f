# says: done() is False while a done callback is called.
# violates: [task.done.in-callbacks]
# neighbour: done/returned
import asyncio
import asyncio.tasks


class During:
    def __init__(self, task, callback):
        self.task = task
        self.callback = callback

    def __call__(self, task):
        self.task.calling = True
        try:
            self.callback(task)
        finally:
            self.task.calling = False

    def __eq__(self, other):
        return self.callback == (other.callback if isinstance(other, During) else other)


class Task(asyncio.Task):
    calling = False

    def add_done_callback(self, callback, **named):
        super().add_done_callback(During(self, callback), **named)

    def done(self):
        return super().done() and not self.calling


asyncio.Task = asyncio.tasks.Task = Task
