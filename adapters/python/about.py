"""The only place for what this Python is: what heads the results, and whether the Task that is named is the one that loops make."""
import asyncio
import io
import os
import sys


def name_of(kind):
    return kind.__module__ + '.' + kind.__qualname__


def stranger(task_factory):
    """The name of the class that a loop makes in place of asyncio.Task, where somebody replaced only one of them; or None."""
    loop = asyncio.BaseEventLoop()
    loop.set_task_factory(task_factory)
    try:
        task = loop.create_task(asyncio.sleep(0))
        spare.append(task)
        return None if isinstance(task, asyncio.Task) else name_of(type(task))
    except Exception:  # a Task that cannot even be made is judged by its scenarios
        return None


spare = []  # kept, as something is heard of a Task that is dropped


def describe():
    """What this Python is, for the head of the results."""
    python, version = ('.'.join(map(str, numbers[:3])) for numbers in (sys.version_info, sys.implementation.version))
    about = {
        'implementation': {'cpython': 'CPython', 'pypy': 'PyPy'}.get(sys.implementation.name, sys.implementation.name),
        'version': version,
        'task': name_of(asyncio.Task),
    }
    if version != python:  # one that counts by itself, as PyPy does
        about['python'] = python
    # Somebody's own copy of asyncio, or code of theirs that ran before us, is what the results are about.
    library = os.path.dirname(io.__file__)
    for name in ('asyncio', 'sitecustomize', 'usercustomize'):
        file = getattr(sys.modules.get(name), '__file__', None)
        if file and not file.startswith(library + os.sep):
            about[name] = file
    if 'asyncio' in about and about['task'] == '_asyncio.Task':
        about['caution'] = ('this is the Task written in C, not the one in the tasks.py of that copy of asyncio, {}: '
                            'python+pure judges it'.format(os.path.dirname(about['asyncio'])))
    return about
