"""The only place for what only the loop hears: an error that left one of its callbacks, as where a Task's own step fails."""
import asyncio
import logging
import os
import re
import traceback


class Heard(logging.Handler):
    """Hears what asyncio logs while it is on, and keeps those errors, without addresses and folders."""

    def __init__(self):
        super().__init__()
        self.lines = []

    def on(self):
        logger = asyncio.log.logger
        logger.disabled, logger.propagate, logger.handlers = False, False, [self]

    def off(self):
        asyncio.log.logger.disabled = True

    def emit(self, record):
        if record.exc_info and str(record.msg).startswith('Exception in callback'):
            kind, error, trace = record.exc_info
            said = traceback.format_exception_only(kind, error)[-1].strip()
            self.lines.append('an error left a callback of the loop: ' + re.sub(' at 0x[0-9a-fA-F]+', '', said))
            for frame in traceback.extract_tb(trace):
                if frame.filename != asyncio.events.__file__:  # that of the loop itself
                    place = '{}:{}'.format(os.path.basename(frame.filename), frame.lineno)
                    self.lines.append('  {} in {}: {}'.format(place, frame.name, frame.line))
