"""The only place for telling what Python showed as plain data, the same that every implementation tells."""
import asyncio
import contextvars
import io
import json
import re
import types

EXCEPTION_LINE = re.compile(r'(?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*)(?:: (.*))?$')
FRAME_LINE = re.compile(r'  File "(.*)", line (\d+), in (.*)$')
HEADINGS = (('Stack for ', 'Stack'), ('Traceback for ', 'Traceback'), ('No stack for ', 'No stack'))


class Teller:
    """Knows the scenario well enough to tell its values without addresses, wordings or paths."""

    def __init__(self, file, lines, first, shared, texts, namespace):
        self.file = file
        self.lines = lines  # step by line, or 'start' where a function begins
        self.first = first  # the line that lines[0] stands for
        self.shared = shared  # sorted
        self.texts = texts
        self.namespace = namespace

    def tell(self, value, foreign=False, depth=0):
        """`foreign`: an argument of an exception, whose wording may be the implementation's."""
        if value is None or value is True or value is False:
            return value
        if isinstance(value, str):
            return str(value) if not foreign or value in self.texts else '...'
        if isinstance(value, int):
            return int(value) if abs(value) < 2 ** 53 else '...'
        if isinstance(value, float):
            return int(value) if value.is_integer() and abs(value) < 2 ** 53 else '...'
        if depth > 20:
            return '...'  # a list that contains itself
        if isinstance(value, (list, tuple)):
            return [self.tell(item, foreign, depth + 1) for item in value]
        if isinstance(value, (set, frozenset)):
            return {'set': sorted((self.tell(item, foreign, depth + 1) for item in value), key=json.dumps)}
        if isinstance(value, types.FrameType):
            return self.frame(value)
        if isinstance(value, BaseException):
            arguments = [self.tell(item, True, depth + 1) for item in value.args]
            return self.named(value, {'error': type(value).__name__, 'args': arguments})
        return self.named(value, {'object': kind(value)})

    def named(self, value, told):
        names = [name for name in self.shared if self.namespace.get(name, self) is value]
        if names:
            told['names'] = names
        return told

    def frame(self, frame):
        code = frame.f_code
        # The module itself begins on no function's line, and neither does what stands in front of a standalone program.
        if code.co_filename != self.file or self.place(code.co_firstlineno) != 'start':
            return {'frame': '...', 'at': None}
        return {'frame': code.co_name, 'at': self.place(frame.f_lineno)}

    def place(self, line):
        """The step on a line of the file, 'start' where a function begins, or None."""
        n = -1 if line is None else line - self.first
        return self.lines[n] or None if 0 <= n < len(self.lines) else None

    def step(self, traceback):
        """The last step of the scenario that an exception passed through."""
        step = None
        while traceback is not None:
            if traceback.tb_frame.f_code.co_filename == self.file:
                place = self.place(traceback.tb_lineno)
                step = step if place in (None, 'start') else place
            traceback = traceback.tb_next
        return step

    def printed(self, text):
        """The lines of print_stack, without what differs by run and version."""
        lines = [line for line in text.splitlines() if line.strip() and not line.startswith('    ')]
        return [self.printed_line(line) for line in lines]

    def printed_line(self, line):
        for heading, short in HEADINGS:
            if line.startswith(heading):
                return short
        frame = FRAME_LINE.match(line)
        if frame:
            file, number, name = frame.groups()
            own = file == self.file and self.place(int(number)) and name != '<module>'
            return 'in ' + name if own else '...'
        error = EXCEPTION_LINE.match(line)
        if not error:
            return '...'
        name, message = error.groups()
        if message is None:
            return name
        own = message in self.texts or re.match(r'-?\d+$', message)
        return name + ': ' + (message if own else '...')


def kind(value):
    """What an object is in the language's own words, never by the name that an implementation gave its class."""
    if isinstance(value, asyncio.Task):
        return 'Task'
    if asyncio.isfuture(value):
        return 'Future'
    if isinstance(value, asyncio.AbstractEventLoop):
        return 'Loop'
    if isinstance(value, contextvars.Context):
        return 'Context'
    if isinstance(value, contextvars.ContextVar):
        return 'ContextVar'
    if isinstance(value, types.CoroutineType):
        return 'coroutine'
    if isinstance(value, type):
        return 'exception type' if issubclass(value, BaseException) else 'object'
    if isinstance(value, io.IOBase):
        return 'stream'
    return 'function' if callable(value) else 'object'
