"""The pipe's own round trip: a line in, the same line out, read and written as puppet.py does it."""
import os

lines = os.fdopen(0, encoding='utf-8')
while True:
    line = lines.readline()
    if not line:
        break
    os.write(1, line.encode())
