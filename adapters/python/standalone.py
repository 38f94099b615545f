"""The only place for what a standalone program has beside its scenario: it looks on, judges, and tells its verdict."""
import asyncio
import atexit
import gc
import io
import os
import re
import sys
import warnings

from heard import Heard
from observe import Teller
from virtual_loop import Over, VirtualLoop, VirtualPolicy, run_cycles, run_until_idle, set_policy


def show(told):
    """A value as Python would say it, objects by their names."""
    if isinstance(told, list):
        return '[' + ', '.join(map(show, told)) + ']'
    if not isinstance(told, dict):
        return repr(told)
    names = ' = '.join(told.get('names', ()))
    if 'set' in told:
        return '{' + ', '.join(map(show, told['set'])) + '}'
    if 'error' in told:
        return told['error'] + '(' + ', '.join(map(show, told['args'])) + ')' + (names and ' (' + names + ')')
    if 'frame' in told:
        return told['frame'] + ('' if told['at'] is None else ' at ' + str(told['at']))
    return 'the ' + told['object'] + ' ' + names if names else 'a ' + told['object'] + ' without a name here'


def names_of(told):
    return told.get('names', ()) if isinstance(told, dict) else ()


def matches(pattern, told):
    kind = pattern['kind']
    if kind == 'constant':
        return type(told) is type(pattern['value']) and told == pattern['value']
    if kind == 'list':
        return isinstance(told, list) and match_all(pattern['items'], told)
    if kind == 'name':
        return pattern['name'] in names_of(told)
    if kind == 'exception':
        return isinstance(told, dict) and told.get('error') == pattern['type'] and (
            pattern['args'] is None or match_all(pattern['args'], told['args']))
    return isinstance(told, dict) and told.get('frame') == pattern['name'] and pattern['at'] in (None, told['at'])


def match_all(patterns, members):
    return len(patterns) == len(members) and all(map(matches, patterns, members))


def pair_up(patterns, members):
    """Whether each pattern can have a member of its own."""
    return not patterns or any(
        matches(patterns[0], member) and pair_up(patterns[1:], members[:n] + members[n + 1:])
        for n, member in enumerate(members))


def holds(form, raised, told):
    kind = form['kind']
    if kind == 'is':
        return not raised and matches(form['pattern'], told)
    if kind == 'raises':
        return raised and matches(form['pattern'], told)
    if kind == 'is_not':
        return form['name'] not in names_of(told)
    if kind == 'one_of':
        return any(all(holds(inner, raised, told) for inner in forms) for forms in form['choices'])
    members = told.get('set') if isinstance(told, dict) else told
    if raised or not isinstance(members, list):
        return False
    items = form['items']
    if kind == 'unordered':
        return len(items) == len(members) and pair_up(items, members)
    if kind == 'ends_with':
        return members is told and match_all(items, members[-len(items):])
    there = [any(matches(item, member) for member in members) for item in items]
    return all(there) if kind == 'contains' else not any(there)


class Onlooker:
    """Shows each observation beside what is expected, and keeps those outcomes that still fit."""

    def __init__(self, namespace, file, lines, first, shared, texts, variants, steps, order):
        self.teller = Teller(file, lines, first, shared, texts, namespace)
        self.variants = variants
        self.steps = steps
        self.order = order
        self.faults = [0] * len(variants)
        self.moments = []  # (step, nth) in the order in which they came
        self.times = {}
        self.end = None
        self.warned_of = []
        self.real = sys.stdout
        sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
        warnings.simplefilter('always')
        warnings.showwarning = lambda message, category, *more: self.warned_of.append(category.__name__)
        self.heard = Heard()
        self.heard.on()
        gc.disable()
        sys.excepthook = self.left
        atexit.register(self.verdict)
        VirtualLoop.program = self
        set_policy(VirtualPolicy())
        self.loop = VirtualLoop()
        asyncio.set_event_loop(self.loop)

    # What the scenario calls.

    def see(self, step, value):
        self.observe(step, False, self.teller.tell(value))
        return value

    def caught(self, step, error):
        if self.end is not None:
            raise error
        self.observe(step, True, self.teller.tell(error))
        return error

    def log(self, step, label):
        self.observe(step, False, None, shown='reached')

    def printed(self, stream):
        return self.teller.printed(stream.getvalue())

    def warned(self):
        categories, self.warned_of = self.warned_of, []
        return categories

    def run_cycles(self, count, loop=None):
        run_cycles(loop or self.loop, count)

    def run_until_idle(self, loop=None):
        run_until_idle(loop or self.loop)

    # What the loop calls.

    def opened(self, loop):
        pass

    def passed(self, now):
        pass

    def stuck(self):
        self.end = self.end or 'stuck: nothing is ready to run, and no timer is left'

    # The judge.

    def observe(self, step, raised, told, shown=None):
        if self.end is not None:
            return
        nth = self.times[step] = self.times.get(step, 0) + 1
        self.moments.append((step, nth))
        fits = []
        for outcome in self.steps[step]['outcomes']:
            forms = outcome['forms'] + (outcome['each'][nth - 1] if outcome['each'] and nth <= outcome['times'] else [])
            fits.append(nth <= outcome['times'] and (shown is not None or all(holds(form, raised, told) for form in forms)))
        self.say(step, shown or ('raised ' if raised else '') + show(told), fits)

    def say(self, step, seen, fits):
        """One line: what was seen at a step, and what each outcome that it does not fit expects."""
        for n, fit in enumerate(fits):
            self.faults[n] += not fit
        if all(fits):
            mark = 'ok'
        elif any(fits):
            mark = 'ok as ' + ', '.join(name for name, fit in zip(self.variants, fits) if fit)
        else:
            mark = 'EXPECTED ' + self.expected(step)
        self.print('  {:<44} {:<28} {}'.format(self.steps[step]['text'], seen, mark))

    def expected(self, step):
        said = [outcome['said'] for outcome in self.steps[step]['outcomes']]
        if len(set(said)) == 1:
            return said[0]
        return ', '.join('{} ({})'.format(text, name) for text, name in zip(said, self.variants))

    def print(self, line):
        # Whatever the terminal's encoding is, and whatever a text of the scenario would do to it.
        plain = (c if ' ' <= c <= '~' else c.encode('unicode_escape').decode('ascii') for c in line)
        self.real.write(''.join(plain) + '\n')

    def ended(self):
        self.end = self.end or 'ended'

    def left(self, kind, error, traceback):
        if self.end is None:
            self.end = show(self.teller.tell(error)) + ' left the program'
            step = self.teller.step(traceback)
            if step is not None:
                self.end += ' at line {}'.format(self.teller.lines.index(step) + self.teller.first)

    def verdict(self):
        self.heard.off()
        end = self.end or 'SystemExit left the program'
        self.end = end  # whatever runs from now on is not observed
        for step in sorted(self.steps):
            times = self.times.get(step, 0)
            fits = [times >= outcome['times'] for outcome in self.steps[step]['outcomes']]
            if not all(fits):
                self.say(step, 'reached {} times'.format(times) if times else 'not reached', fits)
        for n, chains in enumerate(self.order):
            for chain in chains:
                for (one, nth), (other, mth) in zip(chain, chain[1:]):
                    if {(one, nth), (other, mth)} <= set(self.moments) and (
                            self.moments.index((one, nth)) > self.moments.index((other, mth))):
                        self.faults[n] += 1
                        self.print('  EXPECTED the other way round: {}, then {}'.format(
                            self.steps[one]['text'], self.steps[other]['text']))
        if end != 'ended':
            self.print('  EXPECTED the program to come to its end; ' + end)
        fitting = [name for name, faults in zip(self.variants, self.faults) if faults == 0 and end == 'ended']
        ok = len(fitting) == 1
        for line in [] if ok else self.heard.lines:
            self.print('  ' + line)
        self.print('as expected' + (' (' + fitting[0] + ')' if fitting[0] else '') if ok else
                   'several outcomes fit: ' + ', '.join(fitting) if fitting else 'not as expected')
        self.real.flush()
        os._exit(0 if ok else 1)
