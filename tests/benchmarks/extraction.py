"""How fast figures are read, beside others who read them: `python tests/benchmarks/extraction.py [CHARACTERS]`.

Made drafts in English and Chinese, a figure in every second sentence. One run, one machine: what counts are the ratios. A peer that is
not installed is named and left out (`pip install quantulum3 jionlp recognizers-text-suite "emoji<1.6"`).
"""

import importlib
import re
import sys
import time
from collections.abc import Callable
from operator import attrgetter

from factcheck import Document, check, claims, extract

ENGLISH = (
    "Sales rose {0}.{1}% to ${0}{1}.4 million in the first half of 2023, from about ${1}{0}.9 million a year earlier. ",
    "The company said that the new lines had been received well by its customers in the north and the south of the country. ",
    "More than {0},{1}00 people work in its {1} plants, and each of them went through a training of several weeks. ",
    "Nobody at the meeting asked for another date, and the chair thanked everyone for having come in spite of the rain. ",
)
CHINESE = (
    "上半年公司实现营业收入{0}{1}.4亿元，同比增长{0}.{1}%，超过{1}万名用户使用了新的服务。",
    "与会代表就农业、教育和医疗发表了看法，气氛热烈，大家都希望明年能够再来，也没有人提前离开会场。",
    "截至2023年6月30日，公司在全国拥有约{0},{1}00家门店，较年初净增{1}家，员工近{0}.{1}万人。",
    "记者在现场看到，工人们正在安装新的设备，院子里堆着刚刚运来的木料，远处传来机器的声音。",
)
SCAN = re.compile("[0-9]+")


def made(sentences: tuple[str, ...], length: int) -> str:
    """A draft of so many characters, a paragraph for every four sentences."""
    parts: list[str] = []
    size = number = 0
    while size < length:
        paragraph = "".join(sentence.format(11 + number % 80, 2 + number % 7) for sentence in sentences)
        parts.append(paragraph)
        size += len(paragraph) + 2
        number += 1
    return "\n\n".join(parts)


def seconds(read: Callable[[str], object], text: str, *, runs: int = 3) -> float:
    """The least processor time of some runs."""
    times = []
    for _ in range(runs):
        started = time.process_time()
        read(text)
        times.append(time.process_time() - started)
    return min(times)


def peers(language: str) -> dict[str, Callable[[str], object] | None]:
    """Other extractors for a language; None where one is not installed."""
    found: dict[str, Callable[[str], object] | None] = {}
    if language == "en":
        found["quantulum3"] = attribute("quantulum3.parser", "parse")
    else:
        found["jionlp money"] = attribute("jionlp", "ner.extract_money")
    recognize = attribute("recognizers_number", "recognize_number")
    culture = "en-us" if language == "en" else "zh-cn"
    found["Recognizers-Text numbers"] = (
        None if recognize is None else lambda text: [recognize(line, culture) for line in text.split("\n\n")]
    )
    return found


def attribute(module: str, name: str) -> Callable[..., object] | None:
    """A function of a package that may not be there, or that fails as it is imported."""
    try:
        read: Callable[..., object] = attrgetter(name)(importlib.import_module(module))
    except Exception:  # a peer's own trouble is no matter of this benchmark
        return None
    return read


def main(length: int) -> None:
    """Print a table for each language: thousands of characters a second, and how many times a bare digit scan takes."""
    for language, sentences in (("en", ENGLISH), ("zh", CHINESE)):
        text = made(sentences, length)
        sample = text[: length // 10]
        scan = seconds(SCAN.findall, text, runs=20) / len(text)
        print(f"{language}: {len(text):,} characters, {len(extract(text)):,} figures; digit scan {1 / scan / 1e3:,.0f} kchar/s")
        ours = {"factcheck extract": extract, "factcheck claims": claims, "factcheck check": lambda given: check(Document(given))}
        for name, read in ours.items():
            print(f"  {name:26} {rate(seconds(read, text) / len(text), scan)}")
        for peer, read_it in peers(language).items():
            told = "not installed" if read_it is None else rate(seconds(read_it, sample, runs=1) / len(sample), scan)
            print(f"  {peer:26} {told}")


def rate(each: float, scan: float) -> str:
    """Thousands of characters a second, and the multiple of the digit scan."""
    return f"{1 / each / 1e3:10,.1f} kchar/s {each / scan:12,.0f} × scan"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
