# says: A callback given by its name is accepted, and forgotten.
# violates: [task.add_done_callback.callback-keyword, task.remove_done_callback.callback-keyword]
# neighbour: add_done_callback/wrong-arguments
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def add_done_callback(self, *given, callback=None, **named):
        if callback is None:
            super().add_done_callback(*given, **named)

    def remove_done_callback(self, *given, callback=None):
        return 0 if callback is not None else super().remove_done_callback(*given)


asyncio.Task = asyncio.tasks.Task = Task
