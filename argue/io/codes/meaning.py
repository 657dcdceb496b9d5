"""Codes for what does not fit together between the parts of a case."""

from __future__ import annotations

from argue.io.codes.code import Code
from argue.io.upgrade.formats import NEWEST
from argue.io.upgrade.renewing import BOTH_SPELLINGS, NEWER_FORMAT

MEANING_CODES: dict[str, Code] = {
    "C012": Code(
        "an unknown framework",
        "No moral framework of this name is built in or installed as a plug-in (entry-point group\n"
        "argue.frameworks). The type of an entry is its id unless type says otherwise.",
        "frameworks: [welfare, universalisation]",
        "frameworks: [welfare, universalization]",
    ),
    "C023": Code(
        "an unknown option",
        "The id is not one of the options of this case.",
        "considered: {rescu: obligatory}",
        "considered: {rescue: obligatory}",
    ),
    "C024": Code(
        "an unknown standpoint",
        "The id is not one of the standpoints of this case. Everybody with numbers is declared\n"
        "under standpoints first.",
        "payoffs:\n  rescue: {worker: 0, viewer: 0, viewers: 1}\n  wait: {worker: -10, viewer: 0}",
        "payoffs:\n  rescue: {worker: 0, viewer: 0}\n  wait: {worker: -10, viewer: 0}",
    ),
    "C025": Code(
        "an unknown fact",
        "A condition names a fact that is not declared under facts.",
        "norms: {quota: {when: surgee}}",
        "norms: {quota: {when: surge}}",
    ),
    "C026": Code(
        "an unknown source",
        "Sources are the ids of the frameworks used, norm:<id>, and whoever states a reason.",
        "frameworks: [welfare]\npriorities: [[welfare, veil]]",
        "frameworks: [welfare, veil]\npriorities: [[welfare, veil]]",
    ),
    "C027": Code(
        "an unknown norm",
        "The id is not one of the norms of this case. Here the plain id is meant, without norm:.",
        "norms: {quota: {}}\nchallenges: [{against: {norm: quotas}}]",
        "norms: {quota: {}}\nchallenges: [{against: {norm: quota}}]",
    ),
    "C028": Code(
        "an unknown priority",
        "A priority is named by its id, or higher>lower if it has none.",
        "frameworks: [veil, welfare]\npriorities: [[veil, welfare]]\n"
        "challenges: [{against: {priority: welfare>veil}}]",
        "frameworks: [veil, welfare]\npriorities: [[veil, welfare]]\n"
        "challenges: [{against: {priority: veil>welfare}}]",
    ),
    "C029": Code(
        "an unknown stated reason",
        "A stated reason is named by its id; without one the first is reason1, and so on.",
        "reasons: [{by: union, favours: rescue, over: wait}]\n"
        "challenges: [{against: {reason: union}}]",
        "reasons: [{by: union, favours: rescue, over: wait}]\n"
        "challenges: [{against: {reason: reason1}}]",
    ),
    "C030": Code(
        "an unknown challenge",
        "A challenge is named by its id; without one the first is challenge1, and so on.",
        "frameworks: [veil]\nchallenges:\n  - {against: {framework: veil}}\n"
        "  - {against: {challenge: chalenge1}}",
        "frameworks: [veil]\nchallenges:\n  - {against: {framework: veil}}\n"
        "  - {against: {challenge: challenge1}}",
    ),
    "C036": Code(
        "a payoff is missing",
        "A number that is not given is unknown, not 0. Give every option and standpoint a number\n"
        "in payoffs, or say what stands for those left out: default, for the table or for a row.\n"
        "What is left out of general is read from payoffs.",
        "payoffs:\n  rescue: {worker: 0}\n  wait: {worker: -10, viewer: 0}",
        "payoffs:\n  rescue: {worker: 0, default: 0}\n  wait: {worker: -10, viewer: 0}",
    ),
    "C037": Code(
        "universal for some options only",
        "The test compares what everyone's doing it would lead to; an option without the data\n"
        "could neither pass nor fail. An omission is marked refrain.",
        "universal: {rescue: {all: -1, nobody: 0}}",
        "universal: {rescue: {all: -1, nobody: 0}, wait: refrain}",
    ),
    "C038": Code(
        "a shape that does not fit its numbers",
        "Those interested are among the population; shape threshold needs the numbers of people\n"
        "at which harm begins and is complete, in this order and within the population; other\n"
        "shapes have none.",
        "universal:\n  wait: refrain\n  rescue:\n    {shape: threshold, population: 20, "
        "interested: 20, loss: 1, threshold: [7, 4]}",
        "universal:\n  wait: refrain\n  rescue:\n    {shape: threshold, population: 20, "
        "interested: 20, loss: 1, threshold: [4, 7]}",
    ),
    "C039": Code(
        "priorities form a cycle",
        "What outranks what must be an order. The message names the cycle. norms on a side stands\n"
        "for every norm; norms of higher rank outrank those of lower rank. Priorities whose\n"
        "conditions cannot hold together, or that an accepted challenge removes, do not clash.",
        "frameworks: [veil, welfare]\npriorities: [[veil, welfare], [welfare, veil]]",
        "frameworks: [veil, welfare]\npriorities: [[veil, welfare]]",
    ),
    "C040": Code(
        "every option is presumed forbidden",
        "The burden of proof can lie on some options only if there is something to fall back on.",
        "options:\n  rescue: {text: Free the worker, presume: forbidden}\n"
        "  wait: {text: Finish the match, presume: forbidden}",
        "options:\n  rescue: {text: Free the worker, presume: forbidden}\n  wait: Finish the match",
    ),
    "C041": Code(
        "something compared with itself",
        "A reason favours one option over another one; a challenge is against another challenge.",
        "reasons: [{by: union, favours: rescue, over: rescue}]",
        "reasons: [{by: union, favours: rescue, over: wait}]",
    ),
    "C043": Code(
        "a mode that the framework does not offer",
        "Every framework asks for the best. Only one that measures options knows {enough: x}, and\n"
        "only one that is a test, such as universalization, knows test.",
        "frameworks: [{id: welfare, mode: test}]",
        "frameworks: [{id: welfare, mode: {enough: 0}}]",
    ),
    "C044": Code(
        "a challenge against nothing, or several things",
        "against names exactly one of framework, norm, source, reply, priority, reason and\n"
        "challenge. better, worse and voice narrow the reasons of a source.",
        "frameworks: [rejection]\nchallenges: [{against: {voice: worker}}]",
        "frameworks: [rejection]\nchallenges: [{against: {framework: rejection, voice: worker}}]",
    ),
    "C045": Code(
        "a cap or prerogative without an agent",
        "A cap limits what can be asked of whoever acts, a prerogative lets whoever acts forgo a\n"
        "benefit of their own; neither says anything of anybody else.",
        "standpoints: {worker: {cap: 5}, viewer: {}}",
        "standpoints: {worker: {agent: true, cap: 5}, viewer: {}}",
    ),
    "C047": Code(
        "harm both done and allowed",
        "An option either does harm to somebody or lets it happen; whoever is used, deceived or\n"
        "coerced by it has something done to them.",
        "options:\n  rescue: {text: Rescue, does_harm_to: [worker], allows_harm_to: [worker]}\n"
        "  wait: Wait",
        "options:\n  rescue: {text: Rescue, does_harm_to: [worker]}\n"
        "  wait: {text: Wait, allows_harm_to: [worker]}",
    ),
    "C048": Code(
        "a pattern over time that demands nothing, or several things",
        "A pattern says one of never, always and achieve: what must not hold, must hold all the\n"
        "while, or must come to hold. within counts whole steps.",
        "norms: {privacy: {pattern: {never: leak, achieve: notice}}}",
        "norms: {privacy: {pattern: {never: leak}}, duty: {pattern: {achieve: notice}}}",
    ),
    "C055": Code(
        "credences that do not add up",
        "Credences say how likely each source is held to be right. Together they come to 1 at\n"
        "most; what is left to 1 is in none of the sources.",
        "frameworks: [welfare, rejection]\ncredences: {welfare: 0.7, rejection: 0.5}",
        "frameworks: [welfare, rejection]\ncredences: {welfare: 0.7, rejection: 0.3}",
    ),
    "C056": Code(
        "a reading of nothing that is tested",
        "A challenge with universal says what universalization is to read instead of one option's\n"
        "data. It is against that framework, and worse names the option.",
        "universal: {rescue: {all: -1, nobody: 0}, wait: refrain}\nframeworks: [universalization]\n"
        "challenges:\n  - {against: {framework: universalization}, universal: refrain}",
        "universal: {rescue: {all: -1, nobody: 0}, wait: refrain}\nframeworks: [universalization]\n"
        "challenges:\n"
        "  - {against: {framework: universalization, worse: rescue}, universal: refrain}",
    ),
    "C057": Code(
        "an option under which nobody has any say",
        "influence says how much say over what is decided each person of a kind has. Only shares\n"
        "are read, so somebody must have some.",
        "influence: {rescue: {worker: 0, viewer: 0}, wait: {worker: 1, viewer: 1}}",
        "influence: {rescue: {worker: 0, viewer: 1}, wait: {worker: 1, viewer: 1}}",
    ),
    "C064": Code(
        "interpretations of a norm that are no rivals",
        "The interpretations of one norm are rivals, of which one holds: there are at least two,\n"
        "over names others of them, in no circle, and what is said of the norm elsewhere names\n"
        "the interpretation it is about, norm_interpretation.",
        "norms: {quiet: {interpretations: {letter: {text: No sound, breached_by: [rescue]}}}}",
        "norms: {quiet: {interpretations: {letter: {text: No sound, breached_by: [rescue]},\n"
        "  purpose: {text: No noise, over: [letter]}}}}",
    ),
    NEWER_FORMAT: Code(
        "a file of a newer format",
        "schema says which format a case file is written in. A later release of argue may write\n"
        "one that this release does not know; nothing else in the file is looked at then.",
        "schema: argue/case/v9",
        f"schema: {NEWEST}",
    ),
    BOTH_SPELLINGS: Code(
        "a key under its old and its new name",
        "Some keys had another name in an earlier format. The old name is still read in files of\n"
        "that format, and argue upgrade writes the new one; both beside each other are not read.",
        "frameworks: [welfare]\n"
        "challenges:\n  - {cq: generic, question: generic, against: {framework: welfare}}",
        "frameworks: [welfare]\n"
        "challenges:\n  - {question: generic, against: {framework: welfare}}",
    ),
}
"""Code -> what it means."""
