# says: get_stack() tells of each frame where its function begins, and not where it stands.
# violates: [task.get_stack.suspended, task.get_stack.cancel-requested]
# neighbour: get_stack/failed
# oldest: '3.8'
import asyncio
import asyncio.tasks
import sys
import types


def beginning(frame):
    code = (lambda: sys._getframe()).__code__.replace(
        co_filename=frame.f_code.co_filename, co_name=frame.f_code.co_name, co_firstlineno=frame.f_code.co_firstlineno)
    return types.FunctionType(code, globals())()


class Task(asyncio.Task):
    def get_stack(self, *, limit=None):
        return [beginning(frame) for frame in super().get_stack(limit=limit)]


asyncio.Task = asyncio.tasks.Task = Task
