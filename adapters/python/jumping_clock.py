"""The only place for timers on a clock that jumps, for loops whose own clock cannot be turned."""
import asyncio
import heapq


class JumpingClock:
    """Mixed into a loop class: time, call_later and call_at are its own, all else is the loop's.

    The loop says when it has nothing else to do, and gets the timers that are due next.
    """

    def start_clock(self):
        self._now = 0.0
        self._timers = []

    def time(self):
        return self._now

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self._now + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        timer = asyncio.TimerHandle(when, callback, args, self, context)
        heapq.heappush(self._timers, timer)
        self.timer_added()
        return timer

    def timer_added(self):
        """A loop that may be asleep wakes up."""

    def _timer_handle_cancelled(self, timer):
        """asyncio's handles tell their loop; here nothing is counted."""

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
