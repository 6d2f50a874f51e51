"""How long a large ledger takes to load, to verify and to answer: `python tests/benchmarks/ledger.py [CLAIMS]`.

Makes a ledger of so many claims in files of a thousand, each with a figure of its own in one of eight wordings, loads it, reads every
amount again from its quote, and checks a draft of twenty figures against it, in a folder of its own that is removed afterwards.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

from factcheck import Ledger, check

PER_FILE = 1000
HEAD = 'subject = "Harbour Line {0}"\n\n[[source]]\nid = "gazette"\ntitle = "海港航运公布业绩"\npublisher = "Port Gazette"\npublished = 2023-05-09\n'
CLAIM = """
[[claim]]
id = "{0}-{1}"
measure = "revenue"
measure_text = "营收"
scope = ["line {1}"]
period = "{2}"
role = "level"
amount = "{3}"
source = "gazette"
quote = "{4}"
"""
# An amount, and the quote around it: a ledger of this size is made by programs, which write the same words again and again.
WORDINGS = [
    ("{0}亿元", "营收{0}亿元"),
    ("{0}亿元", "{1}年实现营业收入{0}亿元，同比增长"),
    ("超过{0}万元", "该线路全年营收超过{0}万元"),
    ("{0} billion yuan", "revenue of {0} billion yuan"),
    ("{0} million yuan", "In {1}, the line had revenue of {0} million yuan"),
    ("RMB{0} million", "Revenue reached RMB{0} million, up from the year before"),
    ("{0}億元", "線路{1}年營收{0}億元"),
    ("约{0}亿元", "约{0}亿元的营收"),
]


def written(folder: Path, claims: int) -> None:
    """The files of a ledger of so many claims."""
    for number in range(-(-claims // PER_FILE)):
        entries = []
        for which in range(min(PER_FILE, claims - number * PER_FILE)):
            figure, year = f"{number * PER_FILE + which}.{which % 9 + 1}", 1990 + which % 30
            amount, quote = (words.format(figure, year) for words in WORDINGS[which % len(WORDINGS)])
            entries.append(CLAIM.format(number, which, year, amount, quote))
        (folder / f"{number}.toml").write_text(HEAD.format(number) + "".join(entries), encoding="utf-8")


def main(claims: int) -> None:
    """Print how long each step takes, in seconds."""
    with tempfile.TemporaryDirectory() as name:
        written(Path(name), claims)
        print(f"{claims} claims")
        started = time.perf_counter()
        ledger = Ledger.load(name)
        print(f"load    {time.perf_counter() - started:6.1f} s")
        started = time.perf_counter()
        problems = ledger.verify().problems
        print(f"verify  {time.perf_counter() - started:6.1f} s, {len(problems)} problems")
        draft = "\n\n".join(f"In 2005, revenue of Harbour Line {number} was 15.7 billion yuan." for number in range(20))
        started = time.perf_counter()
        report = check(draft, ledger=ledger, select=["ledger"])
        print(f"answer  {time.perf_counter() - started:6.1f} s, {len(report.findings)} findings")
        print(f"memory  {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:6} MB at most")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
