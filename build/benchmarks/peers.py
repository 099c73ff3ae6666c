"""Peers of the benchmarks, each once in a process of its own; prints rows of a table. Called by the script "peers"."""
import csv
import glob
import gzip
import multiprocessing
import os
import random
import shutil
import subprocess
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


def epidemic_ndlib(nodes=1_000_000, steps=3):
    """W4: NDlib's SIR in steps; the first steps only, which touch few nodes, and each goes over all of them."""
    import ndlib.models.ModelConfig
    import ndlib.models.epidemics
    import networkx as nx
    graph = nx.barabasi_albert_graph(nodes, 3, seed=42)
    model = ndlib.models.epidemics.SIRModel(graph, seed=42)
    config = ndlib.models.ModelConfig.Configuration()
    config.add_model_parameter("beta", 0.05)
    config.add_model_parameter("gamma", 0.2)
    config.add_model_initial_configuration("Infected", list(range(10)))
    model.set_initial_status(config)
    model.iteration()  # the first sets up
    start = time.process_time()
    for _ in range(steps):
        model.iteration()
    seconds = time.process_time() - start
    return seconds * 120 / steps, f"{steps} steps, scaled to 120"


def arcs(path, both):
    """Distinct arcs without loops, nodes numbered in the order of their identifiers."""
    found = set()
    with gzip.open(path, "rt") as lines:
        for line in lines:
            if not line.startswith("#"):
                a, b = map(int, line.split()[:2])
                if a != b:
                    found.add((a, b))
                    if both:
                        found.add((b, a))
    number = {name: i for i, name in enumerate(sorted({node for arc in found for node in arc}))}
    return len(number), sorted((number[a], number[b]) for a, b in found)


def undirected(path):
    import igraph
    nodes, both = arcs(path, True)
    return igraph.Graph(n=nodes, edges=[(a, b) for a, b in both if a < b])


def cascade_cynetdiff(path, both, runs):
    """W2: CyNetDiff (Cython and C++); a part of the runs, the time is for 10,000."""
    import networkx as nx
    from cynetdiff.utils import networkx_to_ic_model, set_activation_weighted_cascade
    nodes, pairs = arcs(path, both)
    graph = nx.DiGraph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(pairs)
    set_activation_weighted_cascade(graph)
    model, number = networkx_to_ic_model(graph, rng=42)
    model.set_seeds([number[u] for u in sorted(range(nodes), key=lambda u: (-graph.out_degree(u), u))[:50]])
    reached = 0
    start = time.process_time()
    for _ in range(runs):
        model.reset_model()
        model.advance_until_completion()
        reached += model.get_num_activated_nodes()
    seconds = time.process_time() - start
    return seconds * 10_000 / runs, f"{runs} runs, scaled to 10,000; spread {reached / runs:.1f}"


def cascade_cpp(path, both, runs, *constant):
    """W2 and W2Constant: the plain loop of independent_cascade.cpp, compiled with g++ -O3."""
    nodes, pairs = arcs(path, both)
    text = f"{nodes} {len(pairs)}\n" + "".join(f"{a} {b}\n" for a, b in pairs)
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "cascade")
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "independent_cascade.cpp")
        subprocess.run(["g++", "-O3", "-march=native", "-std=c++17", "-o", program, source], check=True)
        seconds, spread = subprocess.run(
            [program, str(runs), *constant], input=text, capture_output=True, text=True, check=True).stdout.split()
    return float(seconds), f"{runs} runs; spread {spread}"


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
    peers[2:2] = [("W4 EoN fast_SIR", epidemic_eon, ()), ("W4 NDlib SIR", epidemic_ndlib, ())]
    for name, both, runs in (("nethept_graph_ic.txt.gz", False, 10_000), ("soc-Epinions1_undirected.txt.gz", True, 500),
                             ("soc-Slashdot0902.txt.gz", False, 500)):
        path = os.path.join(sys.argv[2], name) if len(sys.argv) > 2 else name
        if not os.path.isfile(path):
            print(f"skipped: W2 on {name}; give its folder: build/benchmarks/peers DIR")
            continue
        peers.append((f"W2 CyNetDiff, {name}", cascade_cynetdiff, (path, both, runs)))
        if shutil.which("g++"):
            peers += [(f"W2 plain C++, {name}", cascade_cpp, (path, both, 10_000)),
                      (f"W2Constant plain C++, {name}", cascade_cpp, (path, both, 1_000, "constant"))]
        else:
            print("skipped: W2 plain C++, as there is no g++")
    for name in ("facebook_combined.txt.gz", "wiki-Vote.txt.gz"):
        path = os.path.join(sys.argv[2], name) if len(sys.argv) > 2 else name
        if os.path.isfile(path):
            peers += [(f"W6 igraph {measure}, {name}", measure_igraph, (path, measure))
                      for measure in ("betweenness", "constraint", "pagerank", "coreness")]
        else:
            print(f"skipped: W6 on {name}; give its folder: build/benchmarks/peers DIR")
    only = tuple(sys.argv[3:])
    peers = [peer for peer in peers if not only or peer[0].startswith(only)]
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
