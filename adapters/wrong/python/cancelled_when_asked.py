# says: cancelled() is True as soon as cancel() was called.
# violates: [task.cancelled.not-before]
# neighbour: done/returned
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    asked = False

    def cancel(self, *given, **named):
        self.asked = True
        return super().cancel(*given, **named)

    def cancelled(self):
        return self.asked or super().cancelled()


asyncio.Task = asyncio.tasks.Task = Task
