"""Takes the subject index and an export of the guidance; gives statements, and questions with their answers."""
import glob
import hashlib
import json
import os
from collections import defaultdict

# Documents that the subject index names provisions of, by their short names in a library.
SOURCES = {"regulations": "Regulations", "guide": "Guide"}
# Words of names in front of a passage (src/chunk/indexed-text.ts).
MOST_NAMES = 30


def enclosing(places):
    """The places themselves and all that hold them."""
    return frozenset("/".join(p.split("/")[:i]) for p in places for i in range(1, p.count("/") + 2))


def related(a, b):
    """Both have places, and one holds a place of the other or the same."""
    return not a["places"].isdisjoint(b["over"]) or not b["places"].isdisjoint(a["over"])


def is_held(question):
    """A third of the questions is never trained on; of each provision some, so that none is known only as a wrong answer."""
    return int(hashlib.sha256(question.encode()).hexdigest()[:8], 16) / 2**32 < 1 / 3


def read_statements(path):
    """Each with its key, document, text under its titles, passage as it is indexed, and places (`Guide:para/9.4`)."""
    statements = []
    for line in open(path):
        passage = json.loads(line)
        document, trail = passage["document"], passage["trail"]
        titles = ". ".join(trail[-2:])
        names = [document] + [t for i, t in enumerate(trail) if t != document and (i == 0 or t != trail[i - 1])]
        words = ". ".join(names).split()
        shown = words if len(words) <= MOST_NAMES else document.split() + words[-MOST_NAMES:]
        indexed = " ".join(shown) + ". " + passage["text"]
        for each in passage["statements"]:
            places = frozenset(f"{document}:{a}" for a in each["addresses"])
            text = f'{titles}. {each["text"]}' if titles else each["text"]
            statements.append({"key": each["key"], "document": document, "text": text, "passage": indexed, "places": places, "over": enclosing(places)})
    return statements


def read_questions(subjects, statements):
    """Questions of the files whose lines name keys of statements, and of those whose lines name a provision."""
    of_key, of_document = defaultdict(list), defaultdict(list)
    for i, statement in enumerate(statements):
        of_key[statement["key"]].append(i)
        of_document[statement["document"]].append(i)
    provisions = [(source, address, question) for source, address, question in rows(f"{subjects}/provisions.tsv", 3)]
    for source in SOURCES:
        provisions += [(source, address, phrase) for address, phrase in rows(f"{subjects}/{source}.tsv", 2)]
    at, questions = {}, []
    for source, address, question in provisions:
        place = f"{SOURCES[source]}:{address}"
        if place not in at:
            at[place] = [i for i in of_document[SOURCES[source]] if holds(statements[i]["places"], place)]
        questions.append((question, at[place]))
    for name in ("several", "everyday", "home", "stories", "inspection", "enforcement", "wider"):
        for keys, question in rows(f"{subjects}/{name}.tsv", 2):
            questions.append((question, [i for key in keys.split() for i in of_key[key]]))
    return [describe(question, answers, statements, "field") for question, answers in questions if answers and not is_held(question)]


def read_obliqa(folder, statements):
    """The questions of the half that weights are fitted on (bench/obliqa/halves.mjs); passages join the statements."""
    at, found = {}, []
    for path in sorted(glob.glob(os.path.join(folder, "docs", "*.json"))):
        for row in json.load(open(path)):
            if len(row["Passage"].split()) < 5:
                continue
            key = (str(row["DocumentID"]), row["PassageID"])
            at[key] = len(statements)
            places = frozenset([f"obliqa {key[0]}:{key[1]}"])
            statements.append({"key": None, "document": f"obliqa {key[0]}", "text": row["Passage"], "passage": row["Passage"], "places": places, "over": enclosing(places)})
    for row in json.load(open(os.path.join(folder, "ObliQA_dev.json"))):
        if hashlib.sha256(str(row["QuestionID"]).encode()).digest()[-1] % 2 == 1:
            continue
        answers = [at[key] for p in row["Passages"] if (key := (str(p["DocumentID"]), p["PassageID"])) in at]
        if answers:
            found.append(describe(row["Question"], answers, statements, "obliqa"))
    return found


def describe(question, answers, statements, of):
    places = frozenset().union(*(statements[i]["places"] for i in answers))
    return {"q": question, "answers": answers, "of": of, "places": places, "over": enclosing(places), "passages": {statements[i]["passage"] for i in answers}}


def holds(places, place):
    return any(each == place or each.startswith(place + "/") for each in places)


def rows(path, columns):
    for number, line in enumerate(open(path), 1):
        parts = line.rstrip("\n").split("\t")
        if len(parts) != columns:
            raise ValueError(f"{path}, line {number}: {len(parts)} columns instead of {columns}")
        yield tuple(parts)
