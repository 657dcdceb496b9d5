"""Small environments in which norms matter, for trying judges and learners out.

`commons` is a stock that grows again and that everyone lives on, written over arrays; `universal`
is what everyone's doing the same would come to there; `norms` the case that judges taking from it;
`harvest` and `harvests` are gymnasium's and PettingZoo's form of it.
"""
