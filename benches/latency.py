#!/usr/bin/env python3
"""Compare how fast dafu and text editors start and react to a key, as the person at the terminal sees it.

    cargo build --release && python3 benches/latency.py [--dafu PATH] [--rounds N] [--keys N] [--peer micro vim nano hx]

Every program runs in a pseudo-terminal of its own: 120x40, xterm-256color, UTF-8, an empty home, a private copy of one
letter, its terminal queries answered as a terminal does. The programs take turns, round by round (A B C A B C ...), so
that a busy moment of the machine hits all of them. Without --peer, whatever is on the PATH is compared. Measured are

  start      from the start of the process until 99 % of the cells are what they are once the screen is at rest
  key        from writing one Chinese character to the last byte of the repaint; the next one is only sent when the
             screen has been at rest for 25 ms. Typed is in the middle of a long paragraph in the middle of the letter,
             with long lines wrapped
  bytes/key  what the program sent for such a key
  check      `dafu check` of the letter, from the start of the process to its end

The letter is the sample drafts/2026042.toml, its plain paragraphs repeated until the body has 9 KB. dafu gets it as the
draft it is, the editors get the same body as text.

A program that misbehaves gets a message instead of numbers. It must show the letter; typed are characters that the
letter does not have, and each must come back in its own repaint; in the end the program must save, and the file must be
the old one with the typed characters in the right place.

Python 3.11, standard library only, Linux.
"""

import argparse
import codecs
import fcntl
import gc
import os
import re
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
import tomllib
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COLUMNS, ROWS = 120, 40
BODY_SIZE = 9000
AT_REST = 0.025  # seconds without output after which a repaint is over
STARTED = 0.4  # the same for the start, where programs think in between
PATIENCE = 10  # seconds after which a program has failed
CHECKS = 10  # runs of `dafu check` in each round

# The command, the keys that make the program ready for typing, and the keys that save, with a pause between them.
PROGRAMS = {
    "dafu": ("{program} {file}", "", ["\x13"]),
    "micro": ("{program} -config-dir {folder}/micro -softwrap true {file}", "", ["\x13"]),
    "vim": ("{program} --clean {file}", "i", ["\x1b", ":w\r"]),
    "nano": ("{program} --ignorercfiles --softwrap {file}", "", ["\x13"]),
    "hx": ("{program} --config {folder}/hx.toml {file}", "i", ["\x1b", ":w\r"]),
}


class Misbehaved(Exception):
    """The program did not do what it was asked to; its numbers would mean nothing."""


class Screen:
    """A terminal's screen: takes a program's output, keeps the text and the cursor, answers queries.

    It knows what the programs above send until the cursor is where is typed, not every control sequence there is."""

    TOKEN = re.compile(
        r"\x1b\[(?P<private>[<=>?]?)(?P<numbers>[0-9:;]*)(?P<control>[ -/]*[@-~])"
        r"|\x1b(?P<string>[]PX^_][^\x07\x1b]*)(?P<end>\x07|\x1b\\)"
        r"|\x1b(?P<escape>[ -/]*[^] -/\[PX^_])"
        r"|(?P<plain>[^\x1b])"
    )

    def __init__(self):
        self.decoder, self.rest = codecs.getincrementaldecoder("utf-8")("replace"), ""
        self.grid, self.x, self.y, self.last = self.blank(ROWS), 0, 0, " "
        self.top, self.bottom = 0, ROWS - 1
        self.arrow = b"\x1b["  # how the arrow keys begin

    @staticmethod
    def blank(rows):
        return [[" "] * COLUMNS for _ in range(rows)]

    def cells(self):
        return sum(self.grid, [])

    def feed(self, data):
        """Takes output; gives the answers to the queries in it."""
        text, at, answers = self.rest + self.decoder.decode(data), 0, ""
        while token := self.TOKEN.match(text, at):
            at = token.end()
            if token["plain"]:
                self.plain(token["plain"])
            elif token["control"]:
                answers += self.answer(token["private"], token["numbers"], token["control"])
                self.control(token["private"], token["numbers"], token["control"])
            elif token["string"]:
                answers += self.answer_string(token["string"], token["end"])
            elif token["escape"] == "M" and self.y == self.top:
                self.scroll(self.top, -1)
        self.rest = text[at:]
        return answers.encode()

    def plain(self, character):
        if character == "\r":
            self.x = 0
        elif character == "\n":
            self.line_feed()
        elif character == "\b":
            self.x = max(0, self.x - 1)
        elif character >= " " and unicodedata.category(character) not in ("Cc", "Mn", "Me", "Cf"):
            width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
            if self.x + width > COLUMNS:  # x may stand behind the last column: wrapping waits for the next character
                self.x = 0
                self.line_feed()
            self.grid[self.y][self.x : self.x + width] = [character, ""][:width]
            self.x, self.last = self.x + width, character

    def line_feed(self):
        if self.y == self.bottom:
            self.scroll(self.top, 1)
        else:
            self.y = min(ROWS - 1, self.y + 1)

    def scroll(self, top, count):
        """Moves the lines from `top` to the lower margin up, or down by a negative count."""
        part = self.grid[top : self.bottom + 1]
        count = max(-len(part), min(len(part), count))
        part = part[count:] + self.blank(count) if count > 0 else self.blank(-count) + part[:count]
        self.grid[top : self.bottom + 1] = part

    def answer(self, private, numbers, final):
        match private + numbers.strip("0") + final:
            case "c":
                return "\x1b[?64;1;2;6;9;15;21;22;28c"
            case ">c":
                return "\x1b[>41;379;0c"
            case "5n":
                return "\x1b[0n"
            case "6n" | "?6n":
                return f"\x1b[{private}{self.y + 1};{min(self.x, COLUMNS - 1) + 1}R"
        return f"\x1b[{private}{numbers};2$y" if final == "$p" else ""

    @staticmethod
    def answer_string(what, end):
        if colour := re.match(r"\](1[0-2]);\?", what):
            return f"\x1b]{colour[1]};rgb:{'1e1e/1e1e/1e1e' if colour[1] == '11' else 'dcdc/dcdc/dcdc'}{end}"
        if what == "P$q q":  # the shape of the cursor; vim takes "unknown" for keys
            return "\x1bP1$r2 q\x1b\\"
        return f"\x1bP0{what[1]}r\x1b\\" if re.match(r"P[$+]q", what) else ""

    def control(self, private, numbers, final):
        values = [int(value.split(":")[0] or 0) for value in numbers.split(";")]
        first, second = values[0], values[1] if len(values) > 1 else 0
        count = first or 1
        if private:
            if private == "?" and final in "hl" and 1 in values:
                self.arrow = b"\x1bO" if final == "h" else b"\x1b["
            if private == "?" and final in "hl" and 1049 in values:
                self.grid = self.blank(ROWS)
            return
        moves = {
            "A": (self.x, self.y - count),
            "B": (self.x, self.y + count),
            "C": (self.x + count, self.y),
            "D": (self.x - count, self.y),
            "G": (count - 1, self.y),
            "d": (self.x, count - 1),
            "H": ((second or 1) - 1, count - 1),
        }
        if final not in "mb":
            x, y = moves.get(final, (self.x, self.y))
            self.x, self.y = max(0, min(COLUMNS - 1, x)), max(0, min(ROWS - 1, y))
        row = self.grid[self.y]
        match final:
            case "J" if first > 1:
                self.grid = self.blank(ROWS)
            case "J" | "K" | "X":
                start = self.x if final == "X" or not first else 0
                end = min(COLUMNS, self.x + count) if final == "X" or first == 1 else COLUMNS
                row[start:end] = [" "] * (end - start)
                if final == "J" and not first:
                    self.grid[self.y + 1 :] = self.blank(ROWS - self.y - 1)
            case "L" | "M":
                self.scroll(self.y, count if final == "M" else -count)
            case "S" | "T":
                self.scroll(self.top, count if final == "S" else -count)
            case "r":
                self.top, self.bottom, self.x, self.y = count - 1, (second or ROWS) - 1, 0, 0
            case "b":
                for _ in range(count):
                    self.plain(self.last)


class Program:
    """A program that runs in a pseudo-terminal."""

    # Where one of these is in the output, it is worked through at once; otherwise when there is time.
    QUERY = re.compile(rb"\x1b\[[>?]?[0-9]*(?:[cn]|\$p)|\x1b\]1[0-2];\?|\x1bP")

    def __init__(self, command, environment):
        self.screen, self.unread = Screen(), []
        self.terminal, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.set_blocking(self.terminal, False)
        self.poll = select.poll()
        self.poll.register(self.terminal, select.POLLIN)
        # The leader of a session that opens a terminal has it as its controlling terminal.
        files = [(os.POSIX_SPAWN_OPEN, 0, os.ttyname(slave), os.O_RDWR, 0)]
        files += [(os.POSIX_SPAWN_DUP2, 0, number) for number in (1, 2)]
        self.began = time.perf_counter()
        self.process = os.posix_spawn(command[0], command, environment, file_actions=files, setsid=True)
        os.close(slave)

    def output(self, seconds):
        """The next piece of output and its time; nothing after so many seconds."""
        if not self.poll.poll(max(0.0, seconds) * 1000):
            return b"", 0.0
        piece, now = os.read(self.terminal, 1 << 16), time.perf_counter()
        self.unread.append(piece)
        if self.QUERY.search(piece):
            self.look()
        return piece, now

    def look(self):
        """The screen with everything on it that was sent so far."""
        while self.unread:
            if answer := self.screen.feed(self.unread.pop(0)):
                os.write(self.terminal, answer)
        return self.screen

    def send(self, keys, rest=AT_REST, wanted=b""):
        """Sends keys, waits until the screen is at rest again; the timed pieces of output that came.

        `wanted` must be among the output; without it, there may be no output at all."""
        pieces, seen, last = [], b"", time.perf_counter()
        began = last
        if keys:
            os.write(self.terminal, keys)
        while (now := time.perf_counter()) < began + PATIENCE:
            ready = wanted in seen
            piece, moment = self.output((last + rest if ready else began + PATIENCE) - now)
            if piece:
                pieces.append((moment, piece))
                last, seen = moment, seen + piece
            elif ready:
                return began, pieces
        raise Misbehaved("its output does not end" if wanted in seen else f"its output lacks {wanted.decode()!r}")

    def end(self):
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process, number)
            except ProcessLookupError:
                pass
            limit = time.perf_counter() + 1
            while time.perf_counter() < limit:
                if os.waitpid(self.process, os.WNOHANG)[0]:
                    os.close(self.terminal)
                    return
                try:
                    self.output(0.005)
                except OSError:
                    time.sleep(0.005)


class Letter:
    """The letter, the place in it where is typed, and what is typed."""

    def __init__(self, keys):
        draft = (ROOT / "drafts/2026042.toml").read_text(encoding="utf-8")
        body = tomllib.loads(draft)["letter"]["body"]
        lines = body.splitlines()
        # Headings, numbered and short paragraphs stay single; repeating them would make the letter a wrong one.
        plain = [line for line in lines[1:-1] if len(line) > 40 and line[0] not in "（一二三四五六七八九十"]
        grown, times = body, 0
        while len(grown.encode()) < BODY_SIZE:
            times += 1
            grown = "".join(f"{line * 3}\n" * times if line in plain else f"{line}\n" for line in lines)
        self.text, self.draft = grown, draft.replace(body, grown)
        self.opening, self.paragraph = lines[0], plain[len(plain) // 2] * 3
        common = bytes(byte for low in range(0xA1, 0xFF) for high in range(0xB0, 0xD7) for byte in (high, low))
        self.typed = [character for character in common.decode("gb2312") if character not in self.draft][:keys]

    def typed_into(self, text):
        at = text.index(self.paragraph) + len(self.paragraph) // 2
        return text[:at] + "".join(self.typed) + text[at:]


class Bench:
    """One program, and what was measured of it."""

    def __init__(self, name, path, letter):
        self.name, self.path, self.letter = name, path, letter
        self.starts, self.keys, self.sizes, self.checks = [], [], [], []
        self.trouble = self.verdict = None

    def round(self):
        """Starts the program, types into it and checks what it saved, all in a folder of its own."""
        command, ready, save = PROGRAMS[self.name]
        with tempfile.TemporaryDirectory() as folder:
            for name in ("home", "micro", "drafts"):
                os.mkdir(f"{folder}/{name}")
            Path(folder, "hx.toml").write_text("[editor.soft-wrap]\nenable = true\n")
            file = Path(folder, "drafts/2026042.toml" if self.name == "dafu" else "drafts/2026042.txt")
            text = self.letter.draft if self.name == "dafu" else self.letter.text
            file.write_text(text, encoding="utf-8")
            environment = {"HOME": f"{folder}/home", "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
            environment["PATH"] = os.environ.get("PATH", os.defpath)
            if self.name == "dafu":
                self.check(file, f"{folder}/found", environment)
            words = [word.format(program=self.path, folder=folder, file=file) for word in command.split()]
            program = Program(words, environment)
            try:
                self.start(program)
                program.send(ready.encode(), 0.1)
                self.go(program)
                self.type(program)
                for part in save:
                    program.send(part.encode(), 0.3)
                if file.read_text(encoding="utf-8") != self.letter.typed_into(text):
                    raise Misbehaved("the saved file is not the letter with what was typed")
            finally:
                program.end()

    def start(self, program):
        pieces = program.send(b"", STARTED, wanted=b"\x1b")[1]
        settled, again = program.look().cells(), Screen()
        if self.letter.opening[:12] not in "".join(settled):
            raise Misbehaved("the beginning of the letter is not on the screen")
        for moment, piece in pieces:
            again.feed(piece)
            if sum(a == b for a, b in zip(settled, again.cells())) >= 0.99 * len(settled):
                break
        self.starts.append((moment - program.began) * 1000)

    def go(self, program):
        """Moves the cursor to the place where is typed."""
        for _ in range(200):
            screen = program.look()
            if self.letter.paragraph[:8] in "".join(screen.grid[screen.y]):
                program.send((screen.arrow + b"C") * (len(self.letter.paragraph) // 2), 0.2)
                return
            program.send(screen.arrow + b"B", 0.01)
        raise Misbehaved("the cursor does not reach the paragraph")

    def type(self, program):
        late = 0
        gc.disable()
        for character in self.letter.typed:
            stray = program.output(0)[0]
            late += bool(stray)
            began, pieces = program.send(character.encode(), wanted=character.encode())
            program.look()
            self.keys.append((pieces[-1][0] - began) * 1000)
            self.sizes.append(len(stray) + sum(len(piece) for _, piece in pieces))
        gc.enable()
        if late > 0.02 * len(self.letter.typed):
            raise Misbehaved(f"{late} repaints went on after {AT_REST * 1000:g} ms without output")

    def check(self, file, found, environment):
        """Runs `dafu check` several times."""
        files = [(os.POSIX_SPAWN_OPEN, 1, found, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
        files += [(os.POSIX_SPAWN_DUP2, 1, 2)]
        for _ in range(CHECKS):
            began = time.perf_counter()
            process = os.posix_spawn(self.path, [self.path, "check", file], environment, file_actions=files)
            status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
            self.checks.append((time.perf_counter() - began) * 1000)
            lines = Path(found).read_text(encoding="utf-8").splitlines()
            if status not in (0, 1) or not lines:
                raise Misbehaved(f"`dafu check` ended with {status} and said {lines}")
            self.verdict = lines[-1]

    def line(self):
        if self.trouble:
            return f"| {self.name:7} | misbehaved: {self.trouble} |"
        slow = statistics.quantiles(self.keys, n=100, method="inclusive")[98]
        times = (statistics.median(self.starts), statistics.median(self.keys), slow)
        cells = [f"{self.name:7}", *(f"{number:8.2f}" for number in times), f"{statistics.fmean(self.sizes):9.0f}"]
        return f"| {' | '.join(cells)} |"


def version(path):
    said = subprocess.run([path, "--version"], capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    return (said.stdout.splitlines() or [path])[0].strip()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    editors = {name: shutil.which(name) for name in PROGRAMS if name != "dafu"}
    editors["hx"] = editors["hx"] or shutil.which("helix")
    parser.add_argument("--dafu", default=ROOT / "target/release/dafu", help="the program (target/release/dafu)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each program is started (%(default)s)")
    parser.add_argument("--keys", type=int, default=100, help="characters typed in each round (%(default)s)")
    parser.add_argument("--peer", nargs="*", choices=editors, help="the editors (all of these that are on the PATH)")
    options = parser.parse_args()
    if not os.access(options.dafu, os.X_OK):
        parser.error(f"{options.dafu} is not there; `cargo build --release` makes it")
    if options.rounds < 1 or options.keys < 2:
        parser.error("nothing can be told from so few")
    if missing := [name for name in options.peer or [] if not editors[name]]:
        parser.error(f"not on the PATH: {', '.join(missing)}")
    wanted = [name for name in editors if editors[name]] if options.peer is None else options.peer
    return options, {"dafu": os.path.abspath(options.dafu)} | {name: editors[name] for name in wanted}


def main():
    options, programs = arguments()
    letter = Letter(options.keys)
    benches = [Bench(name, path, letter) for name, path in programs.items()]
    os.chdir(tempfile.gettempdir())  # away from any project that a program might look at
    for number in range(options.rounds):
        for bench in benches:
            if sys.stderr.isatty():
                print(f"round {number + 1}: {bench.name:7}", end="\r", file=sys.stderr, flush=True)
            try:
                if not bench.trouble:
                    bench.round()
            except Misbehaved as trouble:
                bench.trouble = trouble
            except OSError as error:
                bench.trouble = f"it did not start, or ended early ({error})"
    print(", ".join(version(path) for path in programs.values()))
    print(f"{len(letter.text.encode())} bytes of body, {options.rounds} rounds of {len(letter.typed)} keys;", end=" ")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.2f}\n")
    print("| program | start ms |   key ms | its 99 % | bytes/key |")
    print("|---------|---------:|---------:|---------:|----------:|")
    print("\n".join(bench.line() for bench in benches))
    if not benches[0].trouble:
        checks = benches[0].checks
        print(f"\ndafu check: {statistics.median(checks):.2f} ms, median of {len(checks)} ({benches[0].verdict})")
    return 1 if any(bench.trouble for bench in benches) else 0


if __name__ == "__main__":
    sys.exit(main())
