"""The only place where a host that is no shell calls the harness: JavaScript, for Pyodide."""
import json
import sys
import traceback


def start(options):
    """Gives a function that answers a request, a line of JSON each way, and what this Python is.

    Of pure, pyodide-task and webloop at most one.
    """
    if 'pure' in options:
        # Pyodide has imported asyncio for its own loop, which may keep its copy.
        for name in [name for name in sys.modules if name.split('.')[0] == 'asyncio']:
            del sys.modules[name]
        sys.modules['_asyncio'] = None
    import about
    import program
    import ways
    arguments, told = ways.arguments(options)
    runner = program.Runner(**arguments)

    def answer(line, show, finished):
        """`finished` is called with the reply, before or after this returns."""
        request = json.loads(line)

        def finish(reply):
            reply['id'] = request['id']
            finished(json.dumps(reply))

        def tell(observation):
            show(json.dumps(observation))

        if 'webloop' not in options:
            return finish(runner.answer(request, tell))
        from web_program import WebProgram
        try:
            WebProgram(request, tell, finish).begin()
        except BaseException:
            finish({'bug': traceback.format_exc()})

    return answer, json.dumps({**about.describe(), **told})
