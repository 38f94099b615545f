"""The only place for notes: what happened to each task and in which pass of the loop. For readers; never judged.

Nothing here may change what the program sees: tasks are asked only done() and cancelled(), their other attributes are
read, and what cannot be had on some Python is left out. Functions are followed with sys.setprofile.
"""
import asyncio
import inspect
import sys


class Watched:
    """What is known of one task."""

    def __init__(self, task, handle, coroutine):
        self.task = task
        self.handle = handle
        self.coroutine = coroutine
        self.running = False
        self.waits_for = None
        self.requested = False  # and not yet delivered
        self.done = False


class Notes:
    def __init__(self, program):
        self.program = program
        self.notes = []
        self.watched = {}  # id -> Watched, which keeps the task, so that no id comes twice
        self.counts = {}
        self.cycle = 0
        self.told = []
        sys.setprofile(self.profile)

    def finish(self):
        """Stops watching, and tells it all while names are still bound."""
        sys.setprofile(None)
        self.safely(self.look)
        self.told = [dict(note, task=self.name(note['task'])) for note in self.notes]

    def passed(self):
        """A new pass of the loop begins."""
        sys.setprofile(None)
        self.safely(self.look)
        self.cycle = self.program.passes - 1
        sys.setprofile(self.profile)

    def safely(self, function, *arguments):
        try:
            function(*arguments)
        except Exception:  # notes are a help; a broken implementation must not break them, nor they the program
            pass

    # What is seen.

    def profile(self, frame, event, argument):
        if event in ('call', 'return', 'c_call', 'c_return'):
            self.safely(self.follow, frame, event, argument)

    def follow(self, frame, event, argument):
        code = frame.f_code
        if event == 'c_call':
            if getattr(argument, '__name__', None) == 'cancel':
                self.request(getattr(argument, '__self__', None))
        elif event == 'call' and code is getattr(asyncio.Task.cancel, '__code__', None):
            self.request(frame.f_locals.get('self'))
        elif event == 'call' and code.co_name == '_run':
            # A handle of the loop: its callback may be a bound cancel() that no profiler sees called.
            callback = getattr(frame.f_locals.get('self'), '_callback', None)
            if getattr(callback, '__name__', None) == 'cancel':
                self.request(getattr(callback, '__self__', None))
        if code.co_filename != self.program.teller.file:
            return
        self.look()
        if not code.co_flags & inspect.CO_COROUTINE:
            return
        for watched in self.watched.values():
            if watched.coroutine.cr_frame is frame:
                watched.running = event != 'return'
                if event == 'call':
                    self.resume(watched)

    def look(self):
        """Notes what changed since it was looked last: tasks made, suspended, done."""
        made = [task for loop in self.program.loops for task in asyncio.all_tasks(loop) if id(task) not in self.watched]
        for task in sorted(made, key=self.turn):
            self.watched[id(task)] = watched = Watched(task, len(self.watched), task._coro)
            self.note('created', watched)
        for watched in self.watched.values():
            if not watched.done and watched.task.done():
                watched.done = True
                self.note('done', watched, how='cancelled' if watched.task.cancelled() else 'finished')
            elif not watched.running:
                waits_for = getattr(watched.task, '_fut_waiter', None)
                if waits_for is not None and waits_for is not watched.waits_for:
                    self.note('suspended', watched, on=self.describe(waits_for))
                watched.waits_for = waits_for or watched.waits_for

    def turn(self, task):
        """Sorts tasks that were made together as they were made: all_tasks() is a set, in an order of its own in each process."""
        ready = [getattr(handle._callback, '__self__', None) for handle in getattr(task._loop, '_ready', ())]
        queued = [n for n, owner in enumerate(ready) if owner is task]
        return queued[0] if queued else len(ready), str(getattr(task._coro, '__name__', ''))

    def request(self, task):
        self.look()
        watched = self.watched.get(id(task))
        if watched is not None and not watched.done:
            watched.requested = True
            self.note('requested', watched)

    def resume(self, watched):
        told = watched.requested and (watched.waits_for is None or self.was_cancelled(watched.waits_for))
        self.note('resumed', watched)
        if told:
            self.note('delivered', watched)
        watched.requested = watched.requested and not told
        watched.waits_for = None

    def was_cancelled(self, future):
        return future.done() and future.cancelled()

    # How it is told.

    def note(self, kind, watched, **more):
        self.notes.append(dict(kind=kind, cycle=self.cycle, task=watched, **more))

    def name(self, watched):
        """Its shared name, else its coroutine's name with the how-manieth of it this task is."""
        names = self.program.teller.named(watched.task, {}).get('names')
        if names:
            return names[0]
        function = getattr(watched.coroutine, '__name__', 'task')
        before = [other for other in self.watched.values()
                  if other.handle <= watched.handle and getattr(other.coroutine, '__name__', 'task') == function]
        return '{}#{}'.format(function, len(before))

    def describe(self, future):
        names = self.program.teller.named(future, {}).get('names')
        if names:
            return names[0]
        watched = self.watched.get(id(future))
        if watched is not None:
            return self.name(watched)
        return 'a task' if isinstance(future, asyncio.Task) else 'a future'
