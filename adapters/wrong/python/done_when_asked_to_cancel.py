# says: done() is True as soon as cancel() was called.
# violates: [task.done.not-while-cancelling]
# neighbour: done/returned
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    asked = False

    def cancel(self, *given, **named):
        self.asked = True
        return super().cancel(*given, **named)

    def done(self):
        return self.asked or super().done()


asyncio.Task = asyncio.tasks.Task = Task
