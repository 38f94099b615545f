"""A taskspec adapter for Python's asyncio in puppet mode: it does what the runner says, and decides nothing. See ../PROTOCOL.md.

    taskspec run "stdio:python3 adapters/examples/puppet.py"          append `pure` for the Task that is written in Python
"""
import builtins, contextvars, functools, gc, io, json, os, platform, sys, types, warnings
sys.modules.update({'_asyncio': None} if 'pure' in sys.argv else {})
import asyncio
from asyncio import events

CAPABILITIES = (  # frames, Python's own syntax and the implicit __context__ are not to be had in puppet mode
    'cancel cancelled done result exception add_done_callback remove_done_callback get_loop create_task '
    'ensure_future gather shield wait wait_for run all_tasks current_task isfuture Task Future context loop-control several-loops '
    'call_soon call_later virtual-clock exception-handler warnings').split()
CAPABILITIES += ['Task.all_tasks', 'Task.current_task'] if sys.version_info < (3, 9) else []
WORDS = {name: getattr(asyncio, name, None) for name in CAPABILITIES + 'sleep new_event_loop set_event_loop get_event_loop'.split()}
WORDS.update(copy_context=contextvars.copy_context, ContextVar=contextvars.ContextVar, partial=functools.partial, StringIO=io.StringIO,
             isinstance=isinstance, list=list, warned=lambda: [play.warned.pop(0) for _ in play.warned[:]])
KINDS = {BaseException: 'exception', list: 'list', tuple: 'list', set: 'set', frozenset: 'set', asyncio.Task: 'Task', asyncio.Future: 'Future',
         asyncio.AbstractEventLoop: 'Loop', contextvars.Context: 'Context', contextvars.ContextVar: 'ContextVar',
         types.CoroutineType: 'coroutine', type: 'exception type', io.StringIO: 'stream'}
Over = type('Over', (BaseException,), {})  # leaves the loop and the bodies once the program is over


class Loop(asyncio.BaseEventLoop):
    """asyncio's own loop with a clock that jumps. It is its own selector, which BaseEventLoop asks once a pass."""
    now, idling, _selector = 0, False, property(lambda self: self, lambda self, other: None)
    time = lambda self: self.now
    _process_events = _write_to_self = lambda self, *events: None

    def select(self, timeout):  # seconds until the next timer; None where nothing is ready and there is no timer
        if timeout is None and not self.idling:
            play.end(result='ok', end={'kind': 'stuck'})
        self.idling = self.idling and (timeout is not None or self.stop())
        self.now, play.passes = self.now + (timeout or 0), play.passes + 1
        if play.passes > play.budget['loopSteps'] or self.now > play.budget['virtualSeconds'] or play.result:
            play.end(result='budget', budget='loop steps' if play.passes > play.budget['loopSteps'] else 'virtual seconds')
        return []

    def cycle(self, until_idle):  # worked from outside
        self.idling = until_idle
        while until_idle is False or self.idling:
            until_idle = until_idle or self.call_soon(self.stop)
            self.run_forever()


class Play:
    """One run. The runner knows objects by numbers; coroutines and functions of the program ask it what to do."""

    def __init__(self, run):
        self.id, self.budget, self.passes, self.result, self.words = run['id'], run['budget'], 0, None, WORDS
        self.objects, self.numbers, self.functions, self.exceptions, self.warned = [], {}, {}, {}, []
        for own in run['exceptions']:
            self.exceptions[own['name']] = type(own['name'], (self.value({'exception': own['base']}),), {})

    def run(self):
        loop = Loop()
        asyncio.set_event_loop(loop)
        self.words = dict(WORDS, loop=loop)
        try:
            self.called(frame=0)
            self.end(result='ok', end={'kind': 'ended'})
        except Over:
            say(dict(self.result, type='done', id=self.id))

    def end(self, **result):  # from now on all bodies are silent
        self.result = self.result or result
        raise Over

    def ask(self, **question):  # at once, within the step of whoever asks: an await here would add cycles
        if self.result:
            raise Over
        say(dict(question, type='ask', id=self.id, **{'pass': self.passes}))
        do = json.loads(runner.readline())
        return self.end(result='stopped') if do['verb'] == 'stop' else do

    async def body(self, **question):  # of every coroutine and function; that of a function never awaits
        do = self.ask(**question)
        while do['verb'] not in ('return', 'raise'):
            try:
                value = await self.value(do['of']) if do['verb'] == 'await' else self.perform(do)
                outcome = {'value': self.tell(value, do['verb'] == 'tell')}
            except BaseException as error:
                outcome = {'raised': self.tell(error)}
            do = self.ask(frame=do['frame'], outcome=outcome)
        if do['verb'] == 'raise':
            raise self.value(do['error'])
        return self.value(do['value'])

    def called(self, **question):
        try:
            self.body(**question).send(None)
        except StopIteration as stop:
            return stop.value

    def perform(self, do):
        if do['verb'] == 'call':
            keywords = {name: self.value(value) for name, value in do['keywords'].items()}
            return self.value(do['callee'])(*map(self.value, do['positional']), **keywords)
        if do['verb'] == 'coroutine':
            return self.body(frame=do['runs'])  # it asks when it runs, not now
        if do['verb'] == 'chain':
            self.value(do['error']).__cause__ = self.value(do['cause'])
        if do['verb'] == 'cycle':
            self.value(do['loop']).cycle(do['idle'])
        return self.value(do['of']) if do['verb'] == 'tell' else None

    def value(self, named):  # what the runner named
        if not isinstance(named, dict):
            return named
        if 'member' in named:
            return getattr(self.value(named['of']), named['member'])
        (how, name), = named.items()
        if how == 'exception':
            return self.exceptions.get(name) or getattr(asyncio, name, None) or getattr(builtins, name)
        if how == 'list':
            return [self.value(item) for item in name]
        if how == 'body':  # the same object each time: what was added as a callback is removed as one
            return self.functions.setdefault(name, lambda *args: self.called(called=name, positional=[self.tell(arg) for arg in args]))
        return self.objects[name] if how == 'ref' else self.words[name]

    def tell(self, value, items=False):  # constants as they are, objects by number
        if value is None or isinstance(value, (bool, str)):
            return value
        if isinstance(value, (int, float)):
            return int(value) if value == value // 1 and abs(value) < 2 ** 53 else '...'
        number = self.numbers.setdefault(id(value), len(self.objects))
        self.objects[number:number + 1] = [value]  # kept, so that no id comes twice
        kind = next((KINDS[base] for base in type(value).__mro__ if base in KINDS), 'function' if callable(value) else 'object')
        told = {'ref': number, 'kind': kind}
        if kind == 'exception':
            told['types'] = [base.__name__ for base in type(value).__mro__ if issubclass(base, BaseException)]
            told['args'] = [self.tell(argument) for argument in value.args]
        return dict(told, items=[self.tell(item) for item in value]) if items and kind in ('list', 'set') else told


def say(message):
    message['nonce'] = nonce
    os.write(to_runner, (json.dumps(message) + '\n').encode())


runner, to_runner = os.fdopen(os.dup(0), encoding='utf-8'), os.dup(1)
os.dup2(2, 1)  # what anybody prints goes to standard error
nonce, version = json.loads(runner.readline())['nonce'], platform.python_version()
policy = getattr(events, '_BaseDefaultEventLoopPolicy', None) or events.BaseDefaultEventLoopPolicy  # 3.14 renamed both
(getattr(events, '_set_event_loop_policy', None) or asyncio.set_event_loop_policy)(type('Policy', (policy,), {'_loop_factory': Loop})())
warnings.simplefilter('always')
warnings.showwarning = lambda message, category, *place, **more: play.warned.append(category.__name__)
gc.disable()  # nothing depends on when garbage goes; what runs stay is kept, so that none is heard in the next
plays = []
say(dict(type='ready', protocol=1, implementation=platform.python_implementation(), version=version, language='Python', modes=['puppet'],
         target='.'.join(version.split('.')[:2]), task=asyncio.Task.__module__ + '.Task', capabilities=CAPABILITIES))
for line in runner:
    play = Play(json.loads(line))
    plays.append(play)
    contextvars.Context().run(play.run)
os._exit(0)
