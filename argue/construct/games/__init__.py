"""Games behind a case: families and tables of payoffs, their equilibria, and what they pay.

`reading` makes a game of a mapping, `equilibria` and `tables` answer it, `payoffs` fills in a case.
"""
