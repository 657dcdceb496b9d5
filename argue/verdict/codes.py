"""What each warning about a case means for its verdict, with examples that run.

The numbers are public, as those of errors are: a code keeps its meaning. The facts that an example
needs stand in it, as one that nothing depends on is warned of itself.
"""

from __future__ import annotations

from argue.io.codes.code import Code
from argue.io.upgrade.renewing import OLD_SPELLING

WARNING_CODES: dict[str, Code] = {
    "W001": Code(
        "A theory of positions without levels",
        "The framework compares how well off people end up, which is their level before the\n"
        "choice plus what the choice does to them. Without levels everybody starts at 0. That is\n"
        "fine where all start alike; otherwise the verdict may turn on who was worse off before.",
        "payoffs: {rescue: {worker: 0, viewer: -1}, wait: {worker: -9, viewer: 0}}\n"
        "frameworks: [{id: veil, rule: maximin}]",
        "standpoints: {worker: {level: 20}, viewer: {level: 50}}\n"
        "payoffs: {rescue: {worker: 0, viewer: -1}, wait: {worker: -9, viewer: 0}}\n"
        "frameworks: [{id: veil, rule: maximin}]",
    ),
    "W002": Code(
        "Two sources that order options alike",
        "A veil with equal chances asks for the best average, which orders options as utilitarian\n"
        "sums do while the same people exist. Where families of sources are counted, the two are\n"
        "one. It is fine to keep both to show that two arguments lead to the same place.",
        "standpoints: {worker: {level: 20}, viewer: {level: 50}}\n"
        "payoffs: {rescue: {worker: 0, viewer: -1}, wait: {worker: -9, viewer: 0}}\n"
        "frameworks: [welfare, {id: veil, rule: average}]",
        "standpoints: {worker: {level: 20}, viewer: {level: 50}}\n"
        "payoffs: {rescue: {worker: 0, viewer: -1}, wait: {worker: -9, viewer: 0}}\n"
        "frameworks: [welfare, {id: veil, rule: maximin}]",
    ),
    "W003": Code(
        "An agent without a cap",
        "A cap is the most that can be asked of whoever acts. Without one an option can be\n"
        "required however much it costs the agent. That is fine if the case means to be so\n"
        "demanding, or if it is about whether it may be.",
        "standpoints: {worker: {}, viewer: {agent: true}}",
        "standpoints: {worker: {}, viewer: {agent: true, cap: 5}}",
    ),
    "W004": Code(
        "A fact nothing depends on",
        "No number, option, norm, reason, rule, challenge or priority mentions the fact, so the\n"
        "verdict is the same whether it holds or not. Often a condition is missing that should\n"
        "name it. It is fine as background for readers.",
        "facts: {surge: {status: disputed}}\nnorms: {quota: {breached_by: [wait]}}",
        "facts: {surge: {status: disputed}}\nnorms: {quota: {breached_by: [wait], when: surge}}",
    ),
    "W005": Code(
        "A fact that looks like a risk",
        "The credence is below 0.05 or above 0.95. A disputed fact is one that people disagree\n"
        "about; the verdict tells both ways apart, and one alone can make an option contested, be\n"
        "it ever so unlikely. A chance that nobody disputes is a lottery in the cell. It is fine\n"
        "where the dispute is real, though one side is nearly sure to be wrong.",
        "facts: {surge: {status: disputed, credence: 0.01}}\nframeworks: [welfare]\n"
        "payoffs:\n  rescue: {worker: {if: surge, then: -90, else: 0}, viewer: -1}\n"
        "  wait: {worker: -9, viewer: 0}",
        "frameworks: [welfare]\n"
        "payoffs:\n  rescue: {worker: {lottery: [[0.01, -90], [0.99, 0]]}, viewer: -1}\n"
        "  wait: {worker: -9, viewer: 0}",
    ),
    "W006": Code(
        "Numbers that nothing reads",
        "Something in the case is silent, and the verdict comes without it: numbers that no\n"
        "framework reads, a framework without the numbers it reads, a norm that does not apply,\n"
        "reasons of which none holds. The message says which. It is fine for a part that is only\n"
        "to speak in another variant of the case.",
        "payoffs: {rescue: {worker: 0, viewer: -1}, wait: {worker: -9, viewer: 0}}",
        "payoffs: {rescue: {worker: 0, viewer: -1}, wait: {worker: -9, viewer: 0}}\n"
        "frameworks: [welfare]",
    ),
    "W007": Code(
        "Weaker complaints left out",
        "With very many options and kinds of people not every complaint is listed, only the\n"
        "strongest of every pair of options. What the framework favours, and so the verdict, is\n"
        "the same; the report names fewer voices, and it is fine if these are enough. Kinds of\n"
        "people who fare alike can be one standpoint with a count.",
        "a case with two options, frameworks: [rejection] and 1500 standpoints\n"
        "viewer1, viewer2 and so on, all with the same numbers",
        "standpoints: {worker: {}, viewer: {count: 1500}}",
        runs=False,
    ),
    "W008": Code(
        "A challenge that cannot stand",
        "The challenge holds only under a condition that the facts of the case exclude, so it\n"
        "changes nothing. If a fact is open, mark it disputed. It is fine as a record of an\n"
        "objection that has been answered; status: refuted says so without a warning.",
        "facts: {surge: {status: agreed}}\nreasons: [{by: union, favours: rescue, over: wait}]\n"
        "challenges: [{against: {source: union}, if: not surge}]",
        "facts: {surge: {status: disputed}}\nreasons: [{by: union, favours: rescue, over: wait}]\n"
        "challenges: [{against: {source: union}, if: not surge}]",
    ),
    "W009": Code(
        "An option that is worse for somebody and better for nobody",
        "By the numbers nobody has a reason to prefer the option. Often a cost of the other one\n"
        "is missing, and the verdict is easier than the choice. It is fine if the option is there\n"
        "because somebody proposes it, or if norms or reasons speak for it.",
        "payoffs: {rescue: {worker: 0, viewer: 0}, wait: {worker: -9, viewer: 0}}\n"
        "frameworks: [welfare]",
        "payoffs: {rescue: {worker: 0, viewer: -1}, wait: {worker: -9, viewer: 0}}\n"
        "frameworks: [welfare]",
    ),
    "W010": Code(
        "Regions of numbers as an outer bound",
        "The intervals can fall in too many ways to follow all of them through the whole case,\n"
        "so each source is taken by itself. Some positions may then fit no numbers: what holds in\n"
        "all of them does hold, but an option that is called contested may be settled in truth.\n"
        "It is fine if no option is contested; otherwise narrow the intervals, or write numbers\n"
        "where they matter little. W011 stands beside it.",
        "options: {rescue: Rescue, wait: Wait, pause: Pause the match}\n"
        "frameworks: [welfare, rule_utilitarian]\n"
        "payoffs:\n  rescue: {worker: [-9, 9], viewer: 0}\n"
        "  wait: {worker: [-9, 9], viewer: 0}\n  pause: {worker: 0, viewer: 0}\n"
        "general:\n  rescue: {worker: [-7, 7], viewer: 0}\n"
        "  wait: {worker: [-7, 7], viewer: 0}\n  pause: {worker: 0, viewer: 0}",
        "options: {rescue: Rescue, wait: Wait, pause: Pause the match}\n"
        "frameworks: [welfare, rule_utilitarian]\n"
        "payoffs:\n  rescue: {worker: [-9, 9], viewer: 0}\n"
        "  wait: {worker: [-9, 9], viewer: 0}\n  pause: {worker: 0, viewer: 0}\n"
        "general:\n  rescue: {worker: 2, viewer: -1}\n"
        "  wait: {worker: -7, viewer: 1}\n  pause: {worker: 0, viewer: 0}",
    ),
    "W011": Code(
        "Margins of numbers known only within bounds",
        "Every way in which the intervals can come out is judged, but by how much one option is\n"
        "better is told for one point of each, as an example. Whatever is said of statuses and\n"
        "positions is exact all the same, unless W010 stands beside it. It is fine where the size\n"
        "of a margin does not matter.",
        "payoffs: {rescue: {worker: 0, viewer: -1}, wait: {worker: [-40, 5], viewer: 0}}\n"
        "frameworks: [welfare]",
        "payoffs: {rescue: {worker: 0, viewer: -1}, wait: {worker: -20, viewer: 0}}\n"
        "frameworks: [welfare]",
    ),
    "W012": Code(
        "An option allowed because what defeats it is ruled out",
        "A reason favours another option over this one, and nothing answers it; this one may be\n"
        "done only because that other one may not. Look whether a reason is missing, from what\n"
        "rules out the better option to this one. It is fine if nothing speaks for such a reason.",
        "options: {rescue: Rescue, wait: Wait, pause: Pause the match}\n"
        "reasons:\n  - {by: union, favours: pause, over: rescue}\n"
        "  - {by: union, favours: rescue, over: wait}",
        "options: {rescue: Rescue, wait: Wait, pause: Pause the match}\n"
        "reasons:\n  - {by: union, favours: pause, over: rescue}\n"
        "  - {by: union, favours: rescue, over: wait}\n"
        "  - {by: union, favours: pause, over: wait}",
    ),
    "W013": Code(
        "A challenge to nothing that is said",
        "No argument of the case is the one the challenge is against: the source does not favour\n"
        "that option, or does not speak in that voice. It changes nothing. It is fine if the\n"
        "argument it waits for comes only with other numbers or facts.",
        "reasons: [{by: union, favours: rescue, over: wait}]\n"
        "challenges: [{against: {source: union, better: wait, worse: rescue}}]",
        "reasons: [{by: union, favours: rescue, over: wait}]\n"
        "challenges: [{against: {source: union, better: rescue, worse: wait}}]",
    ),
    "W014": Code(
        "Norms that cannot all be kept",
        "Whatever is done breaches one of the norms named, and the case does not say which goes\n"
        "first, so the verdict leaves it open. rank, special_to or a priority decides it. It is\n"
        "fine if the dilemma is what the case is about.",
        "norms: {duty: {breached_by: [wait]}, quota: {breached_by: [rescue]}}",
        "norms: {duty: {breached_by: [wait], rank: 2}, quota: {breached_by: [rescue], rank: 1}}",
    ),
    OLD_SPELLING: Code(
        "A key by the name it had before",
        "The file is read as ever, and the verdict is the same. Since the format that the message\n"
        "names the key is called otherwise; argue upgrade writes the new name and leaves the rest\n"
        "alone. It is fine in files that older releases of argue must read as well.",
        "reasons: [{by: union, favours: rescue, over: wait}]\n"
        "challenges: [{cq: relevant, against: {source: union}}]",
        "reasons: [{by: union, favours: rescue, over: wait}]\n"
        "challenges: [{question: relevant, against: {source: union}}]",
    ),
}
"""Code -> what it means."""
