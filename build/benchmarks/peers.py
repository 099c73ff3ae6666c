"""Peers of the benchmarks, each once in a process of its own; prints rows of a table. Called by the script "peers"."""
import csv
import glob
import gzip
import multiprocessing
import os
import random
import sys
import tempfile
import time


def watts_networkx(degree, runs=10):
    """W1b: networkx graph, hand-written queue; a part of the runs, the time is for 1,000."""
    import networkx as nx
    sizes = []
    start = time.process_time()
    for key in range(runs):
        graph = nx.fast_gnp_random_graph(10_000, degree / 9_999, seed=key)
        first = random.Random(key).randrange(10_000)
        active, queue, hits = {first}, [first], {}
        for u in queue:
            for v in graph[u]:
                if v not in active:
                    hits[v] = hits.get(v, 0) + 1
                    if hits[v] >= 0.18 * graph.degree[v] - 1e-9:
                        active.add(v)
                        queue.append(v)
        sizes.append(len(active))
    seconds = time.process_time() - start
    return seconds * 1000 / runs, f"{runs} runs, scaled to 1,000; {sum(s >= 1000 for s in sizes)} global"


def read_igraph(path):
    """W5: igraph's reader in C."""
    import igraph
    start = time.process_time()
    graph = igraph.Graph.Read_Edgelist(path, directed=True)
    return time.process_time() - start, f"{graph.vcount()} nodes, {graph.ecount()} arcs with loops and repeats"


def epidemic_eon(nodes=1_000_000):
    """W4: EoN's fast_SIR on a networkx graph."""
    import EoN
    import networkx as nx
    random.seed(42)
    graph = nx.barabasi_albert_graph(nodes, 3, seed=42)
    start = time.process_time()
    times, susceptible, infectious, recovered = EoN.fast_SIR(graph, 0.3, 1.0, initial_infecteds=list(range(10)))
    seconds = time.process_time() - start
    return seconds, f"{recovered[-1]} ever infected"


def undirected(path):
    import igraph
    edges = set()
    with gzip.open(path, "rt") as lines:
        for line in lines:
            if not line.startswith("#"):
                a, b = map(int, line.split()[:2])
                if a != b:
                    edges.add((min(a, b), max(a, b)))
    number = {name: i for i, name in enumerate(sorted({node for edge in edges for node in edge}))}
    return igraph.Graph(n=len(number), edges=[(number[a], number[b]) for a, b in edges])


def measure_igraph(path, measure):
    """W6: igraph's measure of all nodes, in C."""
    graph = undirected(path)
    start = time.process_time()
    values = getattr(graph, measure)()
    seconds = time.process_time() - start
    return seconds, f"highest {max(values):.9g}, sum {sum(v for v in values if v == v):.12g}"


def rows(count):
    draw = random.Random(42)
    for i in range(count):
        yield (i // 1000, i % 1000, draw.randrange(10_000), draw.randrange(50), draw.random(), draw.random(),
               draw.random(), draw.choice(("settled", "censored", "step-limit")))


def write_csv(count):
    """W7: Python's csv."""
    table = list(rows(count))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "rows.csv")
        start = time.process_time()
        with open(path, "w", newline="") as out:
            csv.writer(out).writerows(table)
        return time.process_time() - start, f"{os.path.getsize(path) / 1e6:.0f} MB"


def write_xlsx(count):
    """W7: xlsxwriter with constant memory."""
    import xlsxwriter
    table = list(rows(count))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "rows.xlsx")
        start = time.process_time()
        workbook = xlsxwriter.Workbook(path, {"constant_memory": True})
        sheet = workbook.add_worksheet()
        for i, row in enumerate(table):
            sheet.write_row(i, 0, row)
        workbook.close()
        return time.process_time() - start, f"{os.path.getsize(path) / 1e6:.0f} MB"


def call(work, arguments, results):
    results.put(work(*arguments))


def main():
    peers = [("W1b networkx, degree 6", watts_networkx, (6,)), ("W1b networkx, degree 4", watts_networkx, (4,)),
             ("W7 Python csv", write_csv, (1_000_000,)), ("W7 xlsxwriter", write_xlsx, (1_000_000,))]
    lists = glob.glob(os.path.join(sys.argv[1], "arcs-10000000-*.txt"))
    if lists:
        peers.insert(2, ("W5 igraph Read_Edgelist", read_igraph, (lists[0],)))
    else:
        print("skipped: W5, no list of arcs; run build/benchmarks/run W5 first")
    peers.insert(2, ("W4 EoN fast_SIR", epidemic_eon, ()))
    for name in ("facebook_combined.txt.gz", "wiki-Vote.txt.gz"):
        path = os.path.join(sys.argv[2], name) if len(sys.argv) > 2 else name
        if os.path.isfile(path):
            peers += [(f"W6 igraph {measure}, {name}", measure_igraph, (path, measure))
                      for measure in ("betweenness", "constraint", "pagerank", "coreness")]
        else:
            print(f"skipped: W6 on {name}; give its folder: build/benchmarks/peers DIR")
    print("| peer | cpu | answer |\n|---|---|---|")
    for name, work, arguments in peers:
        results = multiprocessing.Queue()
        process = multiprocessing.Process(target=call, args=(work, arguments, results))
        process.start()
        seconds, answer = results.get()
        process.join()
        print(f"| {name} | {seconds:.2f} | {answer} |", flush=True)


if __name__ == "__main__":
    main()
