"""The only place that runs a program inside MicroPython: on its own queue of tasks, at a clock that its host turns.

MicroPython's Task has cancel() and done() only, and is awaited. What a program asks besides is worked out from the
task's data, and marked as derived.
"""
import asyncio
import io
import json
import sys

import asyncio.core as core


class InvalidStateError(Exception):
    """MicroPython has none, and nothing of its own that would raise it."""


asyncio.InvalidStateError = InvalidStateError


class Over(BaseException):
    """Leaves the loop when the program is over."""


ticks = core.ticks


def long_ago():
    """A time at which nothing was due yet: where it is told this, MicroPython's loop stands still."""
    return core.ticks_add(ticks(), -1000)


class Timer:
    """Stands for JavaScript in asyncio.core: instead of being called later, MicroPython is told when."""

    def __init__(self):
        self.delay = None  # milliseconds until it wants to be called, or None

    def setTimeout(self, function, delay):
        self.delay = delay
        return 1

    def clearTimeout(self, identity):
        self.delay = None


class Loop:
    """What programs call `loop`: MicroPython's own functions, and the pumping that JavaScript's queue would do."""

    def __init__(self, program):
        self._program = program

    def create_task(self, coroutine):
        return core.Loop.create_task(coroutine)

    def set_exception_handler(self, handler):
        core.Loop.set_exception_handler(handler)

    def close(self):
        core.Loop.close()

    def run_until_complete(self, awaitable):
        outcome = []

        async def root():
            try:
                outcome.append((True, await awaitable))
            except (core.CancelledError, Exception) as error:  # what MicroPython's own loop lets end a task
                outcome.append((False, error))
            core.ticks = long_ago

        core.create_task(root())
        core.ticks = ticks
        while not outcome:
            self._program.turn()
        good, value = outcome[0]
        if good:
            return value
        raise value


class Program:

    def __init__(self, request, host):
        self.request = request
        self.show = host.show
        self.advance = host.advance
        self.elapsed = 0  # milliseconds
        self.observations = []
        self.end = None
        self.is_derived = False  # the next observation shows something that was worked out
        self.namespace = {'__name__': '__main__'}
        self.loop = Loop(self)

    def run(self):
        asyncio.new_event_loop()
        core.cur_task = core._top_level_task
        core.Loop._exc_handler = unheard
        core.ticks = ticks
        core.js = self.timer = Timer()
        self.namespace.update({
            'loop': self.loop, 'see': self.see, 'caught': self.caught, 'log': self.log, 'derived': self.derived,
            'printed': lambda stream: [],
        })
        try:
            exec(self.request['program']['source'], self.namespace)
        except BaseException as error:
            if self.end is None:
                self.end = {'kind': 'raised', 'step': self.step(error), 'error': self.tell(error)}
        if self.end is None:
            self.end = {'kind': 'ended'}
        return {'observations': self.observations, 'end': self.end}

    def turn(self):
        """All that is ready; then, if there is a timer, time passes."""
        self.timer.delay = None
        core._run_iter()
        if core.ticks is long_ago:
            return
        if self.timer.delay is None:
            self.end = {'kind': 'stuck'}
            raise Over
        self.elapsed += self.timer.delay
        if self.elapsed > self.request['virtualSeconds'] * 1000:
            self.end = {'kind': 'budget', 'budget': 'virtual seconds'}
            raise Over
        self.advance(self.timer.delay)

    # What the program calls.

    def see(self, step, value):
        self.keep({'kind': 'value', 'step': step, 'value': self.tell(value)})
        return value

    def caught(self, step, error):
        if isinstance(error, Over):
            raise error
        self.keep({'kind': 'raised', 'step': step, 'error': self.tell(error)})
        return error

    def log(self, step, label):
        self.keep({'kind': 'reached', 'step': step})

    def derived(self, task):
        self.is_derived = True
        return Derived(task)

    def keep(self, observation):
        if self.is_derived and observation['kind'] != 'reached':
            observation['derived'] = True
            self.is_derived = False
        if self.end is None:
            self.observations.append(observation)
            self.show(json.dumps(observation))

    # How it is told.

    def tell(self, value, foreign=False, depth=0):
        if value is None or value is True or value is False:
            return value
        if isinstance(value, str):
            return value if not foreign or value in self.request['program']['texts'] else '...'
        if isinstance(value, int):
            return value
        if isinstance(value, float):
            return int(value) if value == int(value) else '...'
        if depth > 20:
            return '...'
        if isinstance(value, (list, tuple)):
            return [self.tell(item, foreign, depth + 1) for item in value]
        if isinstance(value, (set, frozenset)):
            return {'set': sorted([self.tell(item, foreign, depth + 1) for item in value], key=json.dumps)}
        if isinstance(value, BaseException):
            arguments = [self.tell(item, True, depth + 1) for item in value.args]
            return self.named(value, {'error': type(value).__name__, 'args': arguments})
        return self.named(value, {'object': kind(value)})

    def named(self, value, told):
        names = [name for name in self.request['program']['shared'] if self.namespace.get(name, self) is value]
        if names:
            told['names'] = names
        return told

    def step(self, error):
        """The last step of the program that an exception passed through; only the printed traceback tells."""
        text = io.StringIO()
        sys.print_exception(error, text)
        step = None
        lines = self.request['program']['lines']
        for line in text.getvalue().split('\n'):
            if 'File "<string>", line ' in line:
                place = lines[int(line.split('line ')[1].split(',')[0])]
                step = step if place in (0, 'start') else place
        return step


class Derived:
    """What MicroPython's Task does not answer, worked out from what it keeps when it is done."""

    def __init__(self, task):
        self.task = task

    def kept(self):
        if not self.task.done():
            raise InvalidStateError('not done')
        if self.task.data is None:
            # One that failed before it was awaited forgets its exception a moment after.
            raise RuntimeError('what it ended with is forgotten')
        return self.task.data

    def cancelled(self):
        return self.task.done() and isinstance(self.kept(), core.CancelledError)

    def result(self):
        kept = self.kept()
        if isinstance(kept, StopIteration):
            return kept.value
        raise kept

    def exception(self):
        kept = self.kept()
        if isinstance(kept, StopIteration):
            return None
        if isinstance(kept, core.CancelledError):
            raise kept
        return kept


def unheard(loop, context):
    pass


async def _coroutine():
    pass

coroutine_type = type(_coroutine())


def kind(value):
    if isinstance(value, core.Task):
        return 'Task'
    if isinstance(value, Loop):
        return 'Loop'
    if isinstance(value, coroutine_type):
        return 'coroutine'
    if isinstance(value, type):
        return 'exception type' if issubclass(value, BaseException) else 'object'
    if isinstance(value, io.StringIO):
        return 'stream'
    return 'function' if callable(value) else 'object'


def answer(line, host):
    """The reply to a request, as JSON; without an end where this harness itself failed."""
    request = json.loads(line)
    try:
        reply = Program(request, host).run()
    except BaseException as error:
        text = io.StringIO()
        sys.print_exception(error, text)
        reply = {'bug': text.getvalue()}
    reply['id'] = request['id']
    return json.dumps(reply)


def about():
    version = '.'.join([str(part) for part in sys.implementation.version[:3]])
    return json.dumps({'implementation': 'MicroPython', 'version': version, 'task': '_asyncio.Task'})
