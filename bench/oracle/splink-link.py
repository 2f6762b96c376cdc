"""Links or de-duplicates CSV files with Splink 4 on DuckDB and measures the answer against the truth.

A development aid, and the baseline of bench/linkage.ts: what a careful user of the best-known open linkage library
reaches on the same file. Needs Python with splink 4 (`pip install "splink==4.*" pyarrow`). Prints one JSON object on
standard output; everything else goes to standard error.

  python splink-link.py --settings settings/febrl1.py --input febrl1.csv [--truth truth.csv]
  python splink-link.py --settings settings/register.py --input register.csv --input list.csv --truth truth.csv

The truth is a CSV with `id,cluster`, or `left,right` where two files are linked. Of a file with a column `cluster`
no truth need be given. A settings file is Python with:

  prepare    SQL over the table `raw` (all columns text, '' read as null), gives `unique_id` and what is compared
  settings   function of nothing, gives splink's SettingsCreator
  training   dict: u_pairs, deterministic (rules), recall (of those rules), em (rules)
  veto       optional, SQL over `l` and `r`: pairs that are two for a reason that weights do not know
  one_left   optional: of two linked files, each record on the right belongs to its best on the left only
"""

import argparse
import importlib.util
import json
import logging
import resource
import sys
import time
import warnings
from collections import Counter
from math import log2
from pathlib import Path

import duckdb
from splink import DuckDBAPI, Linker

SEED = 1
sys.dont_write_bytecode = True


def load_settings(path):
    spec = importlib.util.spec_from_file_location("oracle_settings", path)
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(Path(path).parent))
    spec.loader.exec_module(module)
    return module


def open_inputs(connection, inputs, module):
    """One table per file, as the settings want it; all text, empty cells null."""
    names = []
    for at, path in enumerate(inputs):
        connection.execute(
            f"create or replace view raw as select * from read_csv('{path}', all_varchar=true, header=true, nullstr='')"
        )
        name = f"input_{at}"
        prepare = module.prepare if isinstance(module.prepare, str) else module.prepare[at]
        connection.execute(f"create table {name} as {prepare}")
        names.append(name)
    return names


def train(linker, training):
    linker.training.estimate_probability_two_random_records_match(
        training["deterministic"], recall=training["recall"]
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=training["u_pairs"], seed=SEED)
    for rule in training["em"]:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)


def judge(connection, table, inputs, module):
    """What no weight says: pairs that a rule rules out, and the one best partner. They sink below every threshold."""
    veto, one_left = getattr(module, "veto", None), getattr(module, "one_left", False)
    if not veto and not one_left:
        return table
    source = f"select p.*, {'coalesce(' + veto + ', false)' if veto else 'false'} as vetoed from {table} p"
    source += f" join {inputs[0]} l on l.unique_id = p.unique_id_l join {inputs[-1]} r on r.unique_id = p.unique_id_r"
    best = (
        "row_number() over (partition by unique_id_r order by vetoed, match_weight desc, unique_id_l) > 1"
        if one_left
        else "false"
    )
    connection.execute(
        "create table after_rules as select * replace ("
        "  if(out, -100, match_weight) as match_weight, if(out, 0, match_probability) as match_probability) from ("
        f"  select *, vetoed or {best} as out from ({source}))"
    )
    return "after_rules"


def cluster(linker, table, threshold):
    predictions = linker.table_management.register_table(table, "judged_predictions", overwrite=True)
    linker.clustering.cluster_pairwise_predictions_at_threshold(
        predictions, threshold_match_probability=threshold
    )


def load_truth(connection, args, linking):
    """A table `truth(l, r)` of all true pairs, l < r within one file. Gives a map id → cluster, or None when linking."""
    source = f"read_csv('{args.truth}', all_varchar=true, header=true)" if args.truth else None
    if linking:
        connection.execute(f"""create table truth as select "left" as l, "right" as r from {source}""")
        return None
    if not source:
        source = f"(select unique_id as id, cluster from read_csv('{args.input[0]}', all_varchar=true, header=true))"
    connection.execute(f"create table entity as select id, cluster from {source}")
    connection.execute(
        "create table truth as select a.id as l, b.id as r from entity a join entity b"
        " on a.cluster = b.cluster and a.id < b.id"
    )
    return dict(connection.execute("select id, cluster from entity").fetchall())


def measure(tp, found, true):
    precision = tp / found if found else 1.0
    recall = tp / true if true else 1.0
    f1 = 2 * precision * recall / (precision + recall) if tp else 0.0
    return {"precision": round(precision, 5), "recall": round(recall, 5), "f1": round(f1, 5)}


class Clusters:
    """Connected components, growing edge by edge; counts the pairs implied and how many of them are true."""

    def __init__(self, entity, side, truth):
        # Linking two files: truth as a dict of left → set of rights; otherwise id → entity.
        self.entity, self.side, self.truth = entity, side, truth
        self.parent, self.members = {}, {}
        self.found = self.tp = 0

    def find(self, one):
        root = one
        while self.parent.setdefault(root, root) != root:
            root = self.parent[root]
        while self.parent[one] != root:
            self.parent[one], one = root, self.parent[one]
        return root

    def content(self, root):
        held = self.members.get(root)
        if held is None:
            held = (
                Counter([self.entity[root]])
                if self.side is None
                else ([root], [])
                if self.side(root)
                else ([], [root])
            )
            self.members[root] = held
        return held

    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return
        x, y = self.content(a), self.content(b)
        if self.side is None:
            if sum(x.values()) < sum(y.values()):
                a, b, x, y = b, a, y, x
            self.found += sum(x.values()) * sum(y.values())
            self.tp += sum(n * x[e] for e, n in y.items())
            x.update(y)
        else:
            for lefts, rights in ((x[0], y[1]), (y[0], x[1])):
                self.found += len(lefts) * len(rights)
                self.tp += sum(1 for l in lefts for r in rights if r in self.truth.get(l, ()))
            if len(x[0]) + len(x[1]) < len(y[0]) + len(y[1]):
                a, b, x, y = b, a, y, x
            x[0].extend(y[0])
            x[1].extend(y[1])
        self.parent[b] = a
        del self.members[b]


def evaluate(connection, table, weighed, args, linking, result):
    entity = load_truth(connection, args, linking)
    count = lambda sql: connection.execute(sql).fetchone()[0]
    # Splink may give the two ids in either order within one file; between files the first file is on the left.
    if args.dump:
        connection.execute(
            f"copy (select unique_id_l, unique_id_r, match_weight from {table} where match_probability >= 0.5) to '{args.dump}'"
        )
    order = (
        "unique_id_l as l, unique_id_r as r"
        if linking
        else ("least(unique_id_l, unique_id_r) as l, greatest(unique_id_l, unique_id_r) as r")
    )
    connection.execute(
        f"create table judged as select p.l, p.r, p.match_weight as w, p.match_probability as p, t.l is not null as same"
        f" from (select {order}, match_weight, match_probability from {table}) p"
        f" left join truth t on t.l = p.l and t.r = p.r"
    )
    true = count("select count(*) from truth")
    result["true_pairs"] = true
    result["blocking_recall"] = round(count("select count(*) from judged where same") / max(1, true), 5)
    at = lambda p: connection.execute(
        f"select count(*) filter (where same), count(*) from judged where p >= {p}"
    ).fetchone()
    tp, found = at(args.threshold)
    result["pairwise"] = measure(tp, found, true)
    # By weights alone, before the rules of the settings.
    tp, found = connection.execute(
        f"select count(t.l), count(*) from (select {order}, match_probability from {weighed}) p"
        f" left join truth t on t.l = p.l and t.r = p.r where p.match_probability >= {args.threshold}"
    ).fetchone()
    result["by_weights_alone"] = measure(tp, found, true)

    edges = connection.execute(
        "select l, r, w, p, same from judged where p >= 0.001 order by w desc"
    ).fetchall()
    if linking:
        rights = {}
        for l, r in connection.execute("select l, r from truth").fetchall():
            rights.setdefault(l, set()).add(r)
        known = {x for (x,) in connection.execute("select unique_id from input_0").fetchall()}
        clusters = Clusters(None, lambda one: one in known, rights)
    else:
        clusters = Clusters(entity, None, None)
    marks = [w for w in range(-8, 41)]
    curve, cluster, tp = [], None, 0
    threshold_weight = log2(args.threshold / (1 - args.threshold))
    due = sorted({*marks, threshold_weight}, reverse=True)

    def report(weight, seen, tp):
        nonlocal cluster
        point = {
            "weight": round(weight, 3),
            "probability": round(1 / (1 + 2**-weight), 6),
            "pairwise": measure(tp, seen, true),
            "cluster": measure(clusters.tp, clusters.found, true),
        }
        if weight == threshold_weight:
            cluster = point["cluster"]
        curve.append(point)

    seen = 0
    for l, r, w, p, same in edges:
        while due and w < due[0]:
            report(due.pop(0), seen, tp)
        seen += 1
        tp += same
        clusters.join(l, r)
    while due:
        report(due.pop(0), seen, tp)
    result["cluster"] = cluster
    best = lambda kind: max(curve, key=lambda point: point[kind]["f1"])
    result["best"] = {
        kind: {"weight": best(kind)["weight"], **best(kind)[kind]} for kind in ("pairwise", "cluster")
    }
    if args.curve:
        result["curve"] = curve
    if args.by_rule:
        result["by_rule"] = connection.execute(
            f"select p.match_key, count(*), count(t.l) from (select {order}, match_key from {table}) p"
            " left join truth t on t.l = p.l and t.r = p.r group by 1 order by cast(match_key as int)"
        ).fetchall()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--settings", required=True)
    parser.add_argument("--input", action="append", required=True)
    parser.add_argument("--truth")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--threshold", type=float, default=0.95)
    parser.add_argument(
        "--keep",
        type=float,
        help="keep only pairs of at least this probability; default: all, for the measures",
    )
    parser.add_argument("--no-truth", action="store_true", help="measure the time only")
    parser.add_argument("--curve", action="store_true", help="print measures at every weight")
    parser.add_argument(
        "--by-rule", action="store_true", help="print pairs and true pairs of each blocking rule"
    )
    parser.add_argument("--dump", help="write the pairs of at least probability 0.5 here as CSV")
    parser.add_argument("--model", help="write the trained model here as JSON")
    parser.add_argument(
        "--errors", type=int, default=0, help="print so many wrong decisions to standard error"
    )
    args = parser.parse_args()
    logging.getLogger("splink").setLevel(logging.ERROR)
    warnings.simplefilter("ignore")

    started = time.perf_counter()
    seconds = {}
    connection = duckdb.connect()
    connection.execute(f"set threads={args.threads}")
    module = load_settings(args.settings)

    def timed(name, work):
        begun = time.perf_counter()
        value = work()
        seconds[name] = round(time.perf_counter() - begun, 3)
        return value

    tables = timed("load", lambda: open_inputs(connection, args.input, module))
    linking = len(tables) > 1
    settings = module.settings()
    settings.link_type = "link_only" if linking else "dedupe_only"
    linker = Linker(tables if linking else tables[0], settings, DuckDBAPI(connection=connection))
    timed("training", lambda: train(linker, module.training))
    predictions = timed(
        "blocking_and_predict", lambda: linker.inference.predict(threshold_match_probability=args.keep)
    )
    table = timed("rules", lambda: judge(connection, predictions.physical_name, tables, module))
    timed("cluster", lambda: cluster(linker, table, args.threshold))
    seconds["total"] = round(time.perf_counter() - started, 3)
    count = lambda sql: connection.execute(sql).fetchone()[0]
    result = {
        "set": Path(args.settings).stem,
        "rows": [count(f"select count(*) from {name}") for name in tables],
        "threads": args.threads,
        "pairs_compared": count(f"select count(*) from {table}") if args.keep is None else None,
        "seconds": seconds,
        "cpu_seconds": round(time.process_time(), 3),
        "peak_rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }
    if args.model:
        linker.misc.save_model_to_json(args.model, overwrite=True)
    if not args.no_truth:
        evaluate(connection, table, predictions.physical_name, args, linking, result)
        if args.errors:
            for kind, sql in (
                ("missed", "same and p < 0.95 order by random()"),
                ("false", "not same and p >= 0.95 order by random()"),
            ):
                for l, r, w in connection.execute(
                    f"select l, r, w from judged where {sql} limit {args.errors}"
                ).fetchall():
                    print(f"-- {kind} {w:.1f}", file=sys.stderr)
                    for one in (l, r):
                        for name in tables:
                            row = connection.execute(
                                f"select * from {name} where unique_id = ?", [one]
                            ).fetchone()
                            if row:
                                print("   ", row, file=sys.stderr)
    print(json.dumps(result))


main()
