"""Independent ways of computing the same thing, compared on as many random inputs as wanted.

`python -m tests.agreement graphs --count 1000000 --jobs 2 --state FOLDER`; see `__main__`.
"""
