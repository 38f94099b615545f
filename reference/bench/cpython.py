"""The workloads on CPython's asyncio. Usage: cpython.py <workload> <size>; prints the milliseconds of CPU that it took."""
import asyncio
import statistics
import sys
import time


async def value(n):
    return n


async def spawn(size):
    tasks = [asyncio.create_task(value(n)) for n in range(size)]
    for task in tasks:
        await task


async def yielder():
    for _ in range(100):
        await asyncio.sleep(0)


async def yielding(size):
    tasks = [asyncio.create_task(yielder()) for _ in range(size // 100)]
    for task in tasks:
        await task


async def link(awaited):
    return await awaited


async def chains(size):
    for _ in range(size // 1000):
        end = asyncio.get_running_loop().create_future()
        head = end
        for _ in range(1000):
            head = asyncio.create_task(link(head))
        await asyncio.sleep(0)
        end.set_result(1)
        await head


async def sleeper():
    await asyncio.sleep(3600)


async def cancelling(size):
    tasks = [asyncio.create_task(sleeper()) for _ in range(size)]
    await asyncio.sleep(0.001)
    for task in tasks:
        task.cancel()
    for task in tasks:
        try:
            await task
        except asyncio.CancelledError:
            pass


async def callbacks(size):
    task = asyncio.create_task(value(1))
    called = 0

    def count(_):
        nonlocal called
        called += 1

    for _ in range(size):
        task.add_done_callback(count)
    while called < size:
        await asyncio.sleep(0.001)


WORKLOADS = {'spawn': spawn, 'yield': yielding, 'chain': chains, 'cancel': cancelling, 'callback': callbacks}
work, size = WORKLOADS[sys.argv[1]], int(sys.argv[2])


def cpu_milliseconds():
    before = time.process_time()
    asyncio.run(work(size))
    return (time.process_time() - before) * 1000


print(statistics.median(cpu_milliseconds() for _ in range(5)))
