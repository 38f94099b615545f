# says: A request closes the coroutine where it waits, instead of throwing CancelledError into it.
# violates: [task.class.cancel-async-with, task.class.cancel-async-for, task.cancel.exit-denies]
# neighbour: class/cancel-in-finally
import asyncio
import asyncio.tasks
import collections.abc


class Closing(collections.abc.Coroutine):
    asked = False  # what it awaits may raise CancelledError, too

    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __getattr__(self, name):
        return getattr(self.coroutine, name)

    def __await__(self):
        return self.coroutine.__await__()

    def send(self, value):
        return self.coroutine.send(value)

    def throw(self, error, *more):
        asked, self.asked = self.asked, False
        if not (asked and isinstance(error, asyncio.CancelledError)):
            return self.coroutine.throw(error, *more)
        self.coroutine.close()
        raise error

    def close(self):
        self.coroutine.close()


class Task(asyncio.Task):
    def __init__(self, coro, **named):
        self.closing = Closing(coro) if asyncio.iscoroutine(coro) else coro
        super().__init__(self.closing, **named)

    def cancel(self, *given, **named):
        self.closing.asked = super().cancel(*given, **named)
        return self.closing.asked


asyncio.Task = asyncio.tasks.Task = Task
