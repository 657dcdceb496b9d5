"""The limits that the documentation promises, each with the constant that holds it.

The rows of docs/reference/bounds.md are these, in this order; a test compares the numbers.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Bound(NamedTuple):
    """One limit: what is counted, where the number stands, and what happens past it."""

    counted: str
    module: str
    name: str


STOPS: dict[str, tuple[Bound, ...]] = {
    "Case files": (
        Bound("bytes of a case file", "argue.io.nodes", "MAX_BYTES"),
        Bound("bytes of a study, bank, binding, or text for a pack", "argue.io.nodes", "MAX_BYTES"),
        Bound("values and keys in it", "argue.io.nodes", "MAX_NODES"),
        Bound("lists and mappings inside one another", "argue.io.nodes", "MAX_DEPTH"),
        Bound("options times standpoints", "argue.io.checks", "MAX_CELLS"),
        Bound("conditions and lotteries inside one cell", "argue.io.cells", "MAX_CELL_DEPTH"),
        Bound("characters of a number", "argue.io.value_kinds", "MAX_NUMBER"),
        Bound("lists and objects inside one another in JSON", "argue.io.json_depth", "MOST_NESTED"),
        Bound(
            "characters of an id looked up among the bundled cases", "argue.io.bundled", "MAX_ID"
        ),
    ),
    "What a verdict is worked out from": (
        Bound(
            "open questions that one source's data turn on",
            "argue.construct.worlds",
            "MOST_QUESTIONS",
        ),
        Bound("conjunctions of their answers", "argue.construct.worlds", "MOST_CUBES"),
        Bound(
            "regions of numbers told apart for one source",
            "argue.construct.intervals",
            "MOST_REGIONS",
        ),
        Bound(
            "runs of the formulas in search of regions", "argue.construct.intervals", "MOST_RUNS"
        ),
        Bound("cells of all outcomes of lotteries", "argue.construct.branches", "MOST_OUTCOMES"),
        Bound("rankings written out, where they must be", "argue.construct.plain", "MOST_RANKINGS"),
        Bound("combinations of regions judged", "argue.verdict.completions", "MOST_REGIONS"),
        Bound(
            "powers of ten that a root or exponential comes to",
            "argue.model.numbers",
            "LARGEST_EXPONENT",
        ),
    ),
    "Games": (
        Bound("players", "argue.construct.games.data", "MOST_PLAYERS"),
        Bound(
            "players whose profiles are all searched",
            "argue.construct.games.equilibria",
            "MOST_SEARCHED",
        ),
        Bound("ways of playing a table", "argue.construct.games.tables", "MOST_PROFILES"),
        Bound("strategies whose mixtures are found", "argue.construct.games.tables", "MOST_MIXED"),
        Bound("characters of a formula", "argue.logic.formulas", "MOST_CHARACTERS"),
        Bound("operations inside one another", "argue.logic.formulas", "MOST_DEPTH"),
        Bound("bits of an exact number", "argue.logic.arithmetic", "MOST_BITS"),
    ),
    "Norms over time": (
        Bound(
            "characters of a temporal formula", "argue.logic.temporal.reading", "MOST_CHARACTERS"
        ),
        Bound("operators inside one another", "argue.logic.temporal.reading", "MOST_DEPTH"),
        Bound("n of F<=n and G<=n", "argue.logic.temporal.reading", "MOST_STEPS"),
        Bound("parts, written without <-> and W", "argue.logic.temporal.normal_form", "MOST_PARTS"),
        Bound("propositions", "argue.logic.temporal.compiling", "MOST_PROPOSITIONS"),
        Bound("states of the automaton", "argue.logic.temporal.compiling", "MOST_STATES"),
        Bound(
            "ways to fulfil it side by side", "argue.logic.temporal.compiling", "MOST_ALTERNATIVES"
        ),
        Bound("steps of compiling", "argue.logic.temporal.compiling", "MOST_WORK"),
    ),
    "Rules": (
        Bound(
            "premises, rules or contraries of a kind",
            "argue.construct.rules.reading",
            "MAX_ENTRIES",
        ),
        Bound("pairs of preferences", "argue.construct.rules.reading", "MAX_PREFERENCES"),
        Bound("statements a rule starts from", "argue.construct.rules.entries", "MAX_ANTECEDENTS"),
        Bound("rules, transpositions included", "argue.construct.rules.strict", "MAX_RULES"),
        Bound("characters of a rule", "argue.construct.rules.notation", "MAX_TEXT"),
        Bound("arguments", "argue.construct.rules.derivations", "MAX_DERIVATIONS"),
        Bound("attacks on last steps", "argue.construct.rules.attacks", "MAX_ATTACKS"),
        Bound("defeats, inherited ones counted", "argue.construct.rules.attacks", "MAX_DEFEATS"),
        Bound("extensions", "argue.construct.rules.solving", "MAX_EXTENSIONS"),
    ),
    "Graphs and maps of other programs": (
        Bound("bytes of a graph", "argue.io.graphs.files", "MAX_BYTES"),
        Bound("arguments it may announce", "argue.io.graphs.lines", "MAX_ARGUMENTS"),
        Bound("bytes of a map in JSON", "argue.io.interchange.json_text", "MAX_BYTES"),
        Bound("bytes of a map in Argdown", "argue.io.interchange.argdown_lines", "MAX_BYTES"),
        Bound("points, inferences or conflicts of a map", "argue.io.interchange.maps", "MAX_PARTS"),
        Bound("entries of a scenario in YAML", "argue.io.interchange.yaml_text", "MAX_ENTRIES"),
        Bound(
            "uncertain elements gone through",
            "argue.semantics.variants.incomplete",
            "MAX_UNCERTAIN",
        ),
        Bound("values of an audience", "argue.semantics.variants.preferences", "MAX_VALUES"),
        Bound("rounds of a gradual semantics", "argue.semantics.variants.gradual", "ROUNDS"),
        Bound("digits of an argument's number", "argue.io.graphs.i23", "MAX_DIGITS"),
        Bound("characters of an id of a map in JSON", "argue.io.interchange.json_text", "MAX_ID"),
        Bound(
            "members in all of the extensions answered together",
            "argue.semantics.tasks",
            "MOST_MEMBERS",
        ),
        Bound(
            "members of extensions of one component put in order",
            "argue.semantics.solving.solver",
            "MOST_HELD",
        ),
    ),
    "Learning and revising": (
        Bound("judgements of edited cases in one revision", "argue.norms.revision", "MOST_TRIALS"),
        Bound("hypotheses about a threshold", "argue.norms.thresholds", "MOST_HYPOTHESES"),
        Bound(
            "situations looked at for the next question", "argue.norms.thresholds", "MOST_QUESTIONS"
        ),
        Bound("features of examples", "argue.norms.rules", "MOST_FEATURES"),
        Bound("examples", "argue.norms.rules", "MOST_EXAMPLES"),
        Bound("price of an unexplained example", "argue.io.study", "MOST_PRICE"),
        Bound("people behind one judgement", "argue.io.study", "MOST_PEOPLE"),
    ),
    "Rows, rewards and preferences": (
        Bound(
            "patterns of one judge, unless told otherwise",
            "argue.rewards.patterns",
            "MOST_PATTERNS",
        ),
        Bound(
            "states of a shield's model with its monitors",
            "argue.rewards.adapters.shields",
            "MOST_NODES",
        ),
        Bound("arguments made of labels", "argue.rewards.preferences.spreading", "MOST_ARGUMENTS"),
        Bound("attacks between them", "argue.rewards.preferences.accepting", "MOST_ATTACKS"),
        Bound(
            "arguments that clash in one knot",
            "argue.rewards.preferences.accepting",
            "MOST_CLASHING",
        ),
    ),
    "Pages, pictures and classes": (
        Bound("options judged in a page", "argue.report.lab.fitting", "MOST_OPTIONS"),
        Bound("sources judged in a page", "argue.report.lab.fitting", "MOST_SOURCES"),
        Bound("boxes of a picture", "argue.report.pictures.layout", "MOST_BOXES"),
        Bound("arrows of a picture", "argue.report.pictures.layout", "MOST_ARROWS"),
        Bound("items of one kind in a quiz", "argue.seminar.quiz.papers", "MOST_ITEMS"),
        Bound("bytes of a ballot, answer or key", "argue.seminar.class_files", "MOST_BYTES"),
        Bound("bytes of a saved analysis", "argue.explain.saved", "MOST_BYTES"),
        Bound("bytes of a request to `argue serve`", "argue.report.live.arriving", "MOST_BYTES"),
        Bound("requests answered at once", "argue.report.live.server", "MOST"),
        Bound("characters of a line of a debate", "argue.cli.debate", "MOST_CHARACTERS"),
        Bound("points of an item of a quiz", "argue.seminar.quiz.key_file", "MOST_POINTS"),
        Bound("characters of a student's name", "argue.seminar.class_files", "LONGEST_NAME"),
    ),
}
"""Part of the page -> limits past which a command ends and says what to write instead."""

LESS: tuple[Bound, ...] = (
    Bound(
        "branches listed, else the solver guesses them", "argue.verdict.standing", "MOST_BRANCHES"
    ),
    Bound("pairs times standpoints with every complaint", "argue.construct.hearing", "MOST_VOICES"),
    Bound("facts over which conditions of priorities are tried", "argue.io.cycles", "MAX_FACTS"),
    Bound("moves of a crux", "argue.verdict.search", "MOST_MOVES"),
    Bound("settlements that suffice for a position", "argue.verdict.search", "MOST_SETTLED"),
    Bound("candidate sets tried in one search", "argue.verdict.search", "MOST_TRIALS"),
    Bound("credences gone through exactly, else drawn", "argue.verdict.chances", "MOST_EXACT"),
    Bound("norms among which clashes are sought", "argue.verdict.clashes", "MOST_NORMS"),
    Bound("changes together that flip an option", "argue.explain.flips", "MOST_CHANGES"),
    Bound("sets of changes tried", "argue.explain.flips", "MOST_TRIALS"),
    Bound("partial sets looked at for a sufficient one", "argue.explain.sufficient", "MOST_STEPS"),
    Bound("moves of one discussion", "argue.explain.games", "MOST_MOVES"),
    Bound("areas of a map of two numbers", "argue.explain.flip_map", "MOST_AREAS"),
    Bound("stretches along one number", "argue.explain.judge", "MOST_STRETCHES"),
    Bound("numbers told of in one report on firmness", "argue.explain.sensitivity", "MOST_FIGURES"),
    Bound("boxes of the map in a report", "argue.report.sections.map", "MOST_BOXES"),
    Bound("worlds behind the what-if controls", "argue.report.page.worlds", "MOST_WORLDS"),
    Bound("graphs behind the what-if controls", "argue.report.page.model", "MOST_VIEWS"),
    Bound("arguments shipped with a page", "argue.report.page.model", "MOST_ARGUMENTS"),
    Bound("problems told of one file", "argue.io.nodes", "MAX_PROBLEMS"),
    Bound("problems told of one base of rules", "argue.construct.rules.entries", "MAX_PROBLEMS"),
    Bound("known ids listed where one is not known", "argue.errors", "MOST_LISTED"),
    Bound("whole exponents raised exactly", "argue.model.numbers", "MOST_EXACT_EXPONENT"),
    Bound(
        "characters of the id of an argument from rules",
        "argue.construct.rules.derivations",
        "MAX_ID",
    ),
    Bound("candidate sets of one size looked at", "argue.verdict.search", "MOST_CANDIDATES"),
    Bound(
        "candidate sets tried for one position", "argue.verdict.search", "MOST_TRIALS_A_POSITION"
    ),
    Bound("norms in a smallest clashing set", "argue.verdict.clashes", "MOST_IN_A_SET"),
    Bound(
        "rankings tried to show what a question would change",
        "argue.explain.circumstances",
        "MOST_TRIED",
    ),
    Bound(
        "disputed facts under which numbers are followed exactly",
        "argue.explain.branchwise",
        "MOST_FACTS",
    ),
    Bound("partial rankings looked at in one branch", "argue.explain.ranked_pairs", "MOST_STEPS"),
    Bound("directions of error followed", "argue.explain.radius", "MOST_LINES"),
    Bound("directions followed near the best one", "argue.explain.radius", "MOST_NEAR"),
    Bound("rules learnt from examples together", "argue.norms.rules", "MOST_RULES"),
    Bound("sets of learnt rules listed", "argue.norms.rules", "MOST_ANSWERS"),
    Bound("smallest repairs of a bank worked out", "argue.norms.revision", "MOST_REVISIONS"),
    Bound("options behind the what-if controls", "argue.report.page.model", "MOST_OPTIONS"),
    Bound("sources behind the what-if controls", "argue.report.page.model", "MOST_SOURCES"),
    Bound("arguments drawn in a notebook", "argue.report.notebook", "MOST_DRAWN"),
    Bound("moves of a discussion in a report", "argue.report.sections.objections", "MOST_MOVES"),
    Bound(
        "ways that standards of acceptance are compared over",
        "argue.report.sections.standards",
        "MOST_GRAPHS",
    ),
    Bound(
        "rankings those ways are picked from", "argue.report.sections.standards", "MOST_RANKINGS"
    ),
    Bound("rankings analysed for an item of a quiz", "argue.seminar.quiz.case_tasks", "MOST_TRIED"),
    Bound("what-ifs tried for a pack", "argue.seminar.packs.outcomes", "MOST_TRIED"),
    Bound(
        "places tried for a key of TOML in an upgrade", "argue.io.upgrade.toml_places", "MOST_TRIED"
    ),
)
"""Limits past which less is found or shown, and it is said so."""

BESIDE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "how much of what is known is told at once": (
            "argue.construct.intervals MOST_NAMED",
            "argue.explain.difference MOST_NAMED",
            "argue.explain.telling MOST_WORDS",
            "argue.report.pictures.bands MOST_NAMED",
            "argue.report.pictures.boxes MOST_LINES",
            "argue.report.pictures.chart_data MOST_BARS",
            "argue.report.sections.alone MOST_REASONS",
            "argue.report.sections.cards MOST_ATTACKERS",
            "argue.report.sections.cards MOST_CARDS",
            "argue.report.sections.change MOST_ORDERS",
            "argue.report.sections.norms MOST_STEPS",
            "argue.report.sections.objections MOST_OBJECTIONS",
            "argue.report.sections.open_points MOST_QUESTIONS",
            "argue.report.sections.uncertainty MOST_WAYS",
            "argue.report.sections.why MOST_FAILED",
            "argue.report.words MOST_WORDS",
            "argue.seminar.packs.outcomes MOST",
            "argue.seminar.packs.pack MOST_CELLS",
            "argue.seminar.packs.pages MOST_STEPS",
            "argue.seminar.quiz.case_tasks MOST_CHOICES",
            "argue.seminar.quiz.case_tasks MOST_RANKINGS",
            "argue.seminar.quiz.graph_tasks LARGEST_SET",
            "argue.seminar.quiz.graph_tasks MOST_CLAIMS",
            "argue.seminar.quiz.graph_tasks MOST_OFFERED",
            "argue.seminar.quiz.maps MOST",
            "argue.seminar.quiz.sources MOST_REASONS",
            "argue.seminar.steps.labelling MOST_NAMED",
        ),
        "how wide or large something looks": (
            "argue.cli.graph MOST_READABLE",
            "argue.report.latex MOST_WIDE",
        ),
        "how much is kept, or worked on at once, with the same result": (
            "argue.logic.temporal.compiling MOST_KEPT",
            "argue.rewards.fast MOST_WORKSPACES",
            "argue.rewards.forms MOST_CHOICES",
            "argue.rewards.judge MOST_NUMBERS",
            "argue.rewards.keys MOST_KEYS",
            "argue.rewards.plan MOST_SEPARATE",
            "argue.rewards.ranks MOST_WHOLE",
            "argue.rewards.scale.inputs MOST_BASES",
            "argue.rewards.scale.labels MOST_KEPT",
            "argue.rewards.scale.rows MOST_VALUES",
        ),
        "never reached by what is asked: of the solver, of data of our own, or of one's patience": (
            (
                "argue.asp.facts LARGEST",
                "argue.cli.parameters MOST_SECONDS",
                "argue.norms.human.fitting MOST_STEPS",
                "argue.rewards.scale.hands MOST_STARTS",
            )
        ),
        "a number, but none of how many": (
            "argue.rewards.forms SEVERAL",
            "argue.semantics.variants.gradual TOLERANCE",
        ),
    }
)
"""Why a number that is called a most of something is no limit of what can be asked -> which are."""
