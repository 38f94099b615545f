# says: done() is False again once a Task that is done is asked to cancel.
# violates: [task.done.for-good]
# neighbour: done/returned
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    asked_late = False

    def cancel(self, *given, **named):
        self.asked_late = super().done()
        return super().cancel(*given, **named)

    def done(self):
        return super().done() and not self.asked_late


asyncio.Task = asyncio.tasks.Task = Task
