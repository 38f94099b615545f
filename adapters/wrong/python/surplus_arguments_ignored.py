# says: Arguments that a method of Task does not know are ignored.
# violates:
#   - task.cancel.no-arguments
#   - task.cancelled.no-arguments
#   - task.done.no-arguments
#   - task.result.signature
#   - task.exception.signature
#   - task.remove_done_callback.signature
#   - task.all_tasks.signature
#   - task.current_task.signature
# neighbour: cancel/documented-example
# newest: '3.7'
import asyncio
import asyncio.tasks


class Task(asyncio.Task):
    def cancel(self, *_):
        return super().cancel()

    def cancelled(self, *_):
        return super().cancelled()

    def done(self, *_):
        return super().done()

    def result(self, *_):
        return super().result()

    def exception(self, *_):
        return super().exception()

    def remove_done_callback(self, callback=None, *_):
        return super().remove_done_callback(callback)

    @classmethod
    def all_tasks(cls, loop=None, *_):
        return super().all_tasks(loop)

    @classmethod
    def current_task(cls, loop=None, *_):
        return super().current_task(loop)


asyncio.Task = asyncio.tasks.Task = Task
