# says: An async context manager whose exit awaits while CancelledError passes through is closed there, and the Task is cancelled.
# violates: [task.cancel.exit-cleans-up]
# neighbour: cancel/exit-denies
import asyncio
import asyncio.tasks
import collections.abc


def in_an_exit(awaitable):
    while awaitable is not None:
        if type(awaitable).__name__ == 'async_generator_athrow':
            return True
        awaitable = getattr(awaitable, 'cr_await', None)
    return False


class Impatient(collections.abc.Coroutine):
    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __getattr__(self, name):
        return getattr(self.coroutine, name)

    def __await__(self):
        return self.coroutine.__await__()

    def send(self, value):
        return self.coroutine.send(value)

    def throw(self, error, *more):
        awaited = self.coroutine.throw(error, *more)
        if not (isinstance(error, asyncio.CancelledError) and in_an_exit(self.coroutine)):
            return awaited
        self.coroutine.close()
        raise error

    def close(self):
        self.coroutine.close()


class Task(asyncio.Task):
    def __init__(self, coro, **named):
        super().__init__(Impatient(coro) if asyncio.iscoroutine(coro) else coro, **named)


asyncio.Task = asyncio.tasks.Task = Task
