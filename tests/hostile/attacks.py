"""Texts that try to act wherever they are shown: the one table of them, by what they attack."""

from typing import NamedTuple

from argue.io.nodes import CONTROL


class Attack(NamedTuple):
    """A text and what it attacks; `refused` if no case file may hold it."""

    name: str
    attacks: str
    text: str

    @property
    def refused(self) -> bool:
        return CONTROL.search(self.text) is not None


ATTACKS = tuple(
    Attack(*row)
    for row in (
        # Pages: elements, scripts, pictures, styles, attributes, addresses.
        ("image", "HTML", "<img src=x onerror=alert(1)>"),
        ("script", "HTML", "</title></style></textarea></svg><script>alert(2)</script>"),
        ("entity", "HTML", "&lt;script&gt;alert(3)&#x3c;/script&#x3e; &#60;b&#62;&nbsp;&amp;amp;"),
        ("frame", "HTML", '<iframe srcdoc="<script>alert(4)</script>"></iframe><base href=//e.x>'),
        ("form", "HTML", "<form action=//evil.example><input name=q autofocus onfocus=alert(5)>"),
        ("meta", "HTML", '<meta http-equiv=refresh content="0;url=//evil.example">'),
        ("doctype", "HTML", "<!DOCTYPE html><html><body onload=alert(6)>"),
        ("comment", "HTML", "--> <!-- --!> <!--[if IE]> <![endif]"),
        ("raw text", "HTML", "<noscript><p title='</noscript><img src onerror=alert(7)>'>"),
        ("attribute", "attributes", "\" onmouseover=\"alert(8)\" x='' onclick='alert(9)' `y"),
        ("drawing", "SVG", "<svg onload=alert(10)><use href='data:image/svg+xml,x'/></svg>"),
        ("foreign", "SVG", "</text><foreignObject><body xmlns='http://x'><script>alert(11)"),
        ("style", "CSS", "</style><style>*{display:none;background:url(//evil.example)}"),
        ("declaration", "CSS", "red;} @import url(//evil.example); x{content:'\\3c/style'"),
        ("javascript", "URLs", "javascript:alert(12)//"),
        ("data", "URLs", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=="),
        ("address", "URLs", "http://evil.example www.evil.example me@evil.example //evil.example"),
        # Data inside pages, and templates.
        ("end of script", "JSON in scripts", "</script><script>alert(13)</script><!--<script>"),
        ("string", "JSON in scripts", '"};alert(14);var a={"b":\'\\u0022\\x22\\\''),
        ("separators", "JSON in scripts", "one\u2028alert(15)\u2029two"),
        ("prototype", "JSON in scripts", "__proto__"),
        ("jinja", "templates", "{{ 7 * 7 }}{% raw %}{# x #}{{ ''.__class__ }}"),
        ("other templates", "templates", "${7*7} #{7*7} <%= 7*7 %> [[7*7]] @{x} *{x} {{{x}}}"),
        ("format", "format strings", "%s %n %x %(name)s {0} {x} {0.__class__} %%"),
        # Documents and pictures.
        ("tex commands", "TeX", "\\input{/etc/passwd}\\write18{id}\\immediate\\openout1=x"),
        ("tex signs", "TeX", "# $ % & ~ _ ^ \\ { } $$x$$ \\[x\\] \\(x\\) `` '' -- --- ?` !`"),
        ("tex carets", "TeX", "^^5cinput^^7bx^^7d ^^M ^^00 \\^^41"),
        ("tex end", "TeX", "}}}\\end{tikzpicture}\\end{document}\\endinput % gone"),
        ("tex loop", "TeX", "\\def\\x{\\x}\\x\\csname end\\endcsname\\catcode`\\%=12"),
        ("tex letters", "TeX", "Łódź Ελληνικά 漢字 naïve ﬁ ½ ° € № ∀x∈ℝ"),
        ("dot", "DOT", 'a"]; evil [label="\\N \\l \\" <b>x</b>"]; b -> c'),
        ("dot label", "DOT", "<<table><tr><td href='//e.x'>x</td></tr></table>>"),
        ("dot end", "DOT", "\\"),
        ("xml", "XML", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;"),
        ("cdata", "XML", "]]> <![CDATA[ <data key='x'> ]]> <?xml-stylesheet href='x'?>"),
        ("not of xml", "XML", "a\x00b\x0cc\ufffed\uffffe"),
        # Markdown and maps of arguments.
        ("link", "Markdown", "[free](javascript:alert(16)) ![](http://evil.example/x.png) <a@b.c>"),
        ("reference", "Markdown", "[x]: http://evil.example 'title'"),
        ("table", "Markdown", "cell | another | `code` ``` ~~~"),
        ("emphasis", "Markdown", "**bold** _slanted_ ~~gone~~ __b__ ***c*** \\* `d"),
        ("heading", "Markdown", "# a heading"),
        ("rule", "Markdown", "---"),
        ("quotation", "Markdown", "> quoted"),
        ("list", "Markdown", "1. one"),
        ("task", "Markdown", "- [x] done :smile: [^1] ==mark== $$x$$"),
        ("argdown", "Argdown", "[Title]: {tags: [a]} <Jam> + - -> <- #tag // @x /* */ ==="),
        ("gift", "GIFT", "::t:: {=right ~wrong #said} \\n $CATEGORY: x"),
        # Terminals.
        ("colour", "terminals", "\x1b[31mred\x1b[0m"),
        (
            "window title",
            "terminals",
            "\x1b]0;title\x07\x1b]8;;http://evil.example\x1b\\x\x1b]8;;\x07",
        ),
        ("c1", "terminals", "\x9b31m \x9d0;x\x9c \x90q\x9c \x85"),
        ("cursor", "terminals", "over\rwritten\b\b\b\x7f\x0b\x0c"),
        ("lines", "logs", "one\r\n2026-01-01 ERROR a line of one's own"),
        # Letters that hide, turn, pile up or look alike.
        ("overrides", "direction", "\u202egnirts\u202c \u202a\u202b\u202d\u200e\u200f\u061c"),
        ("isolates", "direction", "\u2066x\u2069 \u2067y\u2069 \u2068z"),
        ("right to left", "direction", "שלום לעולם مرحبا (1) > [2]"),
        ("hidden", "invisible letters", "pay\u200bpal \u200c\u200d\u2060\ufeff\u00ad\u180e\u2800"),
        ("tags", "invisible letters", "\U000e0001\U000e0041\U000e007f \U000f0000 \ufff9x\ufffb"),
        ("pile", "combining marks", "Z" + "\u0300\u0323\u0489\u0334" * 12),
        ("forms", "normal forms", "\u00e9 e\u0301 \ufb01 \u212b \uff1cscript\uff1e \u1e9b\u0323"),
        ("emoji", "emoji", "👩\u200d👩\u200d👧 🇪🇺 👍🏽 ❤\ufe0f"),
        ("surrogate", "encodings", "a\ud800b\udfffc"),
        ("noncharacter", "encodings", "a\ufdd0b\U0001ffffc\U0010ffff"),
        ("overlong", "encodings", "Ã¼ \x80 \xff \ufffd"),
        # What is read again: programs, data, tables, shells, paths.
        ("asp", "ASP", '"). #script(lua) x #end. :- not a. %* *% a :- b, "c'),
        ("asp string", "ASP", '\\"\\n") . evil(X) :- X = 1..9'),
        ("yaml tag", "YAML", "!!python/object/apply:os.system ['id']"),
        ("yaml anchor", "YAML", "&a [*a, *a] <<: *a"),
        ("yaml document", "YAML", "--- %YAML 1.1 ... : - ? | > @ `"),
        ("json", "JSON", '", "$ref": "#/", "\\ud800'),
        ("equals", "tables", "=cmd|'/c calc'!A1"),
        ("plus", "tables", "+1+cmd|' /C calc'!A0"),
        ("minus", "tables", "-2+3+cmd|' /C calc'!A0"),
        ("at", "tables", '@SUM(1+1)*cmd|"x"!A1;"a",\'b\''),
        ("shell", "shells", "'; rm -rf ~; echo '$(id) `id` && x || y > z \\"),
        ("option", "shells", "--output=/etc/passwd"),
        ("history", "shells", "!! !x ~user *?[a-z]{1,2}"),
        ("parents", "paths", "../../../../etc/passwd"),
        ("absolute", "paths", "/etc/passwd"),
        ("windows", "paths", "..\\..\\CON.yaml C:\\x \\\\?\\UNC\\a NUL AUX:"),
        ("zero", "paths", "name\x00.yaml"),
        ("long", "paths", "a" * 255 + "/" * 60),
        ("spaces", "blanks", "  two  blanks\tand a tab "),
    )
)
"""Every attack; names and texts are met once."""

HARMLESS = "some words"
"""What stands in the place of an attack, to compare with."""
