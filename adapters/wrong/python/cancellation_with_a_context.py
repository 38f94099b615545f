# says: The CancelledError that is thrown in has what the Task was doing as its context.
# violates: [task.class.cancel-error-context]
# neighbour: class/cancel-in-finally
# newest: '3.8'
import asyncio
import asyncio.tasks
import collections.abc


class Explaining(collections.abc.Coroutine):
    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __getattr__(self, name):
        return getattr(self.coroutine, name)

    def __await__(self):
        return self.coroutine.__await__()

    def send(self, value):
        return self.coroutine.send(value)

    def throw(self, error, *more):
        if isinstance(error, asyncio.CancelledError):
            error.__context__ = RuntimeError('the Task was asked to cancel')
        return self.coroutine.throw(error, *more)

    def close(self):
        self.coroutine.close()


class Task(asyncio.Task):
    def __init__(self, coro, **named):
        super().__init__(Explaining(coro) if asyncio.iscoroutine(coro) else coro, **named)


asyncio.Task = asyncio.tasks.Task = Task
