"""Reads files of one library's formats and writes what it has read: as JSON of nodes and links, and in the format again.

Called with the library's name and a folder. A file NAME.EXT there becomes NAME.EXT.json and back-NAME.EXT.
"""

import json
import os
import sys


def with_networkx(folder):
    import networkx as nx
    from networkx.readwrite import json_graph

    readers = {
        "graphml": (nx.read_graphml, nx.write_graphml),
        "gexf": (nx.read_gexf, nx.write_gexf),
        "gml": (nx.read_gml, nx.write_gml),
        "net": (nx.read_pajek, nx.write_pajek),
        "adjlist": (
            lambda f: nx.read_adjlist(f, create_using=nx.DiGraph),
            nx.write_adjlist,
        ),
        "csv": (
            lambda f: nx.read_edgelist(
                f, create_using=nx.DiGraph, delimiter=" ", data=(("weight", float),)
            ),
            lambda g, f: nx.write_weighted_edgelist(g, f),
        ),
        "json": (
            lambda f: json_graph.node_link_graph(links(json.load(open(f, encoding="utf-8")))),
            lambda g, f: json.dump(json_graph.node_link_data(g), open(f, "w", encoding="utf-8")),
        ),
        "g6": (nx.read_graph6, nx.write_graph6),
        "s6": (nx.read_sparse6, nx.write_sparse6),
    }

    def links(data):
        data["edges"] = data["links"]
        return data

    for name, extension in files(folder):
        if extension not in readers:
            continue
        read, write = readers[extension]
        path = os.path.join(folder, name)
        graph = read(path)
        for _, values in graph.nodes(data=True):
            values.pop("id", None)
        for values in edges(graph):
            values.pop("id", None)
        with open(path + ".json", "w", encoding="utf-8") as out:
            json.dump(json_graph.node_link_data(graph), out)
        write(graph, os.path.join(folder, "back-" + name))
        if extension == "g6":
            nx.write_sparse6(graph, os.path.join(folder, "back-" + name[:-2] + "s6"))


def edges(graph):
    return [values for _, _, values in graph.edges(data=True)]


def with_igraph(folder):
    import igraph

    formats = {"graphml": "graphml", "gml": "gml", "net": "pajek", "dl": "dl"}
    for name, extension in files(folder):
        if extension not in formats:
            continue
        path = os.path.join(folder, name)
        graph = igraph.Graph.Read(path, format=formats[extension])
        key = next((k for k in ("id", "label", "name") if k in graph.vs.attributes()), None)
        if extension == "gml":
            key = "label"
        names = [str(v[key]) if key else str(v.index) for v in graph.vs]
        nodes = []
        for v in graph.vs:
            values = {k: x for k, x in v.attributes().items() if k not in ("id", "name", key) and x == x and x is not None}
            nodes.append({"id": names[v.index], **values})
        links = []
        for e in graph.es:
            values = {k: x for k, x in e.attributes().items() if x == x and x is not None}
            links.append({"source": names[e.source], "target": names[e.target], **values})
        with open(path + ".json", "w", encoding="utf-8") as out:
            json.dump({"directed": graph.is_directed(), "nodes": nodes, "links": links}, out)
        if extension != "dl":
            graph.write(os.path.join(folder, "back-" + name), format=formats[extension])


def files(folder):
    for name in sorted(os.listdir(folder)):
        if not name.startswith("back-") and name.count(".") == 1:
            yield name, name.rsplit(".", 1)[1]


if sys.argv[1] == "networkx":
    with_networkx(sys.argv[2])
else:
    with_igraph(sys.argv[2])
