"""A taskspec adapter for Python's asyncio in puppet mode: it does as the runner says. See PROTOCOL.md.

    taskspec run "stdio:python3 puppet.py"          append `pure` for the Task that is written in Python
"""
import builtins, contextlib, contextvars, functools, gc, io, json, os, platform, sys, warnings
if 'pure' in sys.argv: sys.modules['_asyncio'] = None
import asyncio

CAPABILITIES = '''cancel cancelled done result exception add_done_callback remove_done_callback get_loop create_task
    wait_for ensure_future gather shield wait run all_tasks current_task isfuture Task Future context loop-control
    several-loops call_soon call_later virtual-clock exception-handler warnings'''.split()
CAPABILITIES += ['Task.all_tasks', 'Task.current_task'] if hasattr(asyncio.Task, 'all_tasks') else []
MODULES = asyncio, contextvars, functools, io, builtins  # what the runner names is in the first of them that has it

class Over(SystemExit):
    """The program is over. This leaves its bodies and, as no task and no handle keeps a SystemExit, its loop."""

class Loop(asyncio.BaseEventLoop):
    """asyncio's own loop with a clock that jumps. It is its own selector, which BaseEventLoop asks once a pass."""
    now, time, _selector = 0, lambda self: self.now, property(lambda self: self)
    _process_events = _write_to_self = lambda self, *events: None

    def select(self, timeout):  # seconds until the next timer; None where nothing is ready and there is no timer
        play.passes += 1
        self.now += timeout or 0
        if timeout is None: play.begin(stuck=True)
        return []

class Play:
    """One run. The runner knows objects by numbers; coroutines and functions of the program ask it what to do."""
    def __init__(self, run):
        self.id, self.passes, self.over, self.loop = run['id'], 0, False, Loop()
        self.objects, self.numbers, self.functions, self.warnings = {}, {}, {}, []
        self.names = {'loop': self.loop, 'warned': lambda: [self.warnings.pop(0) for _ in self.warnings[:]]}
        for own in run['exceptions']:
            self.names[own['name']] = type(own['name'], (self.value({'exception': own['base']}),), {})

    def ask(self, **question):  # at once, within the step of whoever asks: an await here would add passes
        if not self.over:
            say(type='ask', id=self.id, time=self.loop.now, **{'pass': self.passes}, **question)
            do = json.loads(runner.readline())
            if do['verb'] != 'stop': return do
        self.over = True  # from now on all bodies are silent
        raise Over

    async def body(self, **question):  # of every coroutine and function; that of a function never awaits
        while True:
            do = self.ask(**question)
            if do['verb'] == 'return': return self.value(do['value'])
            if do['verb'] == 'raise': raise self.value(do['error'])
            try:
                value = self.value(do['of'])
                outcome = {'value': self.tell(await value if do['verb'] == 'await' else value, items=True)}
            except BaseException as error:
                outcome = {'raised': self.tell(error)}
            question = {'frame': do['frame'], 'outcome': outcome}

    def begin(self, **question):  # a function, or what else is no coroutine
        try:
            self.body(**question).send(None)
        except StopIteration as stop:
            return stop.value

    def value(self, named):  # what the runner named
        if not isinstance(named, dict): return named
        if 'ref' in named: return self.objects[named['ref']]
        if 'call' in named:  # what is called comes first, then the arguments
            callee, positional = self.value(named['call']), [self.value(value) for value in named['positional']]
            return callee(*positional, **{name: self.value(value) for name, value in named['keywords'].items()})
        if 'coroutine' in named: return self.body(frame=named['runs'])  # it asks when it runs, not now
        if 'list' in named: return [self.value(item) for item in named['list']]
        if 'member' in named: return getattr(self.value(named['of']), named['member'])
        if 'body' in named: return self.functions.setdefault(named['body'], functools.partial(self.call, named['body']))
        name = named.get('word') or named['exception']
        return self.names.get(name) or next(getattr(module, name) for module in MODULES if hasattr(module, name))

    def call(self, name, *positional):  # a function of the program, called by the implementation
        return self.begin(called=name, positional=[self.tell(value) for value in positional])

    def tell(self, value, items=False):  # constants as they are, objects by number
        if value is None or isinstance(value, (bool, int, float, str)): return value
        number = self.numbers.setdefault(id(value), len(self.objects))
        self.objects[number] = value  # kept, so that no id comes twice
        told = {'ref': number, 'types': [base.__name__ for base in type(value).__mro__]}
        if isinstance(value, BaseException): told['args'] = [self.tell(argument) for argument in value.args]
        if items and isinstance(value, (list, tuple, set, frozenset)): told['items'] = [self.tell(item) for item in value]
        return told

def say(**message):
    os.write(to_runner, (json.dumps(dict(message, nonce=nonce)) + '\n').encode())

runner, to_runner = os.fdopen(os.dup(0)), os.dup(1)
os.dup2(2, 1)  # what anybody prints goes to standard error
nonce, version = json.loads(runner.readline())['nonce'], platform.python_version()
asyncio.new_event_loop = asyncio.events.new_event_loop = lambda: Loop()  # also that of asyncio.run()
warnings.simplefilter('always')
warnings.showwarning = lambda message, category, *place, **more: play.warnings.append(category.__name__)
with contextlib.suppress(Exception):  # a Task that cannot even be made is judged by its scenarios
    spare = Loop().create_task(asyncio.sleep(0))  # kept, as something is heard of a Task that is dropped
    if not isinstance(spare, asyncio.Task):
        say(type='refused', why='asyncio.Task is %s.Task, but nearly every scenario would judge %s.Task, which create_task() makes'
            % (asyncio.Task.__module__, type(spare).__module__), hint='Let the class Loop of this adapter make yours: '
            'def create_task(self, coro, **more): return asyncio.Task(coro, loop=self, **more)')
        os._exit(0)
gc.disable()  # each Play is a cycle, so that what a run leaves behind stays, and is not heard in the next
say(type='ready', protocol=1, modes=['puppet'], implementation=platform.python_implementation(), version=version,
    language='Python', target=version.rpartition('.')[0], task=asyncio.Task.__module__ + '.Task', capabilities=CAPABILITIES)
for line in runner:
    request = json.loads(line)
    if request['type'] != 'run':
        say(type='error', message='it knows no request ' + request['type'])
        continue
    play = Play(request)
    asyncio.set_event_loop(play.loop)
    with contextlib.suppress(Over):
        contextvars.Context().run(play.begin, frame=0)
    play.over = True
    say(type='done', id=play.id, result='ok', end={'kind': 'ended'})
os._exit(0)
