"""The only place where one program runs: in a context of its own, on a fresh loop, recorded, and cleaned up after."""
import asyncio
import contextvars
import gc
import io
import linecache
import sys
import traceback
import warnings
from asyncio import events

from compiled import FILE, compile_source
from observe import Teller
import virtual_loop

ALL_WARNINGS = [('always', None, Warning, None, 0)]


class Program:
    """One run of one program. Once `end` is set the trace is closed: whatever still runs is not recorded."""

    def __init__(self, request, show=None, compile=compile_source, loops=virtual_loop, task_factory=None):
        self.request = request
        self.compile = compile
        self.show = show  # called with each observation as it is made
        self.making = loops  # the module whose loops it runs on
        self.task_factory = task_factory
        self.observations = []
        self.end = None
        self.warned_of = []
        self.loops = []
        self.passes = 0
        self.notes = None
        self.heard = None  # with notes: the errors that only the loops heard of
        self.namespace = {'__name__': '__main__'}
        self.stdout = io.StringIO()
        self.stderr = io.StringIO()
        self.source = request['program']['source']
        self.teller = Teller(FILE, request['program']['lines'], 0, request['program']['shared'], request['program']['texts'], self.namespace)

    def run(self):
        """Runs it and returns the reply. Nothing that it did is left in this process, but for garbage."""
        contextvars.Context().run(self.execute)
        return self.reply()

    def reply(self):
        reply = {'observations': self.observations, 'end': self.end}
        if self.notes is not None:
            reply['notes'] = self.notes.told
            reply['output'] = '\n'.join(self.heard.lines)
        if self.end['kind'] == 'budget':
            reply['output'] = self.output()
        return reply

    def execute(self):
        running = events._get_running_loop()
        events._set_running_loop(None)  # Pyodide's own loop always claims to run
        try:
            self.follow(self.prepare())
        finally:
            self.dispose()
            events._set_running_loop(running)

    def prepare(self):
        """Gives its code, ready to be executed."""
        source = self.source
        linecache.cache[FILE] = (len(source), None, source.splitlines(True), FILE)
        sys.stdout, sys.stderr = self.stdout, self.stderr
        code = self.compile(source)
        if warnings.filters != ALL_WARNINGS:
            hear_all_warnings()
        warnings.showwarning = self.warn
        loop = self.making.open_loop(self)
        asyncio.set_event_loop(loop)
        self.fill_namespace(loop)
        if self.request['notes']:
            from heard import Heard  # rare, and nothing that a start should pay for
            from notes import Notes
            self.heard = Heard()
            self.heard.on()
            self.notes = Notes(self)
        return code

    def follow(self, code):
        try:
            exec(code, self.namespace)
        except BaseException as error:
            self.left_by(error)
        else:
            self.close({'kind': 'ended'})

    def left_by(self, error):
        if self.end is None:
            self.close({'kind': 'raised', 'step': self.teller.step(error.__traceback__),
                        'error': self.teller.tell(error)})

    def fill_namespace(self, loop):
        self.namespace.update(
            loop=loop,
            see=self.see,
            caught=self.caught,
            log=self.log,
            printed=lambda stream: self.teller.printed(stream.getvalue()),
            warned=self.warned,
            run_cycles=lambda count, other=loop: self.making.run_cycles(other, count),
            run_until_idle=lambda other=loop: self.making.run_until_idle(other),
        )

    # What the program calls.

    def see(self, step, value):
        if self.end is None:
            self.keep({'kind': 'value', 'step': step, 'value': self.teller.tell(value)})
        return value

    def caught(self, step, error):
        if self.end is not None:
            raise error  # closed from outside, or by Over: not the program's to catch
        self.keep({'kind': 'raised', 'step': step, 'error': self.teller.tell(error)})
        return error

    def log(self, step, label):
        if self.end is None:
            self.keep({'kind': 'reached', 'step': step})

    def warned(self):
        categories, self.warned_of = self.warned_of, []
        return categories

    def keep(self, observation):
        self.observations.append(observation)
        if self.show is not None:
            self.show(observation)

    # What its loops and the warnings module call.

    def opened(self, loop):
        self.loops.append(loop)
        if self.task_factory is not None:
            loop.set_task_factory(self.task_factory)

    def passed(self, now):
        self.passes += 1
        if self.notes is not None and self.end is None:
            self.notes.passed()
        if self.passes > self.request['loopSteps']:
            self.close({'kind': 'budget', 'budget': 'loop steps'})
            raise self.making.Over
        if now > self.request['virtualSeconds']:
            self.close({'kind': 'budget', 'budget': 'virtual seconds'})
            raise self.making.Over

    def stuck(self):
        self.close({'kind': 'stuck'})

    def warn(self, message, category, *place, **more):
        if self.end is None:
            self.warned_of.append(category.__name__)

    def close(self, end):
        if self.end is None:
            self.end = end
            if self.notes is not None:
                self.notes.finish()
                self.heard.off()

    # Afterwards.

    def output(self):
        return (self.stdout.getvalue() + self.stderr.getvalue())[-4000:]

    def dispose(self):
        """Ends what is unfinished, unheard: a coroutine dropped later would run its finally blocks in another program."""
        for loop in self.loops:
            loop.set_exception_handler(unheard)
            try:
                tasks = asyncio.all_tasks(loop)
            except Exception:  # the all_tasks under test may be broken
                tasks = ()
            for task in tasks:
                try:
                    task._log_destroy_pending = False
                    task._coro.close()
                except BaseException:  # whatever a body does when it is told to go
                    pass
            loop.close()
            loop._selector = None
        # Neither a loop nor a module may know itself any more: so nearly all of a program goes away at once.
        self.namespace.clear()


def unheard(loop, context):
    pass


def unwarned(*warning):
    pass


def hear_all_warnings():
    """Whatever PYTHONWARNINGS says, or the program before has done."""
    warnings.resetwarnings()
    warnings.simplefilter('always')


class Runner:
    """Runs program after program; collects garbage only between them, so that nothing depends on when it happens."""

    def __init__(self, **ways):
        self.ways = ways  # further arguments of Program
        gc.disable()
        if hasattr(gc, 'freeze'):
            gc.freeze()  # all that is here now stays; looking at it again costs milliseconds
        sys.unraisablehook = unraised
        asyncio.log.logger.disabled = True
        warnings.showwarning = unwarned
        hear_all_warnings()
        self.count = 0
        self.current = None

    def answer(self, request, show=None):
        """The reply to a request, without an end where the harness itself failed."""
        try:
            self.current = Program(request, show, **self.ways)
            return self.current.run()
        except BaseException:
            return {'bug': traceback.format_exc()}
        finally:
            self.count += 1
            if self.count % 100 == 0:
                gc.collect()


def unraised(unraisable):
    pass
