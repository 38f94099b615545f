"""The only place for a clock that jumps, on loops that are not asyncio's and whose own clock cannot be turned."""
import asyncio
import heapq


class JumpingLoop:
    """Mixed into a loop class. Timers and time() are its own; the queue, the handles and the running are the loop's.

    A marker goes round in the loop's queue and tells when nothing else is in there: then the clock may jump. It stands
    first in every pass, and moves nothing of what the program queued. Nobody waits, so that nothing depends on luck.
    """

    program = None  # whose loop it is: told of every loop, of every pass, and of being stuck

    def start_clock(self):
        self._now = 0.0
        self._timers = []  # a heap
        self._marked = False  # the marker is in the queue
        self._busy = False  # something was queued since the marker last came by
        self.program.opened(self)

    def queue(self, callback, *args, context=None):
        """The loop's own call_soon."""
        raise NotImplementedError

    def nothing_left(self):
        """Nothing is ready and there is no timer."""
        raise NotImplementedError

    # What programs call.

    def time(self):
        return self._now

    def call_soon(self, callback, *args, context=None):
        self.mark()
        self._busy = True
        return self.queue(callback, *args, context=context)

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self._now + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        self.mark()
        timer = asyncio.TimerHandle(when, callback, args, self, context)
        heapq.heappush(self._timers, timer)
        return timer

    def _timer_handle_cancelled(self, timer):
        """asyncio's handles tell their loop; here nothing is counted."""

    # The marker.

    def mark(self):
        if not self._marked:
            self._marked = True
            self.queue(self.marker)

    def marker(self):
        self._marked = False
        if self._busy:
            self._busy = False
            self.program.passed(self._now)
            self.mark()
        else:
            self.rest()

    def rest(self):
        """Nothing is ready."""
        due = self.jump()
        for timer in due:
            self.call_soon(run_timer, timer)
        if not due:
            self.nothing_left()

    def jump(self):
        """Moves the clock to the next timer, and gives all that are due then: none if there is no timer."""
        due = []
        while self._timers and (not due or self._timers[0].when() <= self._now):
            timer = heapq.heappop(self._timers)
            if not timer.cancelled():  # one that was cancelled makes no time pass
                self._now = max(self._now, timer.when())
                due.append(timer)
        return due


def run_timer(timer):
    """What a loop calls for a timer that is due; another one may have cancelled it since."""
    if not timer.cancelled():
        timer._run()
