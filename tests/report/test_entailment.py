"""Every sentence about the verdict follows from the JSON of the analysis, case by case.

Read are the sections that make claims: the answer, why, what would change it, the positions, and
what each source says alone. What the numbers would have to be, and the method, are told from other
data and have tests of their own.
"""

import re
from functools import cache

import pytest

from argue.report.content import Item, Items, Paragraph, Table, Verdicts
from argue.report.sections import alone, answer, brief, change, positions, why
from tests.bundled import analysis_of, some_cases
from tests.report.claims import STATUSES, Claims, Data, Rule, names, number, spoken, stated


@cache
def claims_of(case: str) -> Claims:
    return Claims(analysis_of(case).to_dict())


HOW_FIRM = (
    "under the declared priorities",
    "whichever principle ranks first",
    "however the disputed points are settled",
    "however the points left open are settled",
)


def scope(c: Claims, said: str) -> bool:
    if match := re.fullmatch(r"What the case leaves open allows (\w+) coherent positions\.", said):
        return len(c.positions) == number(match[1]) > 1
    if match := re.fullmatch(r"This holds (.*)\.", said):
        assert set(match[1].split(" and ")) <= set(HOW_FIRM), said
        ranked = bool(c.data["settings"]["priorities"])
        return len(c.positions) == 1 and not (ranked and HOW_FIRM[1] in said)
    return len(c.positions) == 1 and said == "Nothing in the case leaves this open."


def opened(c: Claims, m: re.Match[str]) -> bool:
    return c.data["outcome"] == m[1].lower() and stated(m[2]) == c.statuses and scope(c, m[3])


def all_alike(c: Claims, m: re.Match[str]) -> bool:
    return set(c.statuses.values()) == {"permissible"} and set(names(m[2])) == set(c.statuses)


def where_permitted(c: Claims, option: str) -> str:
    permitted = sum(option in position["permissible"] for position in c.positions)
    if len(c.positions) == 1:
        return "the one coherent position permits it" if permitted else "it is ruled out"
    if permitted in (0, len(c.positions)):
        return f"{'every' if permitted else 'no'} coherent position permits it"
    return "some coherent positions permit it, others do not"


def shared(c: Claims, m: re.Match[str]) -> bool:
    entry = c.families[m[1]]
    counts = (entry["allowed_by"], entry["of"]) == (int(m[2]), int(m[3]))
    return counts and m[4] == where_permitted(c, m[1])


def decides(c: Claims, moves: str, result: dict[str, str] | None) -> bool:
    wanted = c.moves(moves)
    return any(
        {c.move(move) for move in crux["moves"]} == wanted
        and (result is None or crux["statuses"] == result)
        and not {"contested", "unresolved"} & set(crux["statuses"].values())
        for crux in c.data["shared"]["crux"]
    )


def crux(c: Claims, m: re.Match[str]) -> bool:
    return decides(c, m[1], None)


def decided_by(c: Claims, m: re.Match[str]) -> bool:
    said = m[1][:1].lower() + m[1][1:]
    if said.startswith("rank "):
        return decides_order(c, said.removeprefix("rank "), stated(m[2]))
    return decides(c, said, stated(m[2]))


def decides_order(c: Claims, order: str, result: dict[str, str] | None) -> bool:
    wanted = c.ranked(order)
    return any(
        {tuple(pair.split(">")) for pair in found["priorities"]} in wanted
        and (result is None or found["statuses"] == result)
        for found in c.data["shared"]["decisive_priorities"]
    )


ANSWER: tuple[Rule, ...] = (
    (r"(\w+): every option is permissible, (.*) alike\. .*", all_alike),
    (rf"(\w+): (.* (?:{STATUSES}))\. (.*)", opened),
    (
        r"Silent: no source had anything to say\. .*",
        lambda c, m: (
            c.data["outcome"] == "silent" and not any(s["missing"] == "" for s in c.data["sources"])
        ),
    ),
    (
        r'"(.*)": taken alone, (\d+) of (\d+) famil(?:y|ies) of principles allows? it; (.*)\.',
        shared,
    ),
    (r"The crux: (.*), and the case is decided\.", crux),
    (
        r'"(.*)" is disputed; by the standard of proof of the case it is taken (not )?to hold\.',
        lambda c, m: (
            c.arguments[f"fact:{m[2] or ''}{m[1]}"]["label"] == "in"
            and all(m[1] not in position["facts"] for position in c.positions)
        ),
    ),
)


def accepted(c: Claims, said: str, worse: str, labels: tuple[str, ...]) -> bool:
    """Whether some reason against an option is so told, and its objection has such a label."""
    return any(
        reason["claim"]["worse"] == worse and c.objection(reason)["label"] in labels
        for reason in c.reasons(said)
    )


def independent(c: Claims, m: re.Match[str]) -> bool:
    (option,) = names(m[1])
    said, _, others = m[2].partition("; ") if "independently" in m[2] else (m[2], "", "")
    if others:
        said, _, others = m[2].rpartition("; ")
        told = re.fullmatch(r"(.*) independently rules? it out", others)
        assert told is not None
        sources = [c.sources[name] for name in re.split(r", | and ", told[1])]
        for source in sources:
            assert any(
                a["kind"] == "objection"
                and a["source"] == source
                and a["label"] == "in"
                and a["claim"]["worse"] == option
                for a in c.arguments.values()
            )
    return c.statuses[option] == "impermissible" and accepted(c, said, option, ("in", "varies"))


def texts(blocks: object) -> list[str]:
    """The paragraphs and items of blocks, those below others too."""
    found: list[str] = []
    if isinstance(blocks, Paragraph):
        found.append(blocks.text)
    elif isinstance(blocks, Items):
        for item in blocks.items:
            found += below(item)
    return found


def below(item: Item) -> list[str]:
    return [item.text, *(text for inner in item.below for text in below(inner))]


def check_answer(case: str) -> None:
    c = claims_of(case)
    for block in answer.full_section(analysis_of(case)).blocks:
        if isinstance(block, Verdicts):
            for option, status, text, remark in block.rows:
                entry = c.data["options"][option]
                assert (entry["status"], entry["text"]) == (str(status), text)
                assert remark == "" or remarked(c, option, remark)
            continue
        for text in texts(block):
            assert c.hold(ANSWER, text), text


def remarked(c: Claims, option: str, remark: str) -> bool:
    entry: Data = c.data["options"][option]
    said = set(remark.split("; "))
    known = set(entry["flags"])
    if option in c.data["supererogatory"]:
        known.add("more than can be asked")
    if entry["basis"] == "unopposed":
        known.add("nothing was said for or against it")
    return said == known


def stands_against(c: Claims, option: str, text: str, labels: tuple[str, ...]) -> bool:
    if re.fullmatch(r"And \d+ more reasons? from the same sources\.", text):
        return True
    if match := re.fullmatch(r"In some positions others speak against it too: (.*)\.", text):
        return all(
            any(
                a["kind"] == "objection"
                and a["source"] == c.sources[name]
                and a["claim"]["worse"] == option
                and a["label"] != "out"
                for a in c.arguments.values()
            )
            for name in re.split(r", | and ", match[1])
        )
    return accepted(c, text, option, labels)


def fails(c: Claims, option: str, text: str) -> bool:
    """Whether something said against an option is an argument, and what answers it is another."""
    for split in re.finditer(r"; but ", text):
        said, answer_ = text[: split.start()], text[split.end() :].rstrip(".")
        for reason in c.reasons(said):
            if (
                reason["claim"]["worse"] == option
                and c.objection(reason)["label"] != "in"
                and c.answers(reason, answer_)
            ):
                return True
    return False


def check_why(case: str) -> None:
    c = claims_of(case)
    (block,) = why.section(analysis_of(case)).blocks
    assert isinstance(block, Items)
    for item in block.items:
        match = re.fullmatch(rf'"([^"]*)" is (ruled out|{STATUSES})(.*)', item.text)
        assert match is not None, item.text
        option, status, rest = match.groups()
        assert c.statuses[option] == ("impermissible" if status == "ruled out" else status)
        under = [inner.text for inner in item.below]
        if rest == ": what speaks against it fails.":
            assert under
            assert all(fails(c, option, text) for text in under), under
        elif rest == ": no reason speaks against it." or "no reason against it stands" in rest:
            assert not any(
                a["kind"] == "objection" and a["claim"]["worse"] == option and a["label"] != "out"
                for a in c.arguments.values()
            )
        elif rest == " in every position:":
            assert all(stands_against(c, option, text, ("in",)) for text in under), under
        elif "presumed forbidden" in rest:
            assert c.arguments[f"permission:{option}"]["label"] == "out"
        else:
            assert rest in (
                ". In some position this stands against it:",
                " in every position, not always for the same reason:",
            )
            assert all(stands_against(c, option, text, ("in", "varies")) for text in under), under


CHANGE: tuple[Rule, ...] = (
    (r"(?:Any one of these|This) decides it:", lambda c, m: True),
    (
        r"It turns on (.*)\.",
        lambda c, m: (
            {k for e in c.data["attribution"].values() for k in map(cause, e)} == causes(m[1])
        ),
    ),
    (
        r"Rank the principles in one of (\w+) ways, and (.*):",
        lambda c, m: any(
            f["statuses"] == stated(m[2]) for f in c.data["shared"]["decisive_priorities"]
        ),
    ),
    (
        r"(\d+) other ways? of ranking\.",
        lambda c, m: len(c.data["shared"]["decisive_priorities"]) > int(m[1]),
    ),
    (r"(.*): then (.*)\.", decided_by),
    (
        r"Nothing that the case leaves open(?:: the verdict is the same .*)?\.",
        lambda c, m: c.data["outcome"] == "decided",
    ),
    (
        r"(?:No small set of moves|Nothing that was tried) decides it.*",
        lambda c, m: not c.data["shared"]["crux"] and not c.data["shared"]["decisive_priorities"],
    ),
    (r"Nothing is at work here that could change\.", lambda c, m: c.data["outcome"] == "silent"),
    (r"([^:]* above [^:]*)\.", lambda c, m: decides_order(c, m[1][:1].lower() + m[1][1:], None)),
)


def cause(entry: Data) -> tuple[str, str]:
    return entry["kind"], entry["name"] if entry["kind"] in ("fact", "challenge") else ""


def causes(said: str) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for part in re.split(r", | and ", said):
        if match := re.fullmatch(r'the (?:disputed )?(fact|challenge) "(.*)"', part):
            found.add((match[1], match[2].replace(" ", "_")))
        else:
            found.add(
                {
                    "which principle ranks first": ("ranking", ""),
                    "numbers known only within limits": ("numbers", ""),
                    "one source's own inner conflict": ("internal", ""),
                }[part]
            )
    return found


def check_change(case: str) -> None:
    c = claims_of(case)
    for block in change.section(analysis_of(case)).blocks:
        for text in texts(block):
            assert c.hold(CHANGE, text), text


def permits(c: Claims, said: str) -> list[Data]:
    """The positions in which just what is said may be done."""
    permissible, undecided = set[str](), set[str]()
    for part in re.split(r", (?=[^,]*defeat)", said):
        if match := re.fullmatch(r"(.*) may be done", part):
            if match[1] != "no option":
                permissible = set(names(match[1]))
        else:
            match = re.fullmatch(r"(.*) defeat each other, nothing breaks it", part)
            assert match is not None, part
            undecided = set(names(match[1]))
    return [
        p
        for p in c.positions
        if set(p["permissible"]) == permissible and set(p["undecided"]) == undecided
    ]


def suffices(c: Claims, m: re.Match[str]) -> bool:
    return any(c.settled_in(p, m[2]) for p in permits(c, m[1]))


POSITIONS: tuple[Rule, ...] = (
    (
        r"There is one coherent position \(extension\): (.*)\.",
        lambda c, m: len(c.positions) == 1 == len(permits(c, m[1])),
    ),
    (r"There is no coherent position\.", lambda c, m: not c.positions),
    (
        r"(?:Each line is one coherent position|All positions agree).*",
        lambda c, m: len(c.positions) > 1,
    ),
    (r"(.*): it is enough that (.*)\.", suffices),
    (r"(.*): whatever is settled\.", lambda c, m: bool(permits(c, m[1]))),
    (
        r"(.*): never the only position, since one source is at odds with itself\.",
        lambda c, m: any(not p["settles"] for p in permits(c, m[1])),
    ),
    (r'"([^"]*)" may be done\.', lambda c, m: all(m[1] in p["permissible"] for p in c.positions)),
    (
        r'"([^"]*)" may not be done, for (one reason that stands in all|different reasons).*',
        lambda c, m: (
            all(m[1] not in p["permissible"] for p in c.positions)
            and c.always_ruled_out(m[1]) == m[2].startswith("one")
        ),
    ),
)


def check_positions(case: str) -> None:
    c = claims_of(case)
    for block in positions.full_section(analysis_of(case)).blocks:
        for text in texts(block):
            assert c.hold(POSITIONS, text), text


def check_alone(case: str) -> None:
    c = claims_of(case)
    tables = [b for b in alone.section(analysis_of(case)).blocks if isinstance(b, Table)]
    told = 0
    for table in tables:
        options = table.head[1:]
        for name, *words in table.rows:
            if name == "families allowing it":
                assert words == [
                    f"{c.families[o]['allowed_by']} of {c.families[o]['of']}" for o in options
                ]
                continue
            source = re.sub(r" \([^()]*\)$", "", name)
            found = c.sources.get(source) or c.sources[name]
            assert words == [c.data["alone"][found][o] for o in options], name
            told += 1
    assert told == len([s for s in c.data["alone"]]) or not tables


def check_brief(case: str) -> None:
    c = claims_of(case)
    (block,) = brief.section(analysis_of(case)).blocks
    assert isinstance(block, Paragraph)
    assert told_whole(c, block.text), block.text


def told_whole(c: Claims, text: str) -> bool:
    cuts = c.cuts(r'("[^"]*") is ruled out because (.*)\.', text)
    if cuts:
        return any(
            independent(c, first) and (not rest or answered(c, rest)) for first, rest in cuts
        )
    return c.hold(BRIEF, text)


def answered(c: Claims, text: str) -> bool:
    if match := re.fullmatch(r"Nothing speaks against (.*), so nothing had to be answered\.", text):
        return not any(
            a["kind"] == "objection"
            and a["claim"]["worse"] in names(match[1])
            and a["label"] != "out"
            for a in c.arguments.values()
        )
    match = re.fullmatch(
        r'Against "([^"]*)", (.*?) says that (.*)\. That objection fails: (.*)\.', text, re.S
    )
    assert match is not None, text
    option, source, said, because = match.groups()
    return any(
        reason["claim"]["worse"] == option
        and spoken(reason["source"]) == source
        and c.answers(reason, because)
        for reason in c.reasons(said)
    )


OPEN = re.compile(
    r"(?:If (.*?), )?"
    r'((?:"[^"]*"(?:, | and )?)+) (may be done|defeat one another)'
    r"(?:; (.*?) favours it: (.*?))?(?:, and nothing breaks the tie)?"
    r'\. (?=If |"|$)'
)
"""What is told of one of several positions: given what, which options, how, and why."""


def open_between(c: Claims, m: re.Match[str]) -> bool:
    told = OPEN.findall(m[1].strip() + " ")
    further = re.search(r"nor (\w+) further positions? listed below", m[2])
    said = len(told) + (number(further[1]) if further else 0)
    return len(c.positions) == said and all(open_position(c, parts) for parts in told)


def open_position(c: Claims, parts: tuple[str, ...]) -> bool:
    given, kept, how, source, said = parts
    options, key = set(names(kept)), "permissible" if how == "may be done" else "undecided"
    found = [p for p in c.positions if set(p[key]) == options]
    if not found or (given and not any(c.settled_in(p, given) for p in found)):
        return False
    telling = (r for r in c.reasons(said) if r["claim"]["better"] in options)
    return not said or any(spoken(reason["source"]) == source for reason in telling)


BRIEF: tuple[Rule, ...] = (
    (r"(.*?)(Nothing in the case settles which of these it is.*)", open_between),
    (
        r"No reason that stands speaks against (.*?)\.(?: (.*))?",
        lambda c, m: (
            not any(
                a["kind"] == "objection"
                and a["claim"]["worse"] in names(m[1])
                and a["label"] == "in"
                for a in c.arguments.values()
            )
            and (not m[2] or answered(c, m[2]))
        ),
    ),
    (
        r'"([^"]*)" is ruled out: it is presumed forbidden and nothing overcomes that\.(?: (.*))?',
        lambda c, m: c.statuses[m[1]] == "impermissible" and (not m[2] or answered(c, m[2])),
    ),
    (
        r"(.*) defeat one another, and nothing in the case breaks the tie\. A ranking .*",
        lambda c, m: all(set(names(m[1])) >= set(p["undecided"]) for p in c.positions),
    ),
    (
        r"No principle, norm or stated reason favours any option over another\.",
        lambda c, m: c.data["outcome"] == "silent",
    ),
)


@pytest.mark.parametrize("case", some_cases(3))
def test_every_sentence_about_the_verdict_follows(case: str):
    check_answer(case)
    check_brief(case)
    check_why(case)
    check_change(case)
    check_positions(case)
    check_alone(case)


FALSE = """
ANSWER Decided: "exempt" is obligatory and "mandate" and "voluntary" are impermissible.
    This holds whichever principle ranks first.
ANSWER Contested: "exempt" and "voluntary" are contested and "mandate" is impermissible.
    What the case leaves open allows three coherent positions.
ANSWER "exempt": taken alone, 3 of 4 families of principles allow it; some coherent positions
    permit it, others do not.
ANSWER "mandate": taken alone, 0 of 4 families of principles allow it; every coherent position
    permits it.
ANSWER The crux: agree that "surge" does not hold, and the case is decided.
CHANGE It turns on which principle ranks first.
CHANGE Agree that "surge" holds: then "voluntary" is obligatory and "exempt" and "mandate" are
    impermissible.
CHANGE Rank welfare above veil: then "exempt" is obligatory and "mandate" and "voluntary" are
    impermissible.
POSITIONS "exempt" may be done: it is enough that "surge" does not hold.
POSITIONS "mandate" may not be done, for one reason that stands in all of them.
POSITIONS "exempt" may be done.
POSITIONS There is one coherent position (extension): "exempt" may be done.
BRIEF If "surge" does not hold, "exempt" may be done; welfare favours it: "exempt" has better
    effects than "voluntary", by 1.275 burden points a person on average. If "surge" does not hold
    and universalization ranks above rejection and veil, "voluntary" may be done. Nothing in the
    case settles which of these it is.
BRIEF If "surge" holds, "exempt" may be done; veil favours it: "exempt" has better effects than
    "voluntary", by 1.275 burden points a person on average. If "surge" does not hold and
    universalization ranks above rejection and veil, "voluntary" may be done. Nothing in the case
    settles which of these it is.
BRIEF "voluntary" is ruled out because "exempt" has better effects than "voluntary", by 1.275
    burden points a person on average.
"""
"""Sentences that the mask mandate with exemptions does not bear out."""

LEANING = """
ANSWER "harmful" is disputed; by the standard of proof of the case it is taken not to hold.
ANSWER Decided: "quiet" is impermissible and "disclosed" and "withhold" are permissible.
    This holds whichever principle ranks first.
"""
"""Sentences that the undisclosed risk, whose disputed fact leans, does not bear out."""

FORMS = {"ANSWER": ANSWER, "CHANGE": CHANGE, "POSITIONS": POSITIONS}


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (case, said)
        for case, false in (("mask-mandate-exemptions", FALSE), ("undisclosed-risk", LEANING))
        for said in re.split(r"\n(?=[A-Z]+ )", false.strip())
    ],
)
def test_a_false_sentence_is_found_out(case: str, said: str):
    form, _, text = " ".join(said.split()).partition(" ")
    c = claims_of(case)
    assert not (told_whole(c, text) if form == "BRIEF" else c.hold(FORMS[form], text))
