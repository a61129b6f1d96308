"""Exact search with FAISS on one thread, beside the row "match" of the benchmarks, which starts it and asks it.

    python3 measure.py FILE DIMENSION

FILE holds float32 vectors in the machine's byte order. A line "FIRST STEP COUNT" on standard input searches for COUNT of
them, from number FIRST in steps of STEP, each by itself; a line of JSON answers with the milliseconds of processor time that each took and with
the squared distances to the nearest and second-nearest. "ready" comes first. Ends with code 3 where FAISS is missing.
"""

import json
import sys
import time

try:
    import faiss
    import numpy
except ImportError as missing:
    print(f"{missing.name} is not installed for {sys.executable} (pip install -r requirements.txt)")
    sys.exit(3)


def main(file, dimension):
    faiss.omp_set_num_threads(1)
    vectors = numpy.fromfile(file, dtype=numpy.float32).reshape(-1, dimension)
    index = faiss.IndexFlatL2(dimension)
    index.add(vectors)
    del vectors
    print(f"ready {faiss.__version__}", flush=True)
    for line in sys.stdin:
        first, step, count = map(int, line.split())
        millis, squares = [], []
        for number in range(first, first + step * count, step):
            probe = index.reconstruct(number).reshape(1, -1)
            start = time.thread_time()
            distances, _ = index.search(probe, 2)
            millis.append((time.thread_time() - start) * 1000)
            squares.append([float(square) for square in distances[0]])
        print(json.dumps({"millis": millis, "squares": squares}), flush=True)


main(sys.argv[1], int(sys.argv[2]))
