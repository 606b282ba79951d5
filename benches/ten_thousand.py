#!/usr/bin/env python3
"""Ten thousand letters: how long `dafu check FOLDER` takes, how much memory, and what other checkers take on the same folder.

    cargo build --release
    python3 benches/ten_thousand.py                    # 1,000 and 10,000 letters, dafu alone
    npm install --prefix /tmp/others autocorrect-node zhlint
    python3 benches/ten_thousand.py --others /tmp/others/node_modules/.bin

Needs Python 3.9 and Linux or macOS. The letters are made of the samples and of the sound letters of the tests: exported as
text, every third one made as long as a long one (9 KB), each with other numbers, so that no two say the same. All checkers
run on the same folder in one run, one after the other, each writing to a pipe that is read to its end.
"""

import argparse
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
LONG = 9 * 1024


def samples(dafu, folder):
    """The texts of all sample letters, as they are issued."""
    texts = []
    for draft in sorted([*(ROOT / "drafts").glob("*.toml"), *(ROOT / "tests/sound").glob("*.toml")]):
        copy = folder / draft.name
        shutil.copy(draft, copy)
        target = folder / (draft.stem + ".txt")
        command = [dafu, "export", copy, "-o", target, "--override", "量测"]
        if subprocess.run(command, capture_output=True).returncode == 0:
            texts.append(target.read_text(encoding="utf-8"))
    return texts


def paragraphs(text):
    """The paragraphs of a letter's answer, without their numbers."""
    lines = [line for line in text.split("\n") if line.startswith("　　") and len(line) > 60][1:-1]
    number = r"^　　(?:[（(]?[一二三四五六七八九十\d]+[）)、.]|[一二三四五六七八九十]是)"
    return [re.sub(number, "　　", line) for line in lines]


def letter(texts, index, source):
    """One letter, unlike all others: of another place, with another number, and sometimes long."""
    text = texts[index % len(texts)]
    if index % 3 == 0:
        lines, more = text.split("\n"), [line for other in texts for line in paragraphs(other) if line[2:] not in text]
        source.shuffle(more)
        at = next((at for at, line in enumerate(lines) if line.startswith("　　专此")), len(lines) - 8)
        while len("\n".join(lines).encode()) < LONG and more:
            lines.insert(at, more.pop())
        text = "\n".join(lines)
    place = source.choice("东南西北上下安宁平永") + source.choice("溪洲岭浦塘港泽陵")
    return re.sub(r"〕\d+号", f"〕{index + 1}号", text.replace("临江", place), count=1)


def run(command, folder):
    """Wall-clock seconds, processor seconds, peak memory in MB and lines of output of a command."""
    begin = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        lines = sum(block.count(b"\n") for block in iter(lambda: process.stdout.read(1 << 16), b""))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - begin
    peak = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return wall, usage.ru_utime + usage.ru_stime, peak, lines


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--dafu", default=ROOT / "target/release/dafu")
    arguments.add_argument("--counts", default="1000,10000", help="how many letters, by commas")
    arguments.add_argument("--others", help="the folder with the commands autocorrect and zhlint")
    arguments.add_argument("--rounds", type=int, default=1, help="how often each is run; the quickest counts")
    wanted = arguments.parse_args()
    dafu = pathlib.Path(wanted.dafu).resolve()
    print(f"load {' '.join(f'{load:.1f}' for load in os.getloadavg())}, {os.cpu_count()} processors")
    print(f"{'letters':>8} {'MB':>6}  {'command':<24} {'seconds':>8} {'cpu':>8} {'peak MB':>8} {'lines':>9}")
    for count in map(int, wanted.counts.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "made").mkdir()
            texts, source = samples(dafu, folder / "made"), random.Random(20260612)
            letters = folder / "letters"
            letters.mkdir()
            for index in range(count):
                (letters / f"{index:05}.txt").write_text(letter(texts, index, source), encoding="utf-8")
            size = sum(path.stat().st_size for path in letters.iterdir()) / 1e6
            commands = {
                "dafu check": [dafu, "check", "letters"],
                "dafu check, json": [dafu, "check", "letters", "--format", "json"],
                "dafu check, sarif": [dafu, "check", "letters", "--format", "sarif"],
            }
            if wanted.others:
                others = pathlib.Path(wanted.others).resolve()
                commands["autocorrect --lint"] = [others / "autocorrect", "--lint", "letters"]
                commands["zhlint"] = [others / "zhlint", "letters/*.txt"]
            for name, command in commands.items():
                wall, cpu, peak, lines = min(run([str(part) for part in command], folder) for _ in range(wanted.rounds))
                print(f"{count:>8} {size:>6.1f}  {name:<24} {wall:>8.2f} {cpu:>8.2f} {peak:>8.1f} {lines:>9}", flush=True)


if __name__ == "__main__":
    main()
