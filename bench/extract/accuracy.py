"""Accuracy by construct, how far confidence can be trusted, indirect statements, and the commonest kinds of error.

  accuracy.py --eval DIR --split dev --pred dev.pred.jsonl

DIR holds evaluate.py and its gold/. Everything is matched as the evaluator does it. Prints numbers only, no texts.
"""
import argparse
import collections
import json
import os
import sys

KINDS = 20
INDIRECT_IOU = 0.5


def percent(part, whole):
    return f"{100 * part / whole:6.1f}" if whole else "     -"


def predictions(path):
    with open(path, encoding="utf-8") as lines:
        return {line["article"]: line for line in map(json.loads, lines)}


class Tables:
    def __init__(self, evaluator):
        self.e = evaluator
        self.constructs = collections.defaultdict(collections.Counter)
        self.confidence = collections.defaultdict(collections.Counter)
        self.errors = collections.Counter()
        self.indirect = collections.Counter()

    def article(self, gold, predicted):
        doc = self.e.Doc(gold["text"], gold["toks"], None)
        statements = predicted["statements"]
        pieces = self.e.pred_pieces(statements, gold["text"])
        words = [doc.wordset([piece["span"]]) for piece in pieces]
        gold_words = [doc.wordset([piece["span"]]) for piece in gold["pieces"]]
        matched = self.e.match_pieces(gold_words, words)
        taken = {at: index for index, at in matched.items()}
        beside = doc.wordset([span[:2] for span in gold["ign"]]) | doc.wordset(gold["discard"])
        for at, piece in enumerate(pieces):
            statement = statements[piece["stmt"]]
            if at in taken:
                self.found(doc, gold["pieces"][taken[at]], piece, statement)
            elif len(words[at] & beside) < len(words[at]) / 2:
                self.construct(statement)["false"] += 1
                self.sure(statement, False)
                near = any(words[at] & other for other in gold_words)
                self.errors["other words than those said" if near else "no speech", statement["construct"], ""] += 1
        for index, piece in enumerate(gold["pieces"]):
            if index not in matched:
                self.errors["missed", piece["type"].lower(), piece["src"]["type"].lower()] += 1
        self.reported(doc, gold, predicted.get("indirect", []))

    def construct(self, statement):
        return self.constructs[statement["construct"]]

    def sure(self, statement, right):
        bucket = self.confidence[statement["confidence"] // 10 * 10]
        bucket["all"] += 1
        bucket["right"] += right
        bucket["said"] += statement["confidence"]

    def found(self, doc, gold, piece, statement):
        source = gold["src"]
        counts = self.construct(statement)
        counts["found"] += 1
        if source["type"] == "NONE":
            mention = name = piece["ss"] is None and not piece["speaker"]
        else:
            mention = self.e.mention_match(doc, source, piece["ss"], len(doc.wordset(gold["source"])))
            name = self.e.name_match(doc, source, piece)
            name = mention if name is None else name
        counts["mention"] += mention
        counts["name"] += name
        self.sure(statement, bool(mention))
        kind = source["type"].lower()
        if not mention:
            what = "another's words" if piece["ss"] else "nobody's words"
            self.errors[what, statement["construct"], f"said by {kind}, {where(doc.text, gold)}"] += 1
        elif not name:
            self.errors["right mention, wrong name", statement["construct"], f"said by {kind}"] += 1

    def reported(self, doc, gold, predicted):
        quoted = doc.wordset([piece["span"] for piece in gold["pieces"]])
        quoted |= doc.wordset([span[:2] for span in gold["neg"] + gold["ign"]])
        contents = [doc.wordset([span]) for span in gold["content"]]
        spans = [words for words in contents if words and not words & quoted]
        # What is partly quoted is a statement of another kind; whatever is said of the rest of it is not counted.
        mixed = set().union(*[words for words in contents if words & quoted])
        # The gold lists what stands before and behind a tag in mid-sentence as two spans.
        ours = [doc.wordset([span]) for statement in predicted for span in statement["quote_spans"]]
        ours = [words for words in ours if words and 2 * len(words & mixed) < len(words)]
        pairs = [(self.e.iou(a, b), i, j) for i, a in enumerate(spans) for j, b in enumerate(ours) if a & b]
        gold_used, ours_used = set(), set()
        for overlap, i, j in sorted(pairs, reverse=True):
            if overlap >= INDIRECT_IOU and i not in gold_used and j not in ours_used:
                gold_used.add(i)
                ours_used.add(j)
        self.indirect.update(gold=len(spans), ours=len(ours), right=len(ours_used))

    def show(self):
        print(f"{'by construct':44}{'found':>7}{'false':>7}{'mention':>9}{'name':>8}")
        for construct, counts in sorted(self.constructs.items(), key=lambda item: -item[1]["found"]):
            found = counts["found"]
            print(f"{construct:44}{found:7}{counts['false']:7}   {percent(counts['mention'], found)}"
                  f"  {percent(counts['name'], found)}")
        print("\nof those said to be so sure, so many are right (words and mention)")
        for decile, counts in sorted(self.confidence.items(), reverse=True):
            print(f"{counts['said'] / counts['all']:6.1f} {percent(counts['right'], counts['all'])}"
                  f"   of {counts['all']}")
        gold, ours, right = (self.indirect[key] for key in ("gold", "ours", "right"))
        print(f"\nindirect statements, overlap {INDIRECT_IOU}: P{percent(right, ours)}  R{percent(right, gold)}"
              f"  F1{percent(2 * right, gold + ours)}   of {gold}")
        print(f"\nthe {KINDS} commonest kinds of error, of {sum(self.errors.values())}")
        for (what, construct, detail), count in self.errors.most_common(KINDS):
            print(f"{count:6}  {what}: {', '.join(part for part in (construct, detail) if part)}")


def where(text, piece):
    """Where the source stands, seen from the quotation."""
    if not piece["source"]:
        return "nowhere"
    (start, end), source = piece["span"], piece["source"][0]
    between = text[end:source[0]] if source[0] >= end else text[source[1]:start]
    side = "behind" if source[0] >= end else "before"
    if "\n" in between.strip():
        return f"{side}, another paragraph"
    return f"{side}, {'near' if len(between) < 80 else 'far'}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--eval", required=True)
    arguments.add_argument("--split", required=True)
    arguments.add_argument("--pred", required=True)
    given = arguments.parse_args()
    # The evaluator's folder may be read only.
    sys.dont_write_bytecode = True
    sys.path.insert(0, given.eval)
    import evaluate
    tables = Tables(evaluate)
    predicted = predictions(given.pred)
    for gold in evaluate.load_gold(os.path.join(given.eval, "gold", f"{given.split}.jsonl.gz")):
        tables.article(gold, predicted.get(gold["article"], {"statements": []}))
    tables.show()


if __name__ == "__main__":
    main()
