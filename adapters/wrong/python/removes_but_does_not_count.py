# says: remove_done_callback() answers whether anything was removed, not how much.
# violates: [task.remove_done_callback.count]
# neighbour: cancel/documented-example
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def remove_done_callback(self, callback):
        return super().remove_done_callback(callback) > 0


asyncio.Task = asyncio.tasks.Task = Task
