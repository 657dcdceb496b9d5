"""Moral frameworks, one module each; every module exports a `FRAMEWORK`."""

TYPES: tuple[str, ...] = (
    "welfare",
    "rule_utilitarian",
    "veil",
    "rejection",
    "universalization",
    "kantian",
    "pareto",
    "humanity",
    "deontic",
    "precaution",
    "equality",
    "priority",
    "sufficiency",
    "autonomy",
    "virtual_bargaining",
    "wellbeing",
    "democratization",
    "modesty",
    "rules",
    "resource_rational",
)
