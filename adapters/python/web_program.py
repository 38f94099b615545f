"""The only place where a program runs on a loop that nobody can wait for: it begins, and says later that it is over."""
import contextvars
from asyncio import events

import virtual_webloop
from program import Program


class WebProgram(Program):

    def __init__(self, request, show, finished):
        super().__init__(request, show, loops=virtual_webloop)
        self.finished = finished  # called once with the reply
        self.awaited = None  # what run_until_complete() would wait for
        self.last_pass = False
        self.in_drive = True
        self.running = events._get_running_loop()
        self.context = contextvars.Context()

    def begin(self):
        try:
            self.context.run(self.start)
        except BaseException:
            self.dispose()
            events._set_running_loop(self.running)
            raise
        self.loops[0].mark()

    def start(self):
        self.follow(self.prepare())

    def follow(self, code):
        """The end of the program's own lines is its end only where they asked for no task to be awaited."""
        try:
            exec(code, self.namespace)
        except BaseException as error:
            self.left_by(error)
        else:
            self.in_drive = False
            if self.awaited is None:
                self.close({'kind': 'ended'})

    # What its loop calls.

    def awaits(self, task):
        if self.in_drive:  # a coroutine may ask as well, which makes nobody wait
            self.awaited = task

    def looks(self):
        """Between two passes: whether what is awaited is done. Gives whether one pass more is wanted.

        That pass is the one in which the callbacks of what is done run, and in which asyncio's loop would stop.
        """
        if self.end is not None or self.awaited is None or not self.awaited.done():
            return False
        if not self.last_pass:
            self.last_pass = True
            return True
        try:
            self.awaited.result()
        except BaseException as error:
            self.left_by(error)
        else:
            self.close({'kind': 'ended'})
        return False

    def passed(self, now):
        try:
            super().passed(now)
        except virtual_webloop.Over:
            pass  # it is closed, and its queue runs empty

    def drained(self):
        self.dispose()
        events._set_running_loop(self.running)
        self.finished(self.reply())
