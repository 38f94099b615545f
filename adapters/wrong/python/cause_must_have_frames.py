# says: print_stack() goes on with the frames of the cause, and breaks off where the cause was never raised.
# violates: [task.print_stack.cause]
# neighbour: print_stack/failed
import asyncio
import asyncio.tasks
import traceback


class Task(asyncio.Task):
    def print_stack(self, *, limit=None, file=None):
        super().print_stack(limit=limit, file=file)
        failed = self.done() and not self.cancelled() and self.exception() is not None
        cause = self.exception().__cause__ if failed else None
        if cause is not None:
            print(f'  caused in {cause.__traceback__.tb_frame.f_code.co_name}', file=file)
            print(*traceback.format_exception_only(type(cause), cause), end='', file=file)


asyncio.Task = asyncio.tasks.Task = Task
