"""Inputs that cannot be shown as lines of a file, one list for each code they must end in."""

from argue.io.checks import MAX_CELLS
from argue.io.nodes import MAX_BYTES, MAX_DEPTH

HEAD = b"title: T\noptions: {a: A}\n"
FEW_NODES = 20_000
"""Values at most while a hostile input is read; the real limit takes a minute to be reached."""


HOSTILE: dict[str, list[bytes]] = {
    "C001": [
        HEAD + b"question: Schr\xf6dinger\n",
        "title: T\noptions: {a: A}\n".encode("utf-16"),
        HEAD + b"question: \xed\xa0\x80\n",
        b"\xff",
    ],
    "C002": [HEAD + b"#" * MAX_BYTES],
    "C010": [
        b"[" * 1_000_000,
        b"{a: " * 100_000,
        b"- " * 100_000,
        b"? " * 100_000,
        HEAD + b"x-deep: " + b"[" * MAX_DEPTH + b"]" * MAX_DEPTH + b"\n",
    ],
    "C011": [b"", b"\n\n", b"# nothing\n", b"- a\n- b\n", b"title\n", b"--- 7\n", b"\xef\xbb\xbf"],
    "C013": [
        HEAD + b"x-many:\n" + b"- 0\n" * (FEW_NODES + 1),
        b"title: T\noptions: {" + b", ".join(b"o%d: A" % i for i in range(500)) + b"}\n"
        b"standpoints: {"
        + b", ".join(b"s%d: {}" % i for i in range(MAX_CELLS // 500 + 1))
        + b"}\n",
    ],
    "C046": [HEAD + b"\n".join(b"k%d: 0" % i for i in range(1000)) + b"\n"],
}
"""Code -> files; each has this problem and none of another kind, but for C046."""
