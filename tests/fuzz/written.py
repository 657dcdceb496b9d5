"""Small inputs of every sort as texts, written by hand: in each something that no other has."""

CASES = (
    """\
title: T
options: {rescue: Rescue, wait: Wait}
standpoints: {worker: {level: 3}, viewers: {count: 9}}
facts: {surge: {status: disputed, credence: 1/3}, storm: {status: assumed}}
payoffs:
  rescue: {worker: 0, viewers: -1}
  wait: {worker: {if: surge, then: -5, else: [-2, -1]}, viewers: {lottery: [[1/2, 1], [1/2, 0]]}}
frameworks: [rejection, {id: w, type: welfare, mode: {enough: -1/2}}]
priorities: [[rejection, w]]
""",
    """\
title: "N"  # a comment
question: May we?
options:
  tell: {text: Tell, deceives: [friend], presume: forbidden, uses_as_means: [friend]}
  hide:
    text: >-
      Say
      nothing
standpoints: {friend: {agent: true, cap: 1}, mother: {consent: [tell], responsible: {hide: 1/2}}}
facts: {asked: {text: Somebody asked, status: disputed}}
norms:
  honesty: {text: Do not lie, breached_by: [hide], when: asked, exceptions: [asked]}
reasons:
  - {id: care, by: author, favours: hide, over: tell, because: not asked, strength: 2}
challenges:
  - {id: c, against: {norm: honesty}, status: raised, because: "Who says so?"}
  - {against: {challenge: c}, status: refuted}
considered: [{option: tell, status: permissible, by: people, source: Mill 1861}]
priorities: [{id: p, higher: norms, lower: author, because: asked, by: friend}]
credences: {author: 1/4, "norm:honesty": 0.75}
""",
    """\
title: U
options: {take: Take, leave: Leave}
standpoints: {each: {count: {payoffs: 4, general: 1e2}}}
universal:
  take: {all: -3, nobody: 0}
  leave: refrain
scale: {unit: points, zero: now, comparable: false}
frameworks: [universalization, kantian]
considered:
- {option: take, status: impermissible, by: universalization}
x-beside: {frameworks: [pareto], considered: [{option: take, status: allowed, by: pareto}]}
x-differs: [{option: take, by: universalization, because: the authors say so}]
""",
)
BANKS = (
    """\
title: T
options: {tell: Tell, hide: Hide}
facts: {asked: {status: disputed}, dying: {status: agreed}}
norms: {honesty: {text: Do not lie, breached_by: [hide]}, peace: {breached_by: [tell]}}
priorities: [[norm:honesty, norm:peace]]
considered: {hide: permissible}
""",
    """\
title: U  # another
options: {tell: Tell, hide: Hide}
facts: {asked: {}}
norms: {honesty: {text: Do not lie, breached_by: [hide], when: asked}}
considered: [{option: hide, status: impermissible, by: people}]
""",
)
OLD = (
    """\
schema: argue/case/v1  # the first
title: T
options: {rescue: Rescue, wait: Wait}
standpoints: {worker: {}, viewers: {}}
frameworks: [rejection, {id: w, type: welfare}]
payoffs: {rescue: {worker: 0, viewers: -1}, wait: {worker: -5, viewers: 0}}
challenges:
  - against: {framework: rejection}
    "cq": generic
  - {id: x, cq: 'generic', against: {framework: w}, text: "cq: no key"}
""",
    '{"title": "T", "options": {"a": "A"}, "challenges": [{"\\u0063q": "x", "against": {}}]}',
)

TOML = (
    """\
title = "T"
options = {rescue = "Rescue", wait = 'Wait'}
frameworks = ["rejection", "welfare"]
[standpoints.worker]
level = 3
[standpoints.viewers]
count = 9
[payoffs.rescue]
worker = 0.5
viewers = -1e0
[payoffs.wait]
worker = {if = "surge", then = -5, else = [-2, -1]}
viewers = "1/3"
[facts.surge]
status = "disputed"
[[reasons]]
by = "author"
favours = "wait"
over = "rescue"
""",
    'title = """\nT"""\noptions.a = "x"\noptions.b.text = "y"\nx-day = 1979-05-27T07:32:00Z\n',
)
I23 = ("p af 3\n1 2\n2 3\n3 1\n", "p af 2\n# c\n\n1 1\n2 1", "p af 0\n", "p af 12\n10 11\n11 12\n")
APX = (
    "arg(a).\narg(b).\natt(a,b).\n",
    'arg("a").arg(b). % note\natt("a", b).\n',
    "att(a,a).\narg(a).\n",
    "arg(x1).\narg(x2).\narg(x3).\natt(x1,x2).\natt(x3,x1).\n",
)
TGF = ("a\nb\n#\na b\n", "1 first\n2 second\n#\n1 2 why\n2 1\n", "#\n")
INCOMPLETE = ("a->b b<->c d\na,b->c", "a->a\na->a", "x y z\nx,y,z")
FORMULAS = (
    "(a - c) / (2*b*n)",
    "3*ln(x + 1) - x^2",
    "min(1, max(x, y), sum(1, 2, X))",
    "-x^-2 + sqrt(abs(Y)) * exp(1.5e-3)",
    "2^3^2 / 10",
)
TEMPORAL = (
    "G(a -> F<=3 b)",
    "!a U b",
    "O a & H(b | Y c) <-> WY a",
    "X true W WX false R c",
    "G<=2 not (a and b or c) -> (b S a)",
)
NOTATION = (
    "d1: bird, not penguin => flies",
    "s1: penguin -> bird",
    "a and b and not c ⇒ not d",
    "not  surge",
    "-12.5e-3",
    "1/3",
)
OPTIONS = (
    "surge=true,storm=FALSE",
    "rejection:welfare",
    "norm:honesty>veil > w",
    "a, b,,c",
    "payoffs.end.driver=-3",
    "levels.x = 1/3",
    "1,1/10,0",
    "x=1e3",
)
DEBATE = ("1\n2\nhint", "pass\nundo\nagain", "own They can move away\n1\n1", "help\nconcede\nquit")
AIF = (
    """{"nodes": [{"nodeID": "1", "text": "It rains.", "type": "I"}, {"nodeID": 2, "text": "Stay",
 "type": "I"}, {"nodeID": "3", "text": "", "type": "RA"}, {"nodeID": "4", "type": "CA"},
 {"nodeID": "5", "text": "Dry", "type": "I"}, {"nodeID": "6", "type": "L"}],
 "edges": [{"edgeID": "e1", "fromID": "1", "toID": "3"}, {"fromID": "3", "toID": "2"},
 {"fromID": "5", "toID": "4"}, {"fromID": "4", "toID": "3"}, {"fromID": "6", "toID": "1"}],
 "locutions": []}""",
)
NODE_LINK = (
    """{"directed": true, "multigraph": false, "graph": {"title": "T"}, "nodes": [{"id": "a",
 "text": "A", "kind": "reason"}, {"id": 2}, {"id": "i", "role": "inference", "kind": "rephrase"}],
 "edges": [{"source": "a", "target": 2, "condition": "if"}, {"source": "a", "target": "i",
 "relation": "support"}, {"source": "i", "target": 2, "relation": "support"}]}""",
    '{"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b"}]}',
)
ARGDOWN = (
    "===\ntitle: x\n===\n# Title\n\n[walk]: We should walk. #claim\n  - <rain>: It rains.\n"
    "    <_ [umbrella]\n  +> [healthy]\n  >< [drive]: Drive {a: 1}\n",
    "// note\n[a]: one\n  two /* x */ \\# three #(long tag)\n  + <b>\n    + [c]\n    + [d]\n",
    "A text without a label\n  -> <other>: That.\n\t_> [z] <!-- c -->\n",
)
JIMINY = (
    """\
context: [{id: w1, description: It collects.}, {id: w2}]
base_priorities: {Law: 5, Household: 2.5}
meta_priorities: [{if: i_risk, stakeholder: Household, value: 9}]
norms:
  - {id: c1, body: [w1], conclusion: i_risk, type: c, stakeholder: Law}
  - {id: r1, body: [i_risk, not w2], conclusion: d_report, type: r, stakeholder: Law, desc: Tell}
permissions:
  - {id: p1, body: [w2], conclusion: d_quiet, stakeholder: Household}
contrariness: {d_report: {opposes: [d_quiet]}, d_quiet: {contraries: [d_report]}}
priorities: {d_report: {value: 3}, d_quiet: 1}
""",
)
CARNEADES = (
    """\
statements: {murder: It was murder., killing: {text: Somebody was killed.}, malice: M, alibi: A}
assumptions: [killing, not malice]
arguments:
  a1: {conclusion: murder, premises: [killing, malice], exceptions: [alibi], weight: 0.8}
  a2: {con: murder, premises: {witness: alibi}, scheme: testimony}
  a3: {pro: not murder, premises: [], undercutters: [malice]}
""",
)
STUDIES = (
    """\
title: T
noise: 1/10
norm: {from: 0, to: 1, steps: 5, exceptions: [storm], rivals: [welfare]}
judgements:
  - {amount: 1/4, verdict: permissible, holds: [storm]}
  - {id: j, amount: 0.9, people: 20, permissible: 3, favours: [welfare]}
""",
    """\
title: T
rules: {r1: {forbid: take, when: [owned], prior: 1/3}, r2: {require: ask}}
obedience: 9/10
temperature: 2
choices: [{holds: [owned], desires: {take: 3, ask: 1, go: 0}, did: ask}]
""",
    """\
title: T
examples:
  - {features: [lie, harm], verdict: impermissible}
  - {id: e2, features: [lie], verdict: permissible}
price: 3
""",
    """\
title: T
roles:
  child: {prior: 1/2, signals: {short: 0.9}, facts: {surge: true}}
  adult: {signals: {short: 0.1}}
observed: [[short], []]
""",
)
ROWS = (
    '{"cost": -1, "surge": 0, "id": 7}\n{"cost": 2.5, "surge": 1}\n',
    '\ufeff{"surge": true, "cost": 1e3, "id": {"a": ["b"]}}\n\n[1]\n{"cost": "x"}\n',
)
CSV_ROWS = (
    "cost,surge,id\n-1,0,a\n2.5,true,b\n",
    '\ufeff"cost" , surge,id\r\n"1e3",1,"a\nb"\r\nnan,2\r\n',
)
BINDINGS = (
    "payoffs.wait.worker: cost\nfacts.surge: surge\n",
    "features: {payoffs.wait.worker: {cost: 1/2, const: 3}, facts.surge: surge}\n",
    "features: {payoffs.wait.viewers: cost}\nindividuals: {viewers: 9}\n",
)
RESUMED = (
    ',"statuses":{"rescue":"permissible"},"scores":{}}\n',
    ',"input":"rows:1","error":{"kind":"BatchError","message":"it is wrong"}}\n{"row":2',
    ',"statu',
)
TEACHING = (
    """\
introduction = "A lake."
discussion = ["Why?"]
left_out = ["Fish"]
[[whatif]]
ask = "What if it surges?"
facts = { surge = true }
prioritize = ["rejection>welfare"]
numbers = { "payoffs.wait.worker" = -2, "payoffs.wait.viewers" = "1/3" }
without = ["welfare"]
[[remark]]
says = "Too few."
against = { framework = "rejection" }
cq = "CQ1"
[[remark]]
says = "So what?"
against = { framework = "welfare", better = "wait" }
asks = "Why that?"
""",
    '[[whatif]]\nask = "A"\nchallenges = { c = false }\n',
)
PATHS = (
    "a.yaml",
    "x.apx",
    "q.json",
    "rows.csv",
    "**/*.yaml",
    "[a-",
    "a.toml",
    "../a.i23",
    "k.jsonl",
)
