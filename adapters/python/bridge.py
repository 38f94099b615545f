"""The only place where a host that is no shell calls the harness: JavaScript, for Pyodide."""
import json
import sys


def start(pure):
    """Gives a function that answers a request, a line of JSON each way, and what this Python is."""
    if pure:
        # Pyodide has imported asyncio for its own loop, which may keep its copy.
        for name in [name for name in sys.modules if name.split('.')[0] == 'asyncio']:
            del sys.modules[name]
        sys.modules['_asyncio'] = None
    import program
    runner = program.Runner()

    def answer(line, show):
        request = json.loads(line)
        reply = runner.answer(request, lambda observation: show(json.dumps(observation)))
        reply['id'] = request['id']
        return json.dumps(reply)

    return answer, json.dumps(program.describe())
