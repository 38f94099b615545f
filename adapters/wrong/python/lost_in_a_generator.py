# says: A request that finds the Task inside an async generator completes the Future that is awaited there with None.
# violates: [task.class.cancel-async-with, task.class.cancel-async-for]
# neighbour: cancel/exit-denies
# oldest: '3.8'
import asyncio
import asyncio.tasks


def in_a_generator(awaitable):
    while awaitable is not None:
        if type(awaitable).__name__ == 'async_generator_asend':
            return True
        awaitable = getattr(awaitable, 'cr_await', None)
    return False


class Task(asyncio.Task):
    def cancel(self, *given, **named):
        if not in_a_generator(self.get_coro()) or self._fut_waiter is None:
            return super().cancel(*given, **named)
        self._fut_waiter.set_result(None)
        return True


asyncio.Task = asyncio.tasks.Task = Task
