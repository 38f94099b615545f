"""The only place that keeps what sources were compiled to from one run to the next, as Python does for modules.

It lies in the folder where Python keeps what it made of our own modules, and is trusted as much: who can write there could
change those just as well. A source finds its code by its whole text, so it can never find that of another; a file of
another build of Python, or one that is broken, is as good as none; and where nothing may be written, nothing is kept.
"""
import marshal
import os
import sys

FILE = '<scenario>'  # what stacks and tracebacks show; linecache has its text

TOO_MANY = 2000  # sources that change pile up; beyond so many only those of this run are kept


def compile_source(source):
    return compile(source, FILE, 'exec')


class Compiled:
    """Compiles sources, but for those that it knows; what it holds are bytes, so that each run has a code object of its own."""

    def __init__(self, path):
        self.path = path
        self.keeps = path is not None and not sys.dont_write_bytecode
        self.known = {} if path is None else read(path)
        self.used = {}

    def __call__(self, source):
        code = self.known.get(source)
        if code is not None:
            self.used[source] = code
            return marshal.loads(code)
        fresh = compile_source(source)
        if self.keeps:
            self.used[source] = marshal.dumps(fresh)
        return fresh

    def keep(self):
        """Writes what is new, whole or not at all. To be called where a run came to its end; after a crash nothing is kept."""
        if not self.keeps or all(source in self.known for source in self.used):
            return
        codes = dict(self.known, **self.used)
        content = pack(codes if len(codes) <= TOO_MANY else self.used)
        temporary = '%s.%d' % (self.path, os.getpid())
        try:
            # As Python does it: for nobody to be surprised by, a link or a file that is there already is an error.
            descriptor = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
            try:
                with os.fdopen(descriptor, 'wb') as file:
                    file.write(content)
                os.replace(temporary, self.path)
            except OSError:
                os.unlink(temporary)
        except OSError:
            pass  # it costs time, and nothing else


def path_beside(module):
    """Where to keep it: beside what Python keeps of a module of ours, under a name that tells its version, too; or None."""
    cached = getattr(getattr(module, '__spec__', None), 'cached', None)
    if not cached:
        return None
    folder, name = os.path.split(cached)
    return os.path.join(folder, 'scenarios' + name[name.index('.'):])


def pack(codes):
    content = marshal.dumps((sys.version, codes))
    return head(content) + content


def read(path):
    """The codes by their sources; none where the file is not ours, or not whole: what is broken must never be unpacked."""
    try:
        with open(path, 'rb') as file:
            data = file.read()
        if data[:12] != head(data[12:]):
            return {}
        version, codes = marshal.loads(data[12:])
        return codes if version == sys.version else {}
    except Exception:
        return {}


def head(content):
    """Python's number for the format of its code, and a sum over the content. Importing the public names costs more than is saved."""
    import _imp
    from importlib import _bootstrap_external as bootstrap
    return bootstrap.MAGIC_NUMBER + _imp.source_hash(0, content)
