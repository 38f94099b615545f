"""The only place for the ways in which asyncio can be varied around its Tasks: other loops, other makers of tasks."""
import asyncio


class Lacking(Exception):
    """This Python has not what is asked for; the argument says what."""


def arguments(options):
    """Arguments for Runner, and what is to be told of them. Raises Lacking."""
    ways, about = {}, {}
    if 'eager' in options:
        if not hasattr(asyncio, 'eager_task_factory'):
            raise Lacking('its asyncio has no eager_task_factory; Python 3.12 was the first with one')
        ways['task_factory'] = asyncio.eager_task_factory
        about['tasks'] = 'started by asyncio.eager_task_factory'
    if 'uvloop' in options:
        try:
            import virtual_uvloop
        except ImportError as error:
            raise Lacking('it cannot import uvloop: {}'.format(error))
        ways['loops'] = virtual_uvloop
        about['loop'] = 'uvloop ' + virtual_uvloop.version
    if 'pyodide-task' in options:
        from virtual_webloop import make_task
        ways['task_factory'] = make_task
        about['task'] = 'pyodide.webloop.PyodideTask'
    if 'webloop' in options:
        about['task'] = 'pyodide.webloop.PyodideTask'
        about['loop'] = 'WebLoop'
    return ways, about
